"""What a candidate is weighed by: names of traits, each of them a reason that can be read."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.attribution import frame, surroundings
from dateline.enricher.attribution.candidates import Candidate
from dateline.enricher.attribution.clause import Clauses
from dateline.enricher.attribution.lexicon import is_cue_noun, verb_classes
from dateline.enricher.attribution.quotes import Quotes

_LENGTHS: Final = ((3, "1-3"), (8, "4-8"), (20, "9-20"), (10_000, "21+"))
_SPEAKING_PRONOUNS: Final = frozenset(
    {"i", "we", "you", "he", "she", "they", "it", "who", "which", "that", "this", "one", "there"}
)


def of_sentence(candidates: Sequence[Candidate], clauses: Clauses, quotes: Quotes) -> list[list[str]]:
    """The traits of each candidate of a sentence, in a fixed order, none twice."""
    if not candidates:
        return []
    near = surroundings.Neighbours(candidates, clauses)
    found = []
    for number, candidate in enumerate(candidates):
        traits = _own(candidate, clauses, quotes)
        traits += near.of(number)
        traits += surroundings.beside(candidate, clauses)
        traits += surroundings.content(candidate, near.classes[number], clauses)
        traits += surroundings.word(clauses.tokens[candidate.head])
        if "cue told" in traits:  # what is quoted is seldom an attribution of the text's, whatever it takes
            traits += frame.of(candidate, near.classes[number], clauses)
        found.append(traits)
    return found


def _own(candidate: Candidate, clauses: Clauses, quotes: Quotes) -> list[str]:
    tokens = clauses.tokens
    head = tokens[candidate.head]
    lemma, form, kind = head.lemma.lower(), candidate.content.form, candidate.kind
    classes = verb_classes(lemma) if kind == "verb" else ()
    traits = [
        f"kind={kind}",
        f"form={form}",
        f"lemma={lemma}",
        f"lemma={lemma} form={form}",
        f"tag={head.xpos}",
        f"relation={head.deprel.partition(':')[0]}",
        f"source by={candidate.how_source}",
        f"length={_length(candidate)}",
    ]
    traits += [f"class={name}" for name in classes] or [f"class=none kind={kind}"]
    traits += [f"class={name} form={form}" for name in classes[:2]] or [f"class=none form={form}"]
    source = _source(clauses, candidate)
    traits.append(f"source={source}")
    traits.append(f"source={source} class={classes[0] if classes else 'none'}")
    quote = quotes.at(head.start)
    traits.append("cue quoted" if quote is not None else "cue told")
    if candidate.content.quote is not None:
        traits.append("content quoted")
    elif (
        any(quotes.at(start) or quotes.between(start, end) for start, end in candidate.content.spans) and quote is None
    ):
        traits.append("content part quoted")
    before = tokens[candidate.cue[0]]
    if before.index != candidate.head:
        traits.append(f"first={before.text.lower()}")
    following = candidate.cue[1]
    if following < len(tokens):
        traits.append(f"next={tokens[following].upos}")
        if tokens[following].upos in ("ADP", "SCONJ", "PUNCT"):
            traits.append(f"next={tokens[following].text.lower()}")
    if tokens[candidate.cue[1] - 1].upos == "ADP" and candidate.cue[1] > 1:
        traits.append(f"with={tokens[candidate.cue[1] - 1].text.lower()}")
    if "light" in classes:
        taken = clauses.child(candidate.head, "obj")
        noun = taken is not None and is_cue_noun(tokens[taken].lemma.lower())
        traits.append(f"takes a cue noun={noun}")
    if candidate.sentence == 0:
        traits.append("first sentence")
    return traits


def _length(candidate: Candidate) -> str:
    if not candidate.content.spans:
        return "0"
    characters = sum(end - start for start, end in candidate.content.spans)
    return next(name for words, name in _LENGTHS if characters <= 6 * words)


def _source(clauses: Clauses, candidate: Candidate) -> str:
    """What kind of word the source's head is."""
    if candidate.source is None:
        return "none"
    first, last = candidate.source
    words = clauses.tokens[first:last]
    if len(words) == 1 and words[0].text.lower() in _SPEAKING_PRONOUNS:
        return words[0].text.lower()
    kinds = [word.upos for word in words]
    return "name" if "PROPN" in kinds else "noun" if "NOUN" in kinds else kinds[0]
