"""How rare a word is depends on which articles are held, not on when it was asked."""

from collections.abc import Iterable
from datetime import timedelta

import pytest
from bench.corroboration_wire import one_story, reports

from dateline.corroborator.features.rarity import LISTED, LONG, Index
from dateline.corroborator.reports.held import Held
from dateline.corroborator.reports.holding import hold

DAY = timedelta(days=1)


def held_of(count: int, *, days: float) -> list[Held]:
    return [hold(report, number) for number, report in enumerate(reports(count, days=days), 1)]


def rarities(index: Index, period: int, names: Iterable[str]) -> dict[str, tuple[float, bool]]:
    """How rare each is, and whether two articles at least have it."""
    rarity, known = index.rarity(period), {name: index.feature(name) for name in names}
    return {name: (rarity.of(name), feature is not None and rarity.shared(feature)) for name, feature in known.items()}


def test_a_rarity_asked_for_before_the_first_article_leaves_nothing_wrong_behind() -> None:
    [held] = held_of(1, days=1)
    about = held.about
    asked_early, asked_late = Index(14 * DAY), Index(14 * DAY)
    period = asked_late.period(held)
    early = asked_early.rarity(period)
    asked_early.add(held)
    for name in about:
        early.of(name)
    asked_late.add(*held_of(1, days=1))

    assert rarities(asked_early, period, about) == rarities(asked_late, period, about)


def test_a_long_list_counts_and_gives_only_what_is_left_before_and_after_it_is_cleared() -> None:
    """Of a feature that very many articles share, those that are gone are cleared away once they are half of it."""
    wire = [hold(report, number) for number, report in enumerate(one_story(3 * LONG, hours=1), 1)]
    index = Index(14 * DAY)
    for held in wire:
        held.about = (*held.about, "shared")
        index.add(held)
    period, shared = index.period(wire[0]), wire[0].features[-1]
    left = dict.fromkeys(held.sequence for held in wire)
    lengths = []

    for held in [*wire[::3], *wire[1::3]]:
        index.remove(held)
        del left[held.sequence]

        assert index.count(shared, period) == shared.articles == len(left)
        assert list(index.sharing(shared, period)) == [*reversed(left)][:LISTED]
        lengths.append(len(index._listed[period][shared]))

    assert lengths[0] == 3 * LONG  # one that is gone is not worth the work
    assert lengths[-1] < 2 * LONG


@pytest.mark.parametrize("asked_meanwhile", [False, True])
def test_what_is_kept_up_is_what_is_counted_anew(asked_meanwhile: bool) -> None:
    """Around several periods by turns, or around one that others come and go beside."""
    wire = held_of(120, days=40)
    names = dict.fromkeys(name for held in wire for name in held.about)
    kept_up, counted_anew = Index(14 * DAY), Index(14 * DAY)
    periods = list(dict.fromkeys(map(kept_up.period, wire)))
    for held in wire:
        kept_up.add(held)
        if asked_meanwhile:
            rarities(kept_up, kept_up.period(held), names)
            rarities(kept_up, periods[0], names)
    for period in periods:
        rarities(kept_up, period, names)

    for held in wire[::2]:
        kept_up.remove(held)

    for held in held_of(120, days=40)[1::2]:
        counted_anew.add(held)
    assert len(periods) > 2
    for period in periods:
        assert rarities(kept_up, period, names) == rarities(counted_anew, period, names)


def test_articles_of_one_feature_share_one_object_and_what_no_article_has_is_not_kept() -> None:
    wire = held_of(30, days=60)
    index = Index(14 * DAY)
    for held in wire:
        index.add(held)
    features = {feature for held in wire for feature in held.features}
    rarity = index.rarity(index.period(wire[0]))
    rarity.of("nowhere")

    assert len(features) == len({feature.name for feature in features}) == len(index._features)
    for held in wire[:-1]:
        index.remove(held)
    assert set(index._features.values()) == set(wire[-1].features)
    index.remove(wire[-1])
    assert not index._features
