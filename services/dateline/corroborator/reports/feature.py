"""What articles are about, as memory knows it: one object for all that share it, which has how common it is at hand."""

from dataclasses import dataclass


@dataclass(slots=True, eq=False)
class Feature:
    """A word, or a name with a mark before, of an edition's articles."""

    name: str
    beforehand: int
    """Its depth where no article has it: one more than the texts of the background that do, in UNITs."""
    period: int
    """The one around which its articles are counted, until somebody asks about another."""
    articles: int = 0
    """How many of the window have it."""
    depth: float = 0.0
    """The logarithm of its depth with these."""
    listed: int = 0
    """In how many periods there is an article with it."""
