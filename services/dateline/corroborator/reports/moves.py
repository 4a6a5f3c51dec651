"""Which articles another article's report moved to another story: that report's record says where they are."""

from collections.abc import Callable


class Moves:
    """Articles by the article whose report moved them last, until they are reported anew. What has been released from
    memory stays here by the story that it was in, for as long as the story lives that its own record names: a later
    record of the mover has to say so too."""

    def __init__(self) -> None:
        self._mover: dict[str, str] = {}
        self._named: dict[str, str] = {}
        """The story that an article's own record names."""
        self._moved: dict[str, dict[str, None]] = {}
        self._released: dict[str, str] = {}

    def add(self, mover: str, article: str, left: str) -> None:
        """The article left a story: where it was moved before, another than the one that its own record names."""
        named = self._named.get(article, left)
        self.forget(article)
        self._mover[article] = mover
        self._named[article] = named
        self._moved.setdefault(mover, {})[article] = None

    def forget(self, article: str) -> None:
        """The article is where its own record says, or need not be known any more."""
        self._released.pop(article, None)
        mover = self._mover.pop(article, None)
        if mover is not None:
            del self._named[article], self._moved[mover][article]
            if not self._moved[mover]:
                del self._moved[mover]

    def release(self, article: str, story: str) -> None:
        """The article was in this story when it was released."""
        if article in self._mover:
            self._released[article] = story

    @property
    def released(self) -> int:
        return len(self._released)

    def forget_released(self, goes_on: Callable[[str], bool]) -> None:
        """Drops the released articles whose own records name a story that does not go on."""
        for article in [article for article in self._released if not goes_on(self._named[article])]:
            self.forget(article)

    def by(self, mover: str, goes_on: Callable[[str], bool]) -> list[str]:
        """The articles that are where this article's record says."""
        return sorted(
            article
            for article in self._moved.get(mover, ())
            if article not in self._released or goes_on(self._named[article])
        )

    def last_story(self, article: str) -> str:
        """The story of an article that has been released."""
        return self._released[article]
