"""Of what sector a body is that nobody lists, by the words of its name."""

from collections.abc import Sequence

from dateline.enricher.actors.lexicon import organisation_heads, words


def sector_of_name(named: Sequence[str], behind: Sequence[str] = ()) -> str:
    """The sector that the head of a name says, its last word but for what stands `behind` "of"; of a union of workers,
    of police, and of who watches over rights, what the other words say. Empty where nothing does."""
    heads = organisation_heads()
    sector = heads.get(named[-1], "")
    if not sector and not words("of_workers").isdisjoint(word.lower() for word in (*named[:-1], *behind)):
        return "LAB"  # "the United Workers Union", "the Union of Teachers"
    if sector == "MIL" and "COP" in [heads.get(word) for word in named]:
        return "COP"  # "the Zamfara State Police Command"
    return "SOC" if sector == "JRN" and "Rights" in named else sector  # "the Lake Rights Monitor"
