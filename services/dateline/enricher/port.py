"""The port that a coder stands behind, and how one may fail."""

from datetime import datetime
from typing import Final, Protocol

from dateline_schemas import Article, EnrichedArticle

NO_SPACY: Final = "spaCy is not installed; in a clone, `.venv/bin/pip install -e '.[spacy]'` brings it"


class Coder(Protocol):
    """Codes one article. Every span that it gives lies in the article's text, and every quote is the text there.

    Raises Uncodable and Away, nothing else that is foreseen.
    """

    def __call__(self, article: Article, coded_at: datetime) -> EnrichedArticle: ...


class Uncodable(Exception):
    """This article can never be coded so: it becomes a dead letter. `cause` is one word."""

    def __init__(self, cause: str, detail: str) -> None:
        super().__init__(f"{cause}: {detail}")
        self.cause = cause
        self.detail = detail


class Away(Exception):
    """What the coder leans on does not answer now: the article is tried again."""


class NotReady(Exception):
    """The settings name a coder that cannot be made; the message is one line with the way out."""
