"""How rare a word is depends on which articles are held, not on when it was asked."""

from datetime import timedelta

import pytest
from bench.corroboration_wire import one_story, reports

from dateline.corroborator.features import depths
from dateline.corroborator.features.rarity import LISTED, LONG, Index
from dateline.corroborator.reports.held import hold


def test_a_rarity_asked_for_before_the_first_article_leaves_nothing_wrong_behind() -> None:
    [held] = [hold(report, 1) for report in reports(1, days=1)]
    asked_early, asked_late = Index(timedelta(days=14)), Index(timedelta(days=14))
    early = asked_early.rarity(asked_early.period(held))
    for index in (asked_early, asked_late):
        index.add(held)
    for feature in held.features:
        early.of(feature)

    period = asked_late.period(held)
    assert {feature: asked_early.rarity(period).of(feature) for feature in held.features} == {
        feature: asked_late.rarity(period).of(feature) for feature in held.features
    }


def test_a_long_list_counts_and_gives_only_what_is_left_before_and_after_it_is_cleared() -> None:
    """Of a feature that very many articles share, those that are gone are cleared away once they are half of it."""
    wire = [hold(report, number) for number, report in enumerate(one_story(3 * LONG, hours=1), 1)]
    index = Index(timedelta(days=14))
    for held in wire:
        held.features = (*held.features, "shared")
        index.add(held)
    period = index.period(wire[0])
    left = dict.fromkeys(held.sequence for held in wire)
    lengths = []

    for held in [*wire[::3], *wire[1::3]]:
        index.remove(held)
        del left[held.sequence]

        assert index.count("shared", period) == len(left)
        assert list(index.sharing("shared", period)) == [*reversed(left)][:LISTED]
        lengths.append(len(index._listed[period]["shared"]))

    assert lengths[0] == 3 * LONG  # one that is gone is not worth the work
    assert lengths[-1] < 2 * LONG


def test_depths_kept_up_are_those_counted_anew() -> None:
    wire = [hold(report, number) for number, report in enumerate(reports(120, days=40), 1)]
    kept_up = Index(timedelta(days=14))
    features = dict.fromkeys(feature for held in wire for feature in held.features)
    for held in wire:
        kept_up.add(held)
        for period in (kept_up.period(held), kept_up.period(wire[0])):
            kept_up.rarity(period).of(held.features[0])
    for period in map(kept_up.period, wire):
        for feature in features:
            kept_up.rarity(period).of(feature)

    for held in wire[::2]:
        kept_up.remove(held)

    counted_anew = Index(timedelta(days=14))
    for held in wire[1::2]:
        counted_anew.add(held)
    for period in map(kept_up.period, wire[1::2]):
        one, other = kept_up.rarity(period), counted_anew.rarity(period)
        assert {f: (one.of(f), one.shared(f)) for f in features} == {
            f: (other.of(f), other.shared(f)) for f in features
        }


@pytest.mark.usefixtures("uncompiled")
@pytest.mark.parametrize("waiting", [0, 7, 1000])
def test_depths_of_a_period_that_nobody_asks_about_are_right_when_somebody_does(
    monkeypatch: pytest.MonkeyPatch, waiting: int
) -> None:
    """What comes and goes meanwhile waits, and when too much does, all is counted anew."""
    monkeypatch.setattr(depths, "WAITING", waiting)
    wire = [hold(report, number) for number, report in enumerate(reports(60, days=1), 1)]
    asked_early, asked_late = Index(timedelta(days=14)), Index(timedelta(days=14))
    period = asked_early.period(wire[0])
    features = dict.fromkeys(feature for held in wire for feature in held.features)
    for index in (asked_early, asked_late):
        index.add(wire[0])
    early = asked_early.rarity(period)
    for feature in features:
        early.of(feature)

    for index in (asked_early, asked_late):
        for held in wire[1:]:
            index.add(held)
        for held in wire[:20]:
            index.remove(held)
    for feature in ("not asked so far", wire[5].features[-1]):
        early.of(feature)  # by whoever still has the rarity of the moment before

    one, other = asked_early.rarity(period), asked_late.rarity(period)
    assert {f: (one.of(f), one.shared(f)) for f in features} == {f: (other.of(f), other.shared(f)) for f in features}
    assert len(asked_early._depths[period]._waiting) == 0


@pytest.mark.usefixtures("uncompiled")
def test_of_features_that_no_article_has_a_bounded_number_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(depths, "ABSENT", 10)
    [held] = [hold(report, 1) for report in reports(1, days=1)]
    index = Index(timedelta(days=14))
    index.add(held)
    rarity = index.rarity(index.period(held))

    for number in range(200):
        rarity.of(f"nowhere {number}")

    assert len(index._depths[index.period(held)]) <= 12
    assert rarity.of(held.features[0]) < rarity.of("nowhere 0")
