"""What every record has in common: it is frozen, and keeps the fields that a newer producer added."""

from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field


class Contract(BaseModel):
    """A part of a record. Unknown fields are kept, so that who passes a record on whole passes them on too."""

    model_config = ConfigDict(frozen=True, extra="allow", allow_inf_nan=False)


Id = Annotated[str, Field(min_length=1, max_length=200)]
Revision = Annotated[int, Field(ge=1)]
Confidence = Annotated[float, Field(ge=0, le=1)]
Moment = AwareDatetime
"""A point in time with its zone; JSON: RFC 3339."""


class Span(Contract):
    """A piece of the article's text: `text[start:end]`, in Unicode code points."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
