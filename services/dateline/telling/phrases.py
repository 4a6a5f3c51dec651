"""Types and modes of deeds as verbs: CONSULT/visit, done by one to another, is "paid a visit to"."""

from dateline.telling.tables import phrases, words
from dateline_schemas import Event, EventMention, Realis


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
    auxiliary = words()["auxiliaries"].get(told.realis)
    if auxiliary is None or (told.realis is not Realis.NEGATED and told.type in words()["prospective"]):
        return f"{past} {preposition}".rstrip()
    return f"{auxiliary} {infinitive} {preposition}".rstrip()
