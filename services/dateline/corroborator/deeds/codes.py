"""Whether two mentions are told by words, or coded, as one kind of deed."""

from functools import lru_cache

from dateline.corroborator.reports.held import AT_HAND, Telling


def are_of_one_word(a: Telling, b: Telling) -> bool:
    """Whether their words are of one stem, or words for one kind of deed."""
    return a.stem == b.stem or not a.kinds.isdisjoint(b.kinds)


def are_of_one_code(a: Telling, b: Telling) -> bool:
    """Whether both are coded as one narrow kind of deed: not only as an assault, but by firearms."""
    if a.cameo is None or a.cameo != b.cameo or not is_narrow(a.cameo):
        return False
    return a.confidence > 0 and b.confidence > 0


def is_narrow(cameo: str) -> bool:
    """Whether the code says more than the type: CAMEO's codes for what is not specified further end in 0."""
    return cameo[-1] != "0"


@lru_cache(maxsize=AT_HAND)
def is_alone(telling: Telling) -> bool:
    """Whether no other mention of its article is coded as the same kind of deed."""
    return not any(other.cameo == telling.cameo and other.id != telling.id for other in telling.held.tellings)
