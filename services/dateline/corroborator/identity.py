"""How stories and events get their ids."""

from hashlib import sha256


def made_id(kind: str, first: str, horizon: int = 0, attempt: int = 0) -> str:
    """From the first article or mention; where that has made one before, also from what was released since or from a
    count."""
    parts = [kind, first, *(str(number) for number in ((horizon, attempt) if horizon or attempt else ()))]
    return sha256("\0".join(parts).encode()).hexdigest()[:16]
