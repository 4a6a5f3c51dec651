"""Which articles are compared with an article, all that share enough with it, and who its main persons are."""

import pytest
from bench.corroboration_wire import reports
from tests.unit.corroborator.wire import mention, report

from dateline.corroborator.features.likeness import Likeness, persons_alike
from dateline.corroborator.features.rarity import Index
from dateline.corroborator.memory import Memory
from dateline.corroborator.reports.held import Held
from dateline.corroborator.reports.holding import OFTEN, TWICE, hold
from dateline.corroborator.state.state import State
from dateline.corroborator.stories.nearby import LEAST_SHARED, NEAREST, neighbours, rarest
from dateline_schemas import EventType


def weighed_one_by_one(held: Held, likeness: Likeness, index: Index, state: State) -> list[Held]:
    weights = likeness.vector(held)[0]
    rare = rarest(weights, likeness.rarity)
    votes: dict[str, float] = {}
    for feature in rare:
        for other in map(index.article, index.sharing(feature, index.period(held))):
            if other is not held:
                votes[other.article] = votes.get(other.article, 0.0) + weights[feature]
    least = LEAST_SHARED * sum(weights[feature] for feature in rare)
    enough = sorted((-vote, article) for article, vote in votes.items() if vote >= least)
    return [state.articles[article] for _, article in enough[:NEAREST]]


@pytest.mark.parametrize("features", [3, 12, 200])
def test_all_that_share_enough_are_found(features: int) -> None:
    """Of an article of few features one may be enough; of many, two are needed at least."""
    memory = Memory()
    wire = list(reports(150, days=1, per_story=3))
    memory.take_all(wire, wire[0].event_time)
    state = memory._state
    index = state.index(wire[0].edition)
    found = 0
    for held in state.articles.values():
        held.features, held.weights = held.features[:features], held.weights[:features]
        likeness = Likeness(state.rarity_around(held))

        near = neighbours(held, index, likeness, state)

        assert near == weighed_one_by_one(held, likeness, index, state)
        found += len(near)
    assert found > 100


def test_whom_words_are_only_told_to_is_no_main_person() -> None:
    met = [mention("a", 1, 1, "visited", place) for place in range(OFTEN)]
    told = [one.model_copy(update={"type": EventType.STATEMENT}) for one in met]

    assert set(hold(report("a", 1, mentions=tuple(met)), 1).persons) == {"actor1", "other1"}
    assert set(hold(report("a", 1, mentions=tuple(told)), 1).persons) == {"actor1"}


def test_whom_only_one_article_is_about_sets_it_less_apart_where_the_other_names_him_too() -> None:
    def about(article: str, **roles: int) -> Held:
        met = mention(article, 1, 1, "visited")
        persons = {name: met.actors[0].model_copy(update={"actor": name, "name": name}) for name in roles}
        told = [
            met.model_copy(update={"id": f"{article}{name}{n}", "actors": (persons[name],), "recipients": ()})
            for name, count in roles.items()
            for n in range(count)
        ]
        return hold(report(article, 1, mentions=tuple(told)), 1)

    of_both = about("both", Host=OFTEN, Guest=TWICE)
    assert persons_alike(about("a", Guest=OFTEN), about("b", Host=OFTEN)) == 0
    assert 0 < persons_alike(about("a", Guest=OFTEN), of_both) < persons_alike(about("b", Host=OFTEN), of_both)
    assert persons_alike(about("a", Guest=OFTEN), about("c", Host=OFTEN, Guest=1)) == 0, "once is by the way"
