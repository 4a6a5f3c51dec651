"""What a report changes: which story it joins, which stories it makes one, and which events its mentions tell."""

from collections.abc import Iterator

from dateline.corroborator.features.rarity import Rarity
from dateline.corroborator.placing import Placing, fresh, stir
from dateline.corroborator.reports.heirs import Named, living
from dateline.corroborator.reports.held import Held, Telling
from dateline.corroborator.state.ledger import Ledger
from dateline.corroborator.state.state import State
from dateline.corroborator.state.tale import Tale
from dateline.corroborator.stories.grouping import plan


def decide(held: Held, before: Held | None, state: State) -> Ledger:
    """Puts the report in place of the one held before, if any; what that changed."""
    ledger = Ledger()
    placed_before = before if before is not None and before.story else None
    if placed_before is not None:
        ledger.stories[placed_before.story] = held.sequence
        ledger.events |= dict.fromkeys((telling.event for telling in placed_before.tellings), held.sequence)
        state.tales[placed_before.story].wake()
        rarity = state.rarity_around(placed_before)
        stir(placed_before.tellings, state.tales[placed_before.story], rarity, held.sequence, ledger)
        state.lift(placed_before)
        ledger.mark(placed_before.story, placed_before.key)
    carried = state.note(held)
    state.bequeath(held, carried)
    if not held.withdrawn:
        join(held, placed_before, state, ledger)
    placing = Placing(held, placed_before, state, ledger)
    for story in ledger.since:
        if story in state.tales:
            placing.place(state.tales[story])
    if placed_before is not None:
        close_hollow(placed_before, held, state, ledger)
    state.bequeath(held, inherited(ledger.heirs, carried, state))
    return ledger


def inherited(ended: Named, carried: Named, state: State) -> Named:
    """What the article's record has to name: all that ended with the report, and of what its earlier records named
    that which still goes on. Heirs that ended since are in the records of other articles."""
    named = carried | ended
    found = {
        gone: living(gone, lambda name: named.get(name) or state.heirs.of(name), state.lives)
        for gone in named
        if not state.lives(gone)
    }
    return {gone: heirs for gone, heirs in found.items() if heirs or gone in ended}


def join(held: Held, before: Held | None, state: State, ledger: Ledger) -> None:
    """Finds the article's story, puts the stories beside it in order, and finds its mentions' events."""
    state.copies.recognise(held)
    state.count(held)
    rarity = state.rarity_around(held)
    found = plan(held, state.index(held.edition), state)
    went: dict[str, dict[str, None]] = {}
    for story, articles in found.moved:
        move(articles, story or fresh("story", articles[0].article, state, ledger), held, rarity, state, ledger, went)
    for other in found.merged:
        unite(state.tales[found.home], state.tales[other], rarity, held.sequence, state, ledger)
    held.nearest = round(1000 * found.nearest)
    if found.beside:
        found.home = fresh("story", found.beside[0].article, state, ledger)
        move(found.beside, found.home, held, rarity, state, ledger, went)
    story = found.home or hollow_story(before, state) or fresh("story", held.article, state, ledger)
    home = state.open(story, held.edition)
    ledger.stories[home.id] = held.sequence
    state.place(held, home.id)
    ledger.mark(home.id, held.key)


def move(
    articles: list[Held],
    story: str,
    carrier: Held,
    rarity: Rarity,
    state: State,
    ledger: Ledger,
    went: dict[str, dict[str, None]],
) -> None:
    """Moves articles of other stories into a story; an event that has no mention left behind moves with them. `went`
    collects where the articles of each story went."""
    home = state.open(story, carrier.edition)
    ledger.stories[story] = carrier.sequence
    for held in articles:
        left = state.tales[held.story]
        ledger.stories[left.id] = carrier.sequence
        went.setdefault(left.id, {})[story] = None
        left.wake()
        stir(held.tellings, left, rarity, carrier.sequence, ledger)
        state.shift(held, home, carrier.article)
        ledger.mark(left.id, held.key)
        ledger.mark(home.id, held.key)
        for telling in held.tellings:
            ledger.events[telling.event] = carrier.sequence
            left.deeds.remove(telling)
            event = home.deeds.match([telling], rarity)
            if left.deeds.is_hollow(telling.event):
                state.close_event(telling.event)
                if event:
                    ledger.last_tellings[telling.event] = (telling, story)
                    ledger.heirs[telling.event] = (event,)
                event = event or telling.event
            event = event or fresh("event", telling.id, state, ledger)
            state.tell(telling, event)
            ledger.events[event] = carrier.sequence
        stir(held.tellings, home, rarity, carrier.sequence, ledger)
        if not left.articles:
            state.close_story(left.id)
            ledger.last_articles[left.id] = held
            ledger.heirs[left.id] = tuple(went[left.id])


def unite(home: Tale, gone: Tale, rarity: Rarity, sequence: int, state: State, ledger: Ledger) -> None:
    """Merges a story into another: its articles move, its events move or are merged too."""
    assert gone.last is not None
    ledger.stories[gone.id] = sequence
    ledger.mark(home.id, gone.order[0])
    ledger.last_articles[gone.id] = gone.last
    ledger.heirs[gone.id] = (home.id,)
    moved = sorted((deed for deed in gone.deeds if deed.tellings), key=lambda deed: deed.order[0])
    first = {deed.id: deed.standing[0] for deed in moved}
    targets = {event: home.deeds.match([telling], rarity) for event, telling in first.items()}
    state.absorb(home, gone)
    for event, target in targets.items():
        ledger.events[event] = sequence
        if target:
            ledger.events[target] = sequence
            ledger.last_tellings[event] = (first[event], home.id)
            ledger.heirs[event] = (target,)
            state.merge(event, target)
    stir(first.values(), home, rarity, sequence, ledger)


def hollow_story(before: Held | None, state: State) -> str:
    """The story that the report before leaves empty: it goes on with the new one."""
    if before is None or before.story not in state.tales or state.tales[before.story].articles:
        return ""
    return before.story


def close_hollow(before: Held, held: Held, state: State, ledger: Ledger) -> None:
    """Ends the story and the events that the report before leaves empty, and names who has what they had."""
    for telling in before.tellings:
        event = telling.event
        if state.lives(event) and state.is_hollow(event):
            ledger.last_tellings[event] = (telling, state.homes[event].id)
            ledger.heirs[event] = tuple(dict.fromkeys(successors(telling, held)))
            state.close_event(event)
    tale = state.tales.get(before.story)
    if tale is not None and not tale.articles:
        state.close_story(tale.id)
        ledger.last_articles[tale.id] = before
        ledger.heirs[tale.id] = (held.story,) if held.story else ()


def successors(telling: Telling, held: Held) -> Iterator[str]:
    """The events that have the mention's place in the article's new report."""
    for other in held.tellings:
        overlaps = other.trigger[0] < telling.trigger[1] and telling.trigger[0] < other.trigger[1]
        if (
            other.id == telling.id
            or other.quote == telling.quote
            or (overlaps and held.revision == telling.held.revision)
        ):
            yield other.event
