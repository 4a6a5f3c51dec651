"""A nation's people by what they do, where no list has the noun."""

import pytest

from dateline.enricher import actors, document
from dateline.enricher.actors.trades import trade


def acting(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(actor.name, actor.country, actor.sector) for actor in actors.find(document.read(text)).actors]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nigerian brewers threatened to strike.", "brewers of Nigeria"),
        ("The minister met Polish hauliers in Warsaw.", "hauliers of Poland"),
        ("Police beat young Kenyan grape pickers near Kericho.", "grape pickers of Kenya"),
        ("A Greek stone carver was killed.", "stone carver of Greece"),
    ],
)
def test_they_are_no_government(text: str, name: str) -> None:
    assert [(named, sector) for named, _, sector in acting(text) if named == name] == [(name, "CVL")]


@pytest.mark.parametrize("text", ["Japanese trawlers fled.", "Indonesian smelters closed.", "German dishwashers sell."])
def test_things_are_nobody_of_their_own(text: str) -> None:
    assert not [name for name, _, _ in acting(text) if " of " in name]


def test_a_part_of_another_noun_is_nobody() -> None:
    assert not [name for name, _, _ in acting("The Nigerian brewers association met.") if name == "brewers of Nigeria"]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("pickers", ("picker", True)),
        ("haulier", ("haulier", False)),
        ("oarswomen", ("oarswoman", True)),
        ("trawlers", None),
        ("Pickers", None),
        ("glass", None),
        ("later", None),
    ],
)
def test_trades_are_told_by_their_endings(written: str, found: tuple[str, bool] | None) -> None:
    assert trade(written) == found
