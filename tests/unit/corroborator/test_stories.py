"""Which reports are one story, and what a story says of its outlets."""

import random
from datetime import UTC, datetime

import pytest
from tests.unit.corroborator.wire import happening_words, report

from dateline.corroborator import CorroboratorSettings, Memory
from dateline_schemas import Life, Report, Story

NOW = datetime(2031, 3, 5, tzinfo=UTC)
YEAR = 24 * 365


def groups(memory: Memory) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for article, story in memory.stories().items():
        found.setdefault(story, set()).add(article)
    return {frozenset(articles) for articles in found.values()}


def taken(wire: list[Report]) -> Memory:
    memory = Memory()
    for one in wire:
        memory.take(one, NOW)
    return memory


def last_story(memory: Memory, one: Report) -> Story:
    return next(story for story in memory.take(one, NOW).stories if story.life is Life.LIVE)


@pytest.mark.parametrize("seed", range(8))
def test_the_order_of_arrival_does_not_matter(seed: int) -> None:
    wire = [report(f"a{i}", i % 6, hours=i) for i in range(36)]
    mixed = random.Random(seed).sample(wire, len(wire))

    assert groups(taken(mixed)) == groups(taken(wire))
    assert len(groups(taken(wire))) == 6


def of_several(article: str, shares: dict[int, int]) -> Report:
    """A report with so many words of each happening."""
    words = [word for happening, count in shares.items() for word in happening_words(happening)[:count]]
    terms = tuple((word, 2.0) for word in words) + tuple((f"own{article}{i}", 1.0) for i in range(8))
    one = report(article, 0, mentions=(), title="")
    return one.model_copy(update={"signature": one.signature.model_copy(update={"terms": terms, "names": ()})})


@pytest.mark.parametrize("seed", [2, 8, 9, 15, 19, 22])
def test_reports_between_three_stories_fall_the_same_way_in_whatever_order(seed: int) -> None:
    draw = random.Random(seed)
    wire = []
    for number in range(16):
        first, count = draw.randrange(3), draw.choice((20, 14, 12, 10))
        second = {(first + 1) % 3: draw.choice((4, 6, 8, 10))} if count < 20 else {}
        wire.append(of_several(f"a{number:02}", {first: count, **second}))

    orders = [random.Random(order).sample(wire, len(wire)) for order in range(6)]

    assert len({frozenset(groups(taken(order))) for order in orders}) == 1


def test_the_same_words_a_year_apart_are_two_stories() -> None:
    memory = taken([report("a", 1), report("b", 1, hours=YEAR), report("c", 1, hours=2)])

    assert groups(memory) == {frozenset({"a", "c"}), frozenset({"b"})}


def test_a_date_far_ahead_harms_no_story() -> None:
    memory = taken([report("a", 1), report("far", 2, hours=70 * YEAR), report("b", 1, hours=3)])

    assert groups(memory) == {frozenset({"a", "b"}), frozenset({"far"})}


def test_a_back_fill_beside_the_live_wire_gives_what_each_gives_alone() -> None:
    live = [report(f"live{i}", i % 4, hours=i) for i in range(24)]
    past = [report(f"past{i}", i % 4, hours=i - YEAR) for i in range(240)]
    both = taken([one for i in range(24) for one in (live[i], *past[10 * i : 10 * i + 10])])

    assert groups(both) == groups(taken(live)) | groups(taken(past))


def test_a_title_alone_makes_no_story() -> None:
    memory = taken([report(f"a{i}", i, title="Live updates") for i in range(5)])

    assert len(groups(memory)) == 5


def of_a_kind(article: str, happening: int, hours: float) -> Report:
    """A report that has some of its telling words in common with those of other happenings of its kind."""
    one = report(article, happening, hours=hours, title="A storm")
    storm = tuple((f"stormy{i}", 2.0) for i in range(4))
    return one.model_copy(update={"signature": one.signature.model_copy(update={"terms": one.signature.terms + storm})})


def test_two_happenings_of_one_kind_at_one_time_are_two_stories() -> None:
    """Each two of the articles are alike enough to be one story: that all of one happening are far more alike tells."""
    memory = taken([of_a_kind(f"a{i}", i % 2, hours=i) for i in range(16)])

    assert groups(memory) == {frozenset(f"a{i}" for i in range(first, 16, 2)) for first in (0, 1)}


def test_editions_are_kept_apart() -> None:
    memory = taken([report("a", 1), report("b", 1, edition="fr")])

    assert len(groups(memory)) == 2


def test_a_copied_text_counts_for_its_origin() -> None:
    memory = taken([report("a", 1, outlet="Wire", wording=1), report("b", 1, outlet="Own")])

    story = last_story(memory, report("c", 1, outlet="Printer", wording=1, hours=1))

    assert story.outlet_count == 3
    assert story.independent_count == 2
    assert [entry.copy_of for entry in story.articles if entry.article == "c"] == ["a"]


def test_two_outlets_that_give_one_agency_count_once() -> None:
    memory = taken([report("a", 1, agencies=("Northwire",)), report("b", 1, agencies=("Northwire",))])

    assert last_story(memory, report("c", 1)).independent_count == 2


def test_a_report_that_shows_two_stories_to_be_one_merges_them() -> None:
    memory = taken([report("a", 1), report("b", 1), report("c", 2)])
    assert len(groups(memory)) == 2

    change = memory.take(report("d", 1, beside=2), NOW)

    (ended,) = (story for story in change.stories if story.life is Life.ENDED)
    (live,) = (story for story in change.stories if story.life is Life.LIVE)
    assert groups(memory) == {frozenset("abcd")}
    assert ended.heirs == (live.id,)


def test_a_correction_that_takes_the_tie_away_splits_the_story() -> None:
    memory = taken([report("a", 1), report("b", 1), report("c", 2), report("d", 1, beside=2)])
    (one,) = set(memory.stories().values())

    change = memory.take(report("d", 1, revision=2), NOW)

    assert groups(memory) == {frozenset("abd"), frozenset("c")}
    assert {story.life for story in change.stories} == {Life.LIVE}
    assert one in memory.stories().values()  # the story goes on, the part that left is a new one
    assert {entry.article for story in change.stories for entry in story.articles} == set("abcd")


def test_a_withdrawn_article_leaves_its_story_and_an_empty_story_ends() -> None:
    memory = taken([report("a", 1), report("b", 2)])

    (ended,) = memory.take(report("a", 1, revision=2, withdrawn=True), NOW).stories

    assert ended.life is Life.ENDED
    assert memory.stories().keys() == {"b"}


def test_memory_releases_the_stories_least_recently_touched() -> None:
    memory = Memory(CorroboratorSettings(reports=10))
    for i in range(20):
        memory.take(report(f"old{i}", i), NOW)
        memory.take(report(f"kept{i}", 99), NOW)
        if i > 5:
            assert len(memory) <= 10 or len(groups(memory)) == 1

    assert "old0" not in memory.stories()
    assert "kept19" in memory.stories()


def test_a_story_says_what_of_its_articles_was_not_read() -> None:
    german = report("a", 1).model_copy(update={"incomplete": ("not coded: the text is in 'de'",)})

    assert last_story(Memory(), german).articles[0].incomplete == ("not coded: the text is in 'de'",)
