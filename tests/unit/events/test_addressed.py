"""To whom something is said."""

import pytest
from tests.unit.events.coding import countries, mentions


@pytest.mark.parametrize(
    ("text", "addressed"),
    [
        ("Kenya's minister told the Chadian parliament that it rained.", {"TCD"}),
        ("Kenya's minister assured Peruvian growers that mills would open.", {"PER"}),
        ("Kenya's minister conveyed his condolences to the families of the Chadian pilots.", {"TCD"}),
        ("Kenya's minister told a news conference that Chad had rain.", set()),
        ("Kenya's minister said that Chad had rain.", set()),
    ],
)
def test_whom_a_statement_is_made_to(text: str, addressed: set[str]) -> None:
    (statement,) = mentions(text)

    assert (statement.type, *countries(statement)) == ("STATEMENT", {"KEN"}, addressed)


def test_condolences_are_told_beside_what_else_is_said() -> None:
    told = mentions("Kenya expressed its condolences to Chad and reiterated its support for Mali's army.")
    assert [mention.type for mention in told] == ["STATEMENT", "SUPPORT"]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ('"Chad attacked us at dawn," the Kenyan minister said.', {"KEN"}),
        ('"Chad attacked Peru at dawn," the Kenyan minister said.', {"PER"}),
    ],
)
def test_us_is_who_speaks(text: str, recipients: set[str]) -> None:
    assert next(countries(m)[1] for m in mentions(text) if m.type.value == "ASSAULT") == recipients
