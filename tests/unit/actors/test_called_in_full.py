"""A piece of a name means whoever the article calls by the whole of it, wherever that stands."""

import pytest

from dateline.enricher import actors
from dateline.enricher.document import read
from dateline.enricher.gazetteer.spelling import alike, same_person


def persons(text: str) -> set[tuple[str, str | None]]:
    return {(actor.name, actor.country) for actor in actors.find(read(text)).actors if actor.kind == "person"}


def test_a_headline_may_call_somebody_by_the_name_that_comes_first() -> None:
    text = "Prabowo urges calm in Cebu\n\nPresident Prabowo Subianto arrived on Friday. “We are one,” Prabowo said."
    assert persons(text) == {("Prabowo Subianto", "IDN")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bush missed two games. “My knee hurts,” said Reggie Bush, a player of the team.", "Reggie Bush"),
        ("Reggie Bush missed two games. Bush said his knee hurt.", "Reggie Bush"),
        ("Rhodes threw well. Dominic Rhodes, who is 27, said so himself.", "Dominic Rhodes"),
    ],
)
def test_a_surname_is_not_somebody_known_where_somebody_else_is_called_so(text: str, name: str) -> None:
    assert {found for found, _ in persons(text)} == {name}


def test_of_two_who_are_called_so_neither_is_meant() -> None:
    found = {name for name, _ in persons("Opondo agreed. Jane Opondo and Peter Opondo said so.")}
    assert found >= {"Jane Opondo", "Peter Opondo"}


@pytest.mark.parametrize(
    ("one", "other"),
    [("kerry", "cerar"), ("morsi", "morris")],
)
def test_a_name_that_ends_in_a_vowel_is_no_spelling_of_one_that_does_not(one: str, other: str) -> None:
    assert not alike(one, other)


def test_a_particle_may_be_a_given_name() -> None:
    assert not same_person(("ben", "rhodes"), ("dominic", "rhodes"))
    assert same_person(("ben", "rhodes"), ("rhodes",))
    assert same_person(("bashar", "al", "assad"), ("al", "assad"))


def test_the_north_is_the_country_of_the_article_that_is_called_so() -> None:
    text = "South Korea met North Korea's envoys. The North fired a missile. Nigeria's army left."
    spans = {
        text[span.start : span.end]: actor.name for actor in actors.find(read(text)).actors for span in actor.spans
    }
    assert next(name for words, name in spans.items() if words.endswith("North")) == "North Korea"
    assert "North Korea" not in {
        actor.name for actor in actors.find(read("Nigeria's North saw rain. Chad left.")).actors
    }


def test_a_town_before_an_office_is_not_who_holds_it_where_a_name_stands_behind() -> None:
    text = "Troops left rural Tumaco, Nariño, the Minister of Defence, Iván Restrepo Duarte, announced."
    assert {name for name, _ in persons(text)} >= {"Iván Restrepo Duarte"}
    assert ("Nariño", None) not in {(a.name, a.country) for a in actors.find(read(text)).actors if a.sector == "GOV"}


def test_an_office_is_of_the_name_before_where_the_name_behind_has_its_own() -> None:
    text = (
        "It was attended by Maada Bio, the President of Sierra Leone, Mr Joao Lourenco, the President of Angola, said."
    )
    assert persons(text) == {("Julius Maada Bio", "SLE"), ("João Lourenço", "AGO")}


def test_a_datelines_brackets_name_an_agency_or_nobody() -> None:
    text = "BOGOTA, March 11 (GNA) - Colombia freed six soldiers on Monday."
    assert {actor.country for actor in actors.find(read(text)).actors if actor.country} == {"COL"}
