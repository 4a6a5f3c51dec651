"""Deeds that a relative clause tells, of whoever it describes."""

import pytest
from tests.unit.events.coding import countries, deeds


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Villagers mourned a Kenyan surgeon who was killed by Chadian rebels.", "ASSAULT", {"TCD"}, {"KEN"}),
        ("Lawyers met a Kenyan editor, whom the Ugandan army detained in May.", "COERCE", {"UGA"}, {"KEN"}),
        ("She wrote to the Kenyan minister, who is on a visit to Norway.", "CONSULT", {"KEN"}, {"NOR"}),
    ],
)
def test_whom_a_relative_clause_describes_takes_part(
    text: str, kind: str, actors: set[str], recipients: set[str]
) -> None:
    found = [m for m in deeds(text) if m.type.value == kind]

    assert [countries(m) for m in found] == [(actors, recipients)]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Traders fear the tariffs which Kenya imposed on Chadian cars.", "COERCE", {"KEN"}, {"TCD"}),
        ("Traders fear tariffs imposed by Kenya on Chad.", "COERCE", {"KEN"}, {"TCD"}),
        ("The tents that Kenya sent to Chad leak.", "AID", {"KEN"}, {"TCD"}),
    ],
)
def test_what_is_done_with_the_thing_that_a_clause_describes(
    text: str, kind: str, actors: set[str], recipients: set[str]
) -> None:
    assert (actors, recipients) in [countries(m) for m in deeds(text) if m.type.value == kind]


def test_what_tells_of_itself_is_told_once() -> None:
    told = deeds("A Zambian delegation led by a minister is in Harare for a working visit.")
    assert [deed.type.value for deed in told] == ["CONSULT"]
    crashed = deeds("A drone launched from Yemen by Houthi rebels crashed into an Israeli airport.")
    assert [deed.type.value for deed in crashed] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Chad's exiled ruler, to whom Kenya granted asylum in May, fell ill.", "AID", {"KEN"}, {"TCD"}),
        ("The Chadian rebels, against whom Kenya launched an offensive, fled.", "ASSAULT", {"KEN"}, {"TCD"}),
        ("Kenya, with which Chad signed a pact in May, is a dry land.", "SUPPORT", {"TCD"}, {"KEN"}),
        ("The clerk is from Chad, whose ruling Kenya rejected on Monday.", "REJECT", {"KEN"}, {"TCD"}),
        ("Mali's general staff met Chad, which in May arrested Kenyan miners.", "COERCE", {"TCD"}, {"KEN"}),
    ],
)
def test_a_relative_pronoun_stands_for_whom_it_tells_of_wherever_it_hangs(
    text: str, kind: str, actors: set[str], recipients: set[str]
) -> None:
    assert (actors, recipients) in [countries(m) for m in deeds(text) if m.type.value == kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Kenyan officers who arrested the Chadian miners fled.", "COERCE"),
        ("Having arrested nine Chadian miners, Kenya closed its airport.", "COERCE"),
        ("Kenyan officers arrested at least nine Chadian miners.", "COERCE"),
        ("Kenya, Peru said, arrested nine Chadian miners.", "COERCE"),
        ("The Kenyan army, the Peruvian ministry said, arrested nine Chadian miners.", "COERCE"),
        ("Kenya, Peru said, had arrested nine Chadian miners.", "COERCE"),
        ("The Chadian miners Kenya arrested in May fell ill.", "COERCE"),
        ("Kenya arrested what it called Chadian spies.", "COERCE"),
    ],
)
def test_objects_are_found_however_the_clause_is_turned(text: str, kind: str) -> None:
    assert ({"KEN"}, {"TCD"}) in [countries(m) for m in deeds(text) if m.type.value == kind]


def test_when_somebody_strikes_is_no_object() -> None:
    found = deeds("The last time Kenya attacked, Chad slept.")
    assert [countries(m) for m in found] == [({"KEN"}, set())]


@pytest.mark.parametrize("aside", ["in turn", "however", "according to Peru", "for its part"])
def test_an_aside_does_not_part_a_verb_from_its_auxiliary(aside: str) -> None:
    found = [m for m in deeds(f"Kenya has, {aside}, freed nine Chadian miners.") if m.type.value == "RETREAT"]
    assert [countries(m) for m in found] == [({"KEN"}, {"TCD"})]
