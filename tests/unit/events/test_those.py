"""Who "seven" or "some" are, of those told of before; and what people say by protesting."""

import pytest
from tests.unit.events.coding import countries, deeds, mentions


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("Police in Chad arrested nine Kenyan dockers. Seven were let go by nightfall.", "RETREAT", {"KEN"}),
        ("Police in Chad arrested nine Kenyan dockers. 140 were released.", "RETREAT", {"KEN"}),
        ("Chad's army arrested nine Kenyan dockers. Two who tried to flee were shot dead.", "ASSAULT", {"KEN"}),
        ("Chad's army arrested nine Kenyan dockers. Two of them were flogged.", "ASSAULT", {"KEN"}),
        ("Chad's army bombed Kenya. Seven ships were released.", "RETREAT", set()),  # of ships it says what they are
    ],
)
def test_a_bare_number_is_of_those_whom_a_deed_met(text: str, kind: str, recipients: set[str]) -> None:
    found = [deed for deed in deeds(text) if deed.type.value == kind]
    assert [countries(deed)[1] for deed in found] in ([recipients], [])
    assert bool(found) == bool(recipients)


def test_some_are_of_those_who_protest() -> None:
    _, hurling = deeds("Chadian dockers marched in Lima on Monday. Some hurled stones at a gate.")
    assert (hurling.type, countries(hurling)[0]) == ("PROTEST", {"TCD"})


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Chadian dockers marched in Lima to demand a vote.", ["PROTEST", "REQUEST"]),
        ("Chadian dockers wrote a song to demand a vote.", []),  # a purpose is no deed
        ("Chadian dockers flew to Lima to demand a vote.", ["REQUEST"]),
    ],
)
def test_a_protest_says_what_it_is_for(text: str, types: list[str]) -> None:
    assert [deed.type for deed in deeds(text)] == types


def test_what_somebody_responds_with_is_their_deed() -> None:
    (pledge,) = deeds("Norway responded with a pledge of two further boats.")
    assert (pledge.type, countries(pledge)[0]) == ("AGREE", {"NOR"})


def test_a_denial_is_told_beside_what_else_its_sentence_tells() -> None:
    found = mentions("Chad denied involvement and retaliated by shutting a Kenyan school in Gao.")
    assert "STATEMENT" in [mention.type for mention in found]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Peru accused Chilean police of beating pensioners.", [{"PER"}, {"CHL"}]),
        ("Peru charged a Chilean with beating pensioners.", [{"PER"}]),  # a court will say whether he did
    ],
)
def test_of_what_somebody_is_accused_is_told_as_their_deed(text: str, actors: list[set[str]]) -> None:
    assert [countries(deed)[0] for deed in deeds(text)] == actors
