"""What one article brings to the comparison: the value of the topic `reports`."""

from pydantic import Field

from dateline_schemas.coded import EventMention
from dateline_schemas.model import Contract, Id, Moment, Revision


class Signature(Contract):
    """What stories are told apart by."""

    terms: tuple[tuple[str, float], ...] = ()
    """Words and names of the article, by weight (how often, title counted more), heaviest first, at most 120."""
    names: tuple[str, ...] = ()
    """Actor ids and place names, in order of their first mention, at most 40."""
    numbers: tuple[str, ...] = ()
    """Amounts and counts as `value unit`, at most 20."""
    dates: tuple[str, ...] = ()
    """Days that the article names, ISO 8601, at most 20."""
    shingles: tuple[int, ...] = ()
    """A MinHash of the text's five-word shingles: 64 numbers of 32 bits."""
    words: int = 0
    """The length of the text in words."""
    items: int = 0
    """How many items a round-up has; 0 where the article is none."""


class Report(Contract):
    """An article's mentions and its signature, without its text.

    It replaces all that an earlier report of the same article brought: by article revision, then coder version.
    """

    article: Id
    revision: Revision
    coder: str
    edition: str
    outlet: str
    url: str | None = None
    title: str
    published: Moment | None = None
    fetched: Moment
    withdrawn: bool = False
    agencies: tuple[str, ...] = ()
    signature: Signature
    mentions: tuple[EventMention, ...] = ()
    incomplete: tuple[str, ...] = ()
    """What of the article was not read or coded, and why, in words: "not coded: the text is in 'de'"."""
    shed: dict[str, int] = Field(default_factory=dict)

    @property
    def event_time(self) -> Moment:
        """When it was published; where that is not known, when it was fetched."""
        return self.published or self.fetched
