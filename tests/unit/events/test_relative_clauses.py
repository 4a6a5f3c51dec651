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
