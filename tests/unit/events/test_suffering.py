"""Nouns that say to whom something is done by whose it is."""

import pytest
from tests.unit.events.coding import countries, deeds


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Kenya condemned the Chadian editor's arrest.", "COERCE", set(), {"TCD"}),
        ("Kenya condemned Chad's arrest of Nigerian editors.", "COERCE", {"TCD"}, {"NGA"}),
        ("Kenya condemned Chad's detentions.", "COERCE", {"TCD"}, set()),
        ("The Chadian editor, whose arrest Kenya condemned, fell ill.", "COERCE", set(), {"TCD"}),
    ],
)
def test_whose_arrest_it_is_suffers_it_if_they_are_people(
    text: str, kind: str, actors: set[str], recipients: set[str]
) -> None:
    assert [countries(m) for m in deeds(text) if m.type.value == kind] == [(actors, recipients)]


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("Kenya condemned the Chadian editor's arrest.", "ACCUSE", set()),
        ("Kenya welcomed the Chadian editor's release.", "SUPPORT", set()),
        ("Kenya accused the Chadian editor, whose arrest Peru condemned, of theft.", "ACCUSE", {"TCD"}),
        ("Chad arrested a Nigerian editor. Kenya condemned his arrest.", "ACCUSE", {"TCD"}),
        ("Chad freed a Nigerian editor. Kenya welcomed the editor's release.", "SUPPORT", {"TCD"}),
    ],
)
def test_who_suffered_what_is_judged_is_not_who_is_judged(text: str, kind: str, recipients: set[str]) -> None:
    found = next(m for m in deeds(text) if m.type.value == kind)
    assert countries(found) == ({"KEN"}, recipients)


def test_who_did_it_is_remembered() -> None:
    last = deeds("Chad arrested a Nigerian editor. Kenya condemned his arrest.")[-1]
    assert (last.type.value, countries(last)) == ("COERCE", ({"TCD"}, {"NGA"}))
