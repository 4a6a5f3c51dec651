"""Who takes part in one article, while it is read: figures, and the mentions that name them."""

from dataclasses import dataclass, field

from dateline.enricher.gazetteer import Entry
from dateline_schemas.coded import ActorKind


@dataclass(slots=True, eq=False)
class Figure:
    """An actor of the article in the making."""

    id: str
    name: str
    kind: ActorKind
    country: str = ""
    sector: str = ""
    office: str = ""
    rule: str = ""
    confidence: float = 0.8
    entry: Entry | None = None
    forms: list[tuple[str, ...]] = field(default_factory=list)
    """The names used for a person, in pieces."""
    roles: set[str] = field(default_factory=set)
    gender: str = ""
    spans: set[tuple[int, int]] = field(default_factory=set)
    last_at: int = -1
    """The number of the mention that named it last."""


@dataclass(slots=True)
class Mention:
    """Tokens `first` up to `last` of a sentence that name or refer to somebody or somewhere."""

    sentence: int
    first: int
    last: int
    head: int
    entity: str
    """Person, Organisation, Location or Nationality."""
    how: str
    """name, role, country, place, people, pronoun, description."""
    figures: tuple[Figure, ...] = ()
    place: Entry | None = None
    met: bool = True
    """Of a place: whether it stands for who governs it."""
