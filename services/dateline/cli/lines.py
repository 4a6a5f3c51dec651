"""An event as one line that a person can read."""

from collections.abc import Sequence

from rich.text import Text

from dateline_schemas import Event, EventMention, Party, Realis
from dateline_schemas.coded import EventType, Quantity, QuantityKind

COLOURS = {0: "dim", 1: "green", 2: "bright_green", 3: "yellow", 4: "red"}
NAMED = 3
PLURALS = {"person": "people", "foot": "feet", "man": "men", "woman": "women", "child": "children"}
PLURALS |= {word: word for word in ("people", "police")}


def printable(text: str) -> str:
    """The text without control and direction characters: fetched names go to a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def names(parties: Sequence[Party], empty: str = "–") -> str:
    shown = [printable(party.name) + (f" ({party.country})" if party.country else "") for party in parties[:NAMED]]
    more = len(parties) - NAMED
    return ", ".join(shown) + (f" +{more}" if more > 0 else "") if shown else empty


def amount(quantity: Quantity) -> str:
    bound = {"about": "about ", "over": "over ", "under": "under "}.get(quantity.bound.value, "")
    value = _figure(quantity.value) + ("" if quantity.upper is None else f"–{_figure(quantity.upper)}")
    unit = quantity.unit or ""
    if quantity.kind not in (QuantityKind.MONEY, QuantityKind.PERCENT):
        unit = _plural(unit, quantity.value)
    return f"{bound}{value} {printable(unit)}".strip()


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def _plural(unit: str, value: float) -> str:
    """A unit's plural, as the page has it; abbreviations and codes have none."""
    if value == 1 or len(unit) < 3 or any(letter.isupper() for letter in unit) or unit.endswith("s"):
        return unit
    if unit.endswith("y") and unit[-2] not in "aeiou":
        return f"{unit[:-1]}ies"
    return PLURALS.get(unit) or unit + ("es" if unit.endswith(("x", "z", "ch", "sh")) else "s")


def event_line(event: Event) -> Text:
    """Date, actor, event type, recipient, who says so, outlets."""
    line = Text(no_wrap=True, overflow="ellipsis")
    line.append(f"{event.date.start if event.date else event.first_report.date()}  ", "cyan")
    _deed(line, event.actors, event.type, event.mode, event.recipients, event.quad, event.realis)
    if event.quantities:
        line.append(f"  [{amount(event.quantities[0])}]", "magenta")
    if event.speakers:
        line.append(f"  says {names(event.speakers[:1])}", "italic")
    outlets = ", ".join(printable(outlet) for outlet in event.outlets[:NAMED])
    line.append(f"  · {outlets}" + (f" +{event.outlet_count - NAMED}" if event.outlet_count > NAMED else ""), "blue")
    return line


def mention_line(mention: EventMention) -> Text:
    line = Text()
    line.append(f"{mention.date.start if mention.date else '–':10}  ", "cyan")
    _deed(line, mention.actors, mention.type, mention.mode, mention.recipients, mention.quad, mention.realis)
    for quantity in mention.quantities:
        line.append(f"  [{amount(quantity)}]", "magenta")
    if mention.speaker:
        line.append(f"  says {names([mention.speaker])}", "italic")
    return line


def _deed(
    line: Text,
    actors: Sequence[Party],
    type_: EventType,
    mode: str | None,
    recipients: Sequence[Party],
    quad: int,
    realis: Realis,
) -> None:
    line.append(names(actors), "bold")
    line.append(f"  {type_}{f'/{mode}' if mode else ''}", COLOURS[quad])
    if realis is not Realis.ACTUAL:
        line.append(f" ({realis})", "dim")
    line.append("  ")
    line.append(names(recipients), "bold")
