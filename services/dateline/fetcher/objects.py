"""An article from a JSON object: a line of a .jsonl file, a sidecar, what is pushed."""

import codecs
from math import isfinite
from typing import Annotated

import pydantic_core
from pydantic import BaseModel, BeforeValidator, Field, ValidationError

from dateline.fetcher.found import Found, Origin, Refusal
from dateline.fetcher.notes import date_note, joined, unread_note
from dateline.fetcher.published import read_published
from dateline.fetcher.texts import Defaults
from dateline.fetcher.wording import NAME_LENGTH, one_line
from dateline_schemas.article import Article, ContentStatus


def _finite(number: object) -> object:
    """No two ids are one for being too large: JSON's 1e400 is read as infinity."""
    if isinstance(number, float) and not isfinite(number):
        raise ValueError("the number is too large; write it as a string")
    return number


def _listed(authors: object) -> object:
    return (authors,) if isinstance(authors, str) else authors or ()


class ArticleObject(BaseModel, frozen=True, extra="allow"):
    """The fields that are read; others are told of. An `Article` of the contract is one of these."""

    text: str = ""
    title: str = ""
    url: str | None = None
    outlet: str = ""
    published: str | None = None
    """ISO 8601, RFC 5322 or a day."""
    language: str = ""
    authors: Annotated[tuple[str, ...], BeforeValidator(_listed)] = ()
    id: Annotated[str | None, Field(coerce_numbers_to_str=True), BeforeValidator(_finite)] = None
    """The outlet's own name of it; counts where there is no URL."""
    content_status: ContentStatus = ContentStatus.FULL

    @property
    def whose(self) -> str:
        """The outlet as its name stands in a record."""
        return one_line(self.outlet, NAME_LENGTH)

    @property
    def unread(self) -> list[str]:
        """The names of fields that neither this nor the contract knows."""
        return [name for name in self.model_extra or () if name not in Article.model_fields]


FIELDS = f"an article has {', '.join(ArticleObject.model_fields)}"


def read_object(line: bytes, origin: Origin) -> ArticleObject | Refusal:
    """The object that a line of JSON is."""
    try:
        parsed = parsed_json(line)
    except ValueError as error:
        return Refusal(origin, "not_json", str(error)[:200])
    return object_of(parsed, origin)


def parsed_json(content: bytes) -> object:
    """What the JSON says, with or without a byte order mark; raises ValueError for what is none, NaN among it."""
    return pydantic_core.from_json(content.removeprefix(codecs.BOM_UTF8), allow_inf_nan=False)


def object_of(parsed: object, origin: Origin) -> ArticleObject | Refusal:
    """The object, from parsed JSON."""
    try:
        return ArticleObject.model_validate(parsed)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        return Refusal(origin, "wrong_fields", f"{where}: {first['msg']}" if where else first["msg"])


def found_in_object(origin: Origin, given: ArticleObject, defaults: Defaults) -> Found:
    """The item that the object describes."""
    published = read_published(given.published)
    return Found(
        origin,
        given.text,
        title=given.title,
        url=given.url,
        outlet=given.outlet or defaults.outlet,
        published=published if published.moment else defaults.published,
        language="" if given.language == "und" else given.language,
        authors=given.authors,
        status=given.content_status,
        note=joined(date_note(given.published, published), unread_note(given.unread, FIELDS)),
    )
