"""What every record has in common: it is frozen, and keeps the fields that a newer producer added."""

from functools import cache
from typing import Annotated, Any, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field


class Contract(BaseModel):
    """A part of a record. Unknown fields are kept, so that who passes a record on whole passes them on too."""

    model_config = ConfigDict(frozen=True, extra="allow", allow_inf_nan=False, use_attribute_docstrings=True)

    @classmethod
    def of_checked(cls, **values: Any) -> Self:
        """A part made of values that were checked when they came in: all of its fields, in their order. It is what
        `model_construct` makes, in a fifth of the time."""
        made = cls.__new__(cls)
        object.__setattr__(made, "__dict__", values)
        object.__setattr__(made, "__pydantic_fields_set__", fields_of(cls))
        object.__setattr__(made, "__pydantic_extra__", {})
        object.__setattr__(made, "__pydantic_private__", None)
        return made


@cache
def fields_of(part: type[Contract]) -> set[str]:
    """The names of a part's fields: one set for all that have them all."""
    return set(part.model_fields)


Id = Annotated[str, Field(min_length=1, max_length=200)]
Revision = Annotated[int, Field(ge=1)]
Confidence = Annotated[float, Field(ge=0, le=1)]
Moment = AwareDatetime
"""A point in time with its zone; JSON: RFC 3339."""


class Span(Contract):
    """A piece of the article's text: `text[start:end]`, in Unicode code points."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
