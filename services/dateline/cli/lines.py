"""An event as one line that a person can read."""

import json
import re
from collections.abc import Sequence

from rich.text import Text

from dateline.telling import in_words, verb, when
from dateline_schemas import Event, EventMention, Party, Realis

COLOURS = {0: "dim", 1: "green", 2: "bright_green", 3: "yellow", 4: "red"}
NAMED = 3
# Beyond those below U+0020, which JSON never has as they are: DEL and C1, direction marks, halves of characters.
UNSHOWN = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """The text without control and direction characters: fetched names go to a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def json_line(content: object, separators: tuple[str, str] | None = None) -> str:
    """The content as JSON on one line; what a terminal may obey stands there as its code, which means the same."""
    line = json.dumps(content, ensure_ascii=False, separators=separators)
    return UNSHOWN.sub(lambda unshown: f"\\u{ord(unshown[0]):04x}", line)


def names(parties: Sequence[Party], empty: str = "–") -> str:
    shown = [printable(party.name) + (f" ({party.country})" if party.country else "") for party in parties[:NAMED]]
    more = len(parties) - NAMED
    return ", ".join(shown) + (f" +{more}" if more > 0 else "") if shown else empty


def event_line(event: Event) -> Text:
    """Date, who did what to whom, event type, who says so, outlets."""
    line = Text(no_wrap=True, overflow="ellipsis")
    line.append(f"{when(event)}  ", "cyan")
    _deed(line, event)
    if event.quantities:
        line.append(f"  [{printable(in_words(event.quantities[0]))}]", "magenta")
    if event.speakers:
        line.append(f"  says {names(event.speakers[:1])}", "italic")
    outlets = ", ".join(printable(outlet) for outlet in event.outlets[:NAMED])
    line.append(f"  · {outlets}" + (f" +{event.outlet_count - NAMED}" if event.outlet_count > NAMED else ""), "blue")
    return line


def mention_line(mention: EventMention) -> Text:
    line = Text()
    line.append(f"{mention.date.start if mention.date else '–':10}  ", "cyan")
    _deed(line, mention)
    for quantity in mention.quantities:
        line.append(f"  [{printable(in_words(quantity))}]", "magenta")
    if mention.speaker:
        line.append(f"  says {names([mention.speaker])}", "italic")
    return line


def _deed(line: Text, told: Event | EventMention) -> None:
    line.append(names(told.actors, "someone unnamed"), "bold")
    line.append(f" {verb(told)}", COLOURS[told.quad])
    if told.recipients:
        line.append(f" {names(told.recipients)}", "bold")
    line.append(f"  {told.type}{f'/{told.mode}' if told.mode else ''}", "dim")
    if told.realis is not Realis.ACTUAL:
        line.append(f" ({told.realis})", "dim")
