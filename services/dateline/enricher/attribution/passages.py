"""What is said past the sentence of its cue: a quotation that goes on, a paragraph behind a colon."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.attribution.candidates import Candidate
from dateline.enricher.attribution.quotes import Quotes
from dateline.enricher.syntax.tree import Sentence

Spans = tuple[tuple[int, int], ...]
_MAX_SENTENCES: Final = 12  # that a quotation goes on for without its speaker being named again


def whole(candidate: Candidate, text: str, sentences: Sequence[Sentence], quotes: Quotes) -> Spans:
    """The candidate's content with what follows in later sentences; empty where a colon is followed by nothing."""
    content = candidate.content
    if content.form == "block":
        return _block(candidate, text, sentences, quotes)
    if content.quote is None or content.form == "object":
        return content.spans
    return _joined(content.spans + _continued(candidate, text, sentences, quotes))


def _continued(candidate: Candidate, text: str, sentences: Sequence[Sentence], quotes: Quotes) -> Spans:
    """Quotations that begin the next sentences of the paragraph."""
    end = max(sentences[candidate.sentence].end, max(end for _, end in candidate.content.spans))
    found: list[tuple[int, int]] = []
    for sentence in sentences[candidate.sentence + 1 : candidate.sentence + 1 + _MAX_SENTENCES]:
        if sentence.start < end:
            continue
        if "\n" in text[end : sentence.start]:
            break
        quote = quotes.at(sentence.start)
        if quote is None or quote.start != sentence.start or quote.end < sentence.end - 1:
            break
        found.append((quote.start, quote.end))
        end = max(quote.end, sentence.end)
    return tuple(found)


def _block(candidate: Candidate, text: str, sentences: Sequence[Sentence], quotes: Quotes) -> Spans:
    """The quotation or the paragraph behind the colon."""
    following = candidate.sentence + 1
    if following >= len(sentences):
        return ()
    start = sentences[following].start
    quote = quotes.at(start)
    if quote is not None and quote.start == start:
        return ((quote.start, quote.end),)
    end = sentences[following].end
    for sentence in sentences[following + 1 : following + 1 + _MAX_SENTENCES]:
        if "\n" in text[end : sentence.start]:
            break
        end = sentence.end
    return ((start, end),)


def _joined(spans: Spans) -> Spans:
    """Spans in order, those that overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
