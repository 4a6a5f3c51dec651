"""The type of a deed, asked directly: of what one party does to another in a text, or of a text's main deed."""

from dateline.enricher.events.classifier import Judgement, head
from dateline.enricher.events.features import Range, View, chosen, features, regions
from dateline.enricher.events.lexicon import Match
from dateline.enricher.syntax.sentences import split
from dateline.enricher.syntax.tree import Token


def type_of(text: str, source: str, target: str) -> Judgement:
    """The PLOVER type of what `source` does to `target`, both given as they stand in `text`; CONCEDE and RETREAT are
    one, YIELD."""
    return head("pair").judge(sorted(features_of(text, source, target)))


def main_type_of(text: str) -> Judgement:
    """The PLOVER type of the main deed of `text`."""
    return head("plain").judge(sorted(features_of(text)))


def penta_of(text: str) -> Judgement:
    """The class of the main deed: "0" statement, "1" and "2" verbal and material cooperation, "3" and "4" verbal and
    material conflict."""
    return head("penta").judge(sorted(features_of(text)))


def features_of(text: str, source: str | None = None, target: str | None = None) -> set[str]:
    tokens = untagged(text)
    return features(View.of(tokens), tokens_of(text, source, tokens), tokens_of(text, target, tokens))


def reading_between(text: str, source: str, target: str) -> Match | None:
    """The lexicon's own reading of what stands between the two: of the longest phrases there the longest."""
    tokens = untagged(text)
    view = View.of(tokens)
    where = regions(len(tokens), tokens_of(text, source, tokens), tokens_of(text, target, tokens))
    deeds = [m for m in chosen(view.matches) if m.phrase.type not in ("STATEMENT", "NONE") and not m.phrase.hint]
    return min(deeds, key=lambda m: (where[m.trigger] != "mid", m.phrase.rank), default=None)


def untagged(text: str) -> list[Token]:
    """The words of the text as one run: the classifier needs no tree."""
    spans = [span for sentence in split(text) for span in sentence]
    return [Token(i, a, b, text[a:b], text[a:b].lower(), "X", "FW", -1, "dep") for i, (a, b) in enumerate(spans)]


def tokens_of(text: str, phrase: str | None, tokens: list[Token]) -> Range | None:
    """The tokens that the phrase covers where it first stands; None where it does not stand in the text."""
    start = text.find(phrase) if phrase else -1
    if start < 0 or phrase is None:
        return None
    covered = [token.index for token in tokens if token.start < start + len(phrase) and token.end > start]
    return (covered[0], covered[-1] + 1) if covered else None
