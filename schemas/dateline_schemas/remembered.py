"""What one report was given: the value of `corroborator.changelog`, from which the corroborator's state is rebuilt."""

from pydantic import Field

from dateline_schemas.model import Contract, Id, Moment, Revision
from dateline_schemas.report import Report


class Remembered(Contract):
    """One report and where it went."""

    report: Report
    touched: Moment
    sequence: int = 0
    """The order in which the reports of a partition were taken up."""
    story: Id | None = None
    """Null where the article was withdrawn."""
    events: dict[str, str] = Field(default_factory=dict)
    """Mention id to event id."""
    copy_of: Id | None = None
    text: str | None = None
    """The label of the article's text: copies of one text share it."""
    voice: str | None = None
    """For whom the report counts: its agency, the outlet whose text it copies, or its own outlet."""
    nearest: int = 0
    """How like the likeliest article of its story it was when it joined, in thousandths."""
    revisions: dict[str, Revision] = Field(default_factory=dict)
    """The revision that each story and event changed by this report had after it."""
    heirs: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Stories and events that ended with this report or an earlier one of its article, and where they went."""
    moved: dict[str, str] = Field(default_factory=dict)
    """Other articles, and their mentions, that this report or an earlier one of its article moved: the story or event
    they moved to."""
    horizon: int = 0
    """Stories last touched by a report up to this place in the sequence have been released from memory."""
