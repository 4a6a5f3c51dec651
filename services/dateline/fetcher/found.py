"""What a source brings, before it has an identity: an item, or why it is none."""

from dataclasses import dataclass

from dateline.fetcher.published import UNKNOWN, Published
from dateline_schemas.article import ContentStatus, SourceKind

_REFUSED = "refused:"


@dataclass(frozen=True)
class Origin:
    """Where an item was found: the kind of source, its name, and its name of the item."""

    kind: SourceKind
    source: str
    item: str | None = None
    outlet: str | None = None
    """Whose name of it `item` is, where one source has the items of many outlets; empty where it does not say."""


@dataclass(frozen=True)
class Found:
    """An item of a source, as the source gave it."""

    origin: Origin
    text: str
    title: str = ""
    url: str | None = None
    outlet: str = ""
    published: Published = UNKNOWN
    language: str = ""
    authors: tuple[str, ...] = ()
    status: ContentStatus = ContentStatus.FULL
    note: str = ""
    """What whoever reads the log should know of it."""


@dataclass(frozen=True)
class Refusal:
    """Why an item is not an article. `cause` is one word, for counting; `detail` one line, for reading."""

    origin: Origin
    cause: str
    detail: str


@dataclass(frozen=True)
class Fate:
    """What became of an item: `outcome` is published, unchanged or refused:<cause>."""

    outcome: str
    detail: str = ""
    id: str | None = None
    revision: int | None = None

    @classmethod
    def of_refusal(cls, refusal: Refusal) -> "Fate":
        return cls(f"{_REFUSED}{refusal.cause}", refusal.detail)

    @property
    def refused(self) -> str:
        """The cause for which it was refused; empty where it was not."""
        return self.outcome.removeprefix(_REFUSED) if self.outcome.startswith(_REFUSED) else ""
