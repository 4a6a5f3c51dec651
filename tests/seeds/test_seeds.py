"""The seed articles against their answer key, and what must be found in them."""

import os
from pathlib import Path

import pytest
from bench.seeds import coded
from tests.seeds.score import answer_key, score

from dateline_schemas import EnrichedArticle, EventType

SEEDS = Path(os.environ.get("DATELINE_SHARED", "../shared")) / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"no seeds at {SEEDS}")


@pytest.fixture(scope="module")
def seeds() -> dict[str, EnrichedArticle]:
    return {path.name[:3]: coded(path) for path in sorted(SEEDS.glob("*.txt"))}


def test_precision_and_recall_against_the_key(seeds: dict[str, EnrichedArticle]) -> None:
    result = score(seeds, answer_key())

    assert result.precision >= 0.90, result.extra
    assert result.recall >= 0.80, result.misses


@pytest.mark.parametrize(
    ("number", "country", "sector"),
    [("000", "IRN", "GOV"), ("000", "IRQ", "GOV"), ("001", "IRN", "GOV"), ("001", "IRQ", "GOV"), ("002", "IRN", "GOV"),
     ("002", "IRQ", "GOV"), ("003", "IRN", "GOV"), ("003", "IRQ", "GOV"), ("004", "IRN", "GOV"), ("004", "IRQ", "GOV")],
)  # fmt: skip
def test_main_actors_have_country_and_sector(
    seeds: dict[str, EnrichedArticle], number: str, country: str, sector: str
) -> None:
    assert (country, sector) in {(actor.country, actor.sector) for actor in seeds[number].actors}


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_two_countries_consult(seeds: dict[str, EnrichedArticle], number: str) -> None:
    consults = [m for m in seeds[number].mentions if m.type is EventType.CONSULT]
    countries = [{party.country for party in (*m.actors, *m.recipients)} for m in consults]

    assert any({"IRN", "IRQ"} <= both or both & {"IRN", "IRQ"} for both in countries)


def test_the_presence_of_troops_is_criticised_by_its_speaker(seeds: dict[str, EnrichedArticle]) -> None:
    accusers = {a.country for m in seeds["000"].mentions if m.type is EventType.ACCUSE for a in m.actors}

    assert "IRN" in accusers


def test_the_trade_amount_has_its_unit(seeds: dict[str, EnrichedArticle]) -> None:
    units = {
        number: {q.unit for q in seeds[number].quantities if q.value == 10_000_000_000} for number in ("000", "003")
    }

    assert units == {"000": {"USD"}, "003": {"EUR"}}
