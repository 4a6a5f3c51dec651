"""Who has what the stories and events had that ended, as the records of the changelog say it."""

from collections.abc import Callable, Mapping

Named = dict[str, tuple[str, ...]]
"""What ended, with its heirs."""
NOBODY: Named = {}
"""Most articles' records name nobody: one for all, never to be added to."""


class Heirs:
    """What records name, those of articles that have been released included: a later record of such an article takes
    the place of the one that named the heirs, and has to name them too, for as long as one of them lives."""

    def __init__(self) -> None:
        self._heirs: Named = {}
        self._records: dict[str, int] = {}
        """How many records name what ended."""
        self._released: dict[str, Named] = {}
        """By article."""
        self._kept = 0

    def name(self, named: Mapping[str, tuple[str, ...]]) -> None:
        """Takes in what a record names."""
        for gone, heirs in named.items():
            if heirs:
                self._heirs[gone] = heirs
                self._records[gone] = self._records.get(gone, 0) + 1

    def unname(self, named: Mapping[str, tuple[str, ...]]) -> None:
        """A record that named these is replaced, or need not be known any more."""
        for gone, heirs in named.items():
            if heirs and self._records[gone] > 1:
                self._records[gone] -= 1
            elif heirs:
                del self._records[gone], self._heirs[gone]

    def is_named(self, gone: str) -> bool:
        """Whether a record says who has what it had: older records may still name it."""
        return gone in self._heirs

    def of(self, gone: str) -> tuple[str, ...]:
        return self._heirs.get(gone, ())

    def release(self, article: str, named: Named) -> None:
        """Keeps what the record of an article names that is held no longer."""
        if named:
            self._released[article] = named

    def take_up(self, article: str) -> Named:
        """What the record of a released article names: it is held again."""
        return self._released.pop(article, {})

    @property
    def released(self) -> int:
        return len(self._released)

    def forget_released(self, goes_on: Callable[[str], bool]) -> None:
        """Drops what released articles name where all heirs are gone as well: nothing that is held comes after it."""
        for article, named in list(self._released.items()):
            if not any(map(goes_on, named)):
                self.unname(self._released.pop(article))


def living(gone: str, heirs_of: Callable[[str], tuple[str, ...]], lives: Callable[[str], bool]) -> tuple[str, ...]:
    """Who inherited in the end, where heirs ended too."""
    found: dict[str, None] = {}
    waiting, seen = list(heirs_of(gone)), {gone}
    while waiting:
        heir = waiting.pop(0)
        if heir in seen:
            continue
        seen.add(heir)
        if lives(heir):
            found[heir] = None
        else:
            waiting += heirs_of(heir)
    return tuple(found)
