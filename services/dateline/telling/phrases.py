"""Types and modes of deeds as verbs: CONSULT/visit, done by one to another, is "paid a visit to".

`phrases.json` has for each type, and for each type and mode or CAMEO code, the infinitive, the past tense, and the
preposition that whom it is done to stands after; where that is none, then the two forms for a deed that is told without
whom it is done to. The gateway's page reads the same file.
"""

import json
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from dateline_schemas import Event, EventMention, EventType, Realis

PHRASES_FILE: Traversable = files("dateline.telling") / "phrases.json"
AUXILIARIES = {Realis.FUTURE: "will", Realis.HYPOTHETICAL: "may", Realis.NEGATED: "did not"}
PROSPECTIVE = frozenset({EventType.AGREE, EventType.CONCEDE, EventType.THREATEN})
"""Types that say by themselves that something is planned or possible (PLOVER 2.0, section 2.3): the saying is done."""


@cache
def phrases() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(PHRASES_FILE.read_text(encoding="utf-8"))
    return found


def verb(told: Event | EventMention) -> str:
    """What is done, as its realis has it: "visited", "will visit", "may visit", "did not visit"; a mode without a
    phrase of its own has its type's, and a type without one is told as it is."""
    known = phrases()
    found = known.get(f"{told.type}/{told.cameo}") or known.get(f"{told.type}/{told.mode}") or known.get(told.type)
    if found is None:
        return told.type.value
    infinitive, past, preposition, *alone = found
    if not told.recipients:
        (infinitive, past), preposition = alone or (infinitive, past), ""
    auxiliary = AUXILIARIES.get(told.realis)
    if auxiliary is None or (told.realis is not Realis.NEGATED and told.type in PROSPECTIVE):
        return f"{past} {preposition}".rstrip()
    return f"{auxiliary} {infinitive} {preposition}".rstrip()
