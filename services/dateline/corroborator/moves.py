"""Which articles another article's report moved to another story: that report's record says where they are."""


class Moves:
    """Articles by the article whose report moved them last, until they are reported anew. What has been released from
    memory stays here by the story that it was in: a later record of the mover has to say so too."""

    def __init__(self) -> None:
        self._mover: dict[str, str] = {}
        self._moved: dict[str, dict[str, None]] = {}
        self._released: dict[str, str] = {}

    def add(self, mover: str, article: str) -> None:
        self.forget(article)
        self._mover[article] = mover
        self._moved.setdefault(mover, {})[article] = None

    def forget(self, article: str) -> None:
        """The article is where its own record says."""
        self._released.pop(article, None)
        mover = self._mover.pop(article, None)
        if mover is not None:
            del self._moved[mover][article]
            if not self._moved[mover]:
                del self._moved[mover]

    def release(self, article: str, story: str) -> None:
        """The article was in this story when it was released."""
        if article in self._mover:
            self._released[article] = story

    def by(self, mover: str) -> list[str]:
        """The articles that are where this article's record says."""
        return sorted(self._moved.get(mover, ()))

    def last_story(self, article: str) -> str:
        """The story of an article that has been released."""
        return self._released[article]
