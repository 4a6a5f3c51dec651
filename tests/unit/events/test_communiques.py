"""Who does what a communiqué tells in clauses that begin with their verb."""

import pytest
from tests.unit.events.coding import countries, deeds

TEXT = """The {issuer}, {having}

1. Strongly condemns the attack on Mombasa, and urges Chad to free nine nuns;

2. Rejects the request of Peru."""


@pytest.mark.parametrize(
    ("issuer", "having", "country"),
    [
        ("Security Council", "recalling its resolutions on Kenya:", "UNO"),
        ("Peace and Security Council of the African Union", "having been briefed by the envoy of Norway:", "IGO"),
        ("European Council,", "", "EUR"),
    ],
)
def test_its_issuer_does_it(issuer: str, having: str, country: str) -> None:
    found = [m for m in deeds(TEXT.format(issuer=issuer, having=having)) if m.type.value != "ASSAULT"]

    assert [m.type.value for m in found if countries(m)[0] == {country}] == ["ACCUSE", "REQUEST", "REJECT"]


@pytest.mark.parametrize("number", ["(i) ", "- ", "• ", "3. ", ""])
def test_however_it_is_numbered(number: str) -> None:
    (condemned,) = deeds(f"The African Union:\n\n{number}Condemns Chad.")

    assert countries(condemned) == ({"IGO"}, {"TCD"})


def test_a_sentence_with_a_subject_ends_it() -> None:
    found = deeds("The African Union:\n\n1. Condemns Chad.\n\nPeru's envoy thanked the nuns.\n\nCondemns Kenya.")

    first, *others = [countries(m)[0] for m in found if m.type.value == "ACCUSE"]
    assert first == {"IGO"}
    assert {"IGO"} not in others
