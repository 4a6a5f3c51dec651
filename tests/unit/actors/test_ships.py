"""Whom a ship's name stands for."""

import pytest

from dateline.enricher import actors, document


def sectors(text: str) -> set[tuple[str | None, str | None]]:
    return {(actor.country, actor.sector) for actor in actors.find(document.read(text)).actors}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The USS Otieno fired at a boat.", "USA"),
        ("TCG Otieno ignored the calls.", "TUR"),
        ("The frigate INS Otieno freed them.", "IND"),
        ("The destroyer, HMS Otieno, was attacked.", "GBR"),
    ],
)
def test_a_warship_is_the_military_of_its_state(text: str, country: str) -> None:
    assert sectors(text) == {(country, "MIL")}


@pytest.mark.parametrize("text", ["The MV Otieno sank.", "Its SS Otieno burned.", "The USS sank."])
def test_other_ships_are_nobodys_military(text: str) -> None:
    assert "MIL" not in {sector for _, sector in sectors(text)}
