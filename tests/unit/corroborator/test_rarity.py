"""How rare a word is depends on which articles are held, not on when it was asked."""

from datetime import timedelta

from bench.corroboration_wire import reports

from dateline.corroborator.held import hold
from dateline.corroborator.rarity import Index


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
