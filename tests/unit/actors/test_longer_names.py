"""What is listed and is but a part of a longer name here."""

import pytest

from dateline.enricher import actors
from dateline.enricher.document import read


def found(text: str) -> dict[str, str | None]:
    return {actor.name: actor.country for actor in actors.find(read(text)).actors}


@pytest.mark.parametrize("name", ["United Democratic Party", "Zomi National Liberation Army"])
def test_the_end_of_a_bodys_name_is_no_other_body(name: str) -> None:
    assert name in found(f"The {name} denied it.")


@pytest.mark.parametrize("text", ["Former Democratic Party leaders spoke.", "Mayors Join Democratic Party"])
def test_words_before_a_listed_body_are_none_of_its_name(text: str) -> None:
    assert "Democratic Party" in found(text)


@pytest.mark.parametrize(
    ("place", "countries"),
    [
        ("Niger State, Nigeria", {"NGA"}),
        ("the Niger Delta in Nigeria", {"NGA"}),
        ("Lebanon County, Pennsylvania", {"USA"}),
        ("the Congo river in Gabon", {"GAB"}),
        ("the San Juan and Atrato rivers in Colombia", {"COL"}),
        ("Niger", {"NER"}),
        ("Congo and Gabon", {"COD", "GAB"}),
        ("Congo and its rivers", {"COD"}),
    ],
)
def test_states_deltas_and_rivers_are_no_country_of_that_name(place: str, countries: set[str]) -> None:
    reading = actors.find(read(f"Bandits camp in {place}."))
    assert {one.country for one in reading.places if one.country} == countries


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("In Colombia, Defense Minister Pedro Sánchez spoke.", "COL"),
        ("In Colombia, Prime Minister Pedro Sánchez spoke.", "ESP"),
        ("In Spain, Defense Minister Pedro Sánchez spoke.", "ESP"),
    ],
)
def test_who_holds_another_office_abroad_is_not_meant(text: str, country: str) -> None:
    assert found(text)["Pedro Sánchez"] == country


def test_a_top_diplomat_is_the_foreign_minister_just_named() -> None:
    text = "Iran's foreign minister, Hossein Amir-Abdollahian, arrived. The top diplomat smiled."
    [who] = actors.find(read(text)).mentions[1]
    assert [figure.name for figure in who.figures] == ["Hossein Amir-Abdollahian"]


def test_a_rapporteur_of_the_united_nations_is_himself() -> None:
    assert found("UN Special Rapporteur Tom Andrews spoke.")["Tom Andrews"] == "UNO"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Petroleum Industry of Serbia, known as NIS, lost. NIS closed.", "SRB"),
        ("Naftna Industrija Srbije (NIS) of Serbia lost. NIS closed.", "SRB"),
        ("The National Intelligence Service (NIS) lost. NIS closed.", "KOR"),
        ("NIS closed.", "KOR"),
    ],
)
def test_letters_that_the_article_gives_to_another_are_no_listed_body(text: str, country: str) -> None:
    reading = actors.find(read(text))
    assert [figure.country for mention in reading.mentions[-1] for figure in mention.figures] == [country]
