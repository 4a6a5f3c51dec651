"""The seeds with other persons, countries and cities are coded as well as the seeds themselves, within five points."""

from pathlib import Path
from typing import Any

import pytest
from bench.seeds import SHARED, coded
from tests.seeds.score import Score, answer_key, score
from tests.unit.actors.swap import Swap, swap

SEEDS = SHARED / "seeds"
FIVE_POINTS = 0.05
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"no seeds at {SEEDS}")


def swapped_score(seed: int) -> Score:
    """The score of all articles with the names that `seed` draws, against the key moved to where the words now are."""
    articles, key = {}, []
    for path in sorted(SEEDS.glob("*.txt")):
        number = path.name[:3]
        other = swap(path.read_bytes().decode(), seed)
        articles[number] = coded(path, other.text)
        key += [moved(line, other) for line in answer_key() if line["article"] == number]
    return score(articles, key)


def moved(line: dict[str, Any], other: Swap) -> dict[str, Any]:
    start, end = other.moved(line["start"], line["end"])
    sides = {side: [renamed(party, other) for party in line[side]] for side in ("actors", "recipients")}
    speaker = renamed(line["speaker"], other) if line["speaker"] else None
    return {**line, **sides, "speaker": speaker, "start": start, "end": end}


def renamed(party: dict[str, Any], other: Swap) -> dict[str, Any]:
    country = party.get("country")
    return {**party, "country": other.countries.get(country, country) if country else country}


@pytest.fixture(scope="module")
def plain() -> Score:
    return score({path.name[:3]: coded(path) for path in sorted(Path(SEEDS).glob("*.txt"))}, answer_key())


@pytest.mark.parametrize("seed", range(4))
def test_other_names_cost_at_most_five_points(seed: int, plain: Score) -> None:
    result = swapped_score(seed)

    assert result.precision >= plain.precision - FIVE_POINTS, result.extra
    assert result.recall >= plain.recall - FIVE_POINTS, result.misses
