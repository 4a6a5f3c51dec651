"""The five seeds, through the coder and the corroborator: what every reader must find in them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from bench.corroboration_seeds import judged

from dateline.corroborator.memory import Memory
from dateline.enricher.coder import code
from dateline.enricher.signature import report_of
from dateline.fetcher.texts import article_of_text
from dateline_schemas import DisagreementKind, EnrichedArticle, Event, Life, Story

NOW = datetime(2026, 1, 1, tzinfo=UTC)
DATES = {"000": "2023-04-29", "001": "2023-04-29", "002": "2023-04-29", "003": "2023-04-29", "004": "2024-06-13"}


def enriched(shared: Path, *, dated: bool) -> dict[str, EnrichedArticle]:
    coded = {}
    for path in sorted((shared / "seeds").glob("*.txt")):
        number = path.name[:3]
        published = datetime.fromisoformat(DATES[number]).replace(tzinfo=UTC) if dated else None
        article = article_of_text(path.read_text(encoding="utf-8"), name=path.name, published=published)
        article = article.model_copy(update={"fetched": article.published or NOW})
        coded[number] = code(article, NOW)
    return coded


@pytest.fixture(scope="module", params=["bare", "dated"])
def seeds(request: pytest.FixtureRequest, shared: Path) -> dict[str, EnrichedArticle]:
    return enriched(shared, dated=request.param == "dated")


@pytest.fixture(scope="module")
def told(seeds: dict[str, EnrichedArticle]) -> tuple[list[Story], list[Event]]:
    memory = Memory()
    stories: dict[str, Story] = {}
    events: dict[str, Event] = {}
    for one in seeds.values():
        change = memory.take(report_of(one), NOW)
        stories |= {story.id: story for story in change.stories}
        events |= {event.id: event for event in change.events}
    return (
        [story for story in stories.values() if story.life is Life.LIVE],
        [event for event in events.values() if event.life is Life.LIVE],
    )


@pytest.mark.parametrize(
    ("number", "surname", "country"),
    [
        ("000", "Khamenei", "IRN"), ("000", "Raisi", "IRN"), ("000", "Rashid", "IRQ"),
        ("001", "Khamenei", "IRN"), ("001", "Raisi", "IRN"), ("001", "Rashid", "IRQ"),
        ("002", "Khamenei", "IRN"), ("002", "Raisi", "IRN"), ("002", "Rashid", "IRQ"),
        ("003", "Raisi", "IRN"), ("003", "Rashid", "IRQ"),
        ("004", "Bagheri", "IRN"), ("004", "Rashid", "IRQ"),
    ],
)  # fmt: skip
def test_main_actors_have_country_and_sector(
    seeds: dict[str, EnrichedArticle], number: str, surname: str, country: str
) -> None:
    found = {(actor.country, actor.sector) for actor in seeds[number].actors if surname in actor.name}
    assert (country, "GOV") in found


@pytest.mark.parametrize("number", DATES)
def test_every_article_has_a_consult_between_iran_and_iraq(seeds: dict[str, EnrichedArticle], number: str) -> None:
    consults = [mention for mention in seeds[number].mentions if mention.type == "CONSULT"]
    assert any(
        {party.country for party in (*mention.actors, *mention.recipients)} >= {"IRN", "IRQ"} for mention in consults
    )


@pytest.mark.parametrize(("number", "speaker"), [("000", "Raisi"), ("001", "Khamenei"), ("003", "Raisi")])
def test_criticism_of_the_us_presence_has_its_speaker(
    seeds: dict[str, EnrichedArticle], number: str, speaker: str
) -> None:
    critical = [mention for mention in seeds[number].mentions if mention.type == "ACCUSE"]
    assert any(
        (mention.speaker and speaker in mention.speaker.name) or any(speaker in actor.name for actor in mention.actors)
        for mention in critical
    )


@pytest.mark.parametrize(("number", "unit"), [("000", "USD"), ("003", "EUR")])
def test_trade_amount_has_its_unit(seeds: dict[str, EnrichedArticle], number: str, unit: str) -> None:
    assert (10e9, unit) in {(quantity.value, quantity.unit) for quantity in seeds[number].quantities}


def test_the_visit_is_one_story_and_the_later_one_another(
    seeds: dict[str, EnrichedArticle], told: tuple[list[Story], list[Event]]
) -> None:
    by_id = {one.article.id: number for number, one in seeds.items()}
    groups = {frozenset(by_id[entry.article] for entry in story.articles) for story in told[0]}
    assert groups == {frozenset({"000", "001", "002", "003"}), frozenset({"004"})}


def test_the_two_trade_amounts_stand_side_by_side(told: tuple[list[Story], list[Event]]) -> None:
    units = [
        {side.quantity.unit for side in disagreement.sides if side.quantity}
        for event in told[1]
        for disagreement in event.disagreements
        if disagreement.kind is DisagreementKind.AMOUNT
    ]
    assert {"USD", "EUR"} in units


def test_three_quarters_of_the_shared_deeds_are_one_event_each_with_the_right_outlets(shared: Path) -> None:
    verdicts = [verdict for _, verdict in judged(shared / "seeds")]

    assert len(verdicts) == 19
    assert sum(verdicts) >= 15


def test_a_spelling_of_his_name_does_not_make_the_president_two(told: tuple[list[Story], list[Event]]) -> None:
    for event in told[1]:
        assert len([party for party in (*event.actors, *event.recipients) if "Rashid" in party.name]) <= 1
