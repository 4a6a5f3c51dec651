"""How strongly an article is about a subject: by how many of the subject's words it has, and how often."""

from collections import Counter
from typing import Final, Protocol

from dateline.enricher.syntax.tree import Sentence
from dateline.enricher.topics import lexicon
from dateline.enricher.topics.lexicon import Lexicon
from dateline_schemas.coded import Topic

LEAST: Final = 0.4
"""The score from which a topic is given."""
MOST: Final = 8
"""Topics of an article at most, the strongest."""
MOST_CONTEXTS: Final = 6
_ENOUGH: Final = 6.0  # points for a score of one half in a text of _USUAL words
_USUAL: Final = 300
_OFTEN: Final = 3  # a word counts so many times at most
_TITLE: Final = 2  # a word of the title counts as so many


class Text(Protocol):
    """What is needed of a document."""

    @property
    def title(self) -> str: ...
    @property
    def sentences(self) -> tuple[Sentence, ...]: ...


def score(document: Text) -> tuple[Topic, ...]:
    """The article's IPTC Media Topics, the strongest first; a lower topic's points count for the one above it."""
    subjects = lexicon.topics()
    points = _points(document, subjects)
    above = lexicon.broader()
    totals = Counter(points)
    for code, value in points.items():
        if code in above:
            totals[above[code]] += value
    return tuple(
        Topic(code=code, label=subjects.labels[code], score=strength, rule="topic:words")
        for strength, code in _strongest(totals, document, MOST)
    )


def contexts(document: Text) -> tuple[str, ...]:
    """PLOVER's contexts of the article as a whole, the strongest first."""
    points = _points(document, lexicon.contexts())
    return tuple(name for _, name in _strongest(points, document, MOST_CONTEXTS))


def _strongest(points: Counter[str], document: Text, most: int) -> list[tuple[float, str]]:
    words = sum(len(sentence.tokens) for sentence in document.sentences)
    enough = _ENOUGH * max(0.5, min(words / _USUAL, 3.0))
    scored = [(round(value / (value + enough), 2), subject) for subject, value in points.items()]
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    return [pair for pair in scored[:most] if pair[0] >= LEAST]


def _points(document: Text, subjects: Lexicon) -> Counter[str]:
    counts: Counter[str] = Counter()
    phrases: Counter[tuple[tuple[str, ...], str, int]] = Counter()
    for sentence in document.sentences:
        lemmas = sentence.lemmas
        counts.update(lemmas)
        if subjects.phrases.keys().isdisjoint(lemmas):
            continue
        for at, lemma in enumerate(lemmas):
            for phrase in subjects.phrases.get(lemma, ()):
                if tuple(lemmas[at : at + len(phrase[0])]) == phrase[0]:
                    phrases[phrase] += 1
    for word in document.title.lower().split():
        counts[word.strip(".,:;!?'\"’”“")] += _TITLE
    points: Counter[str] = Counter()
    for word in subjects.words.keys() & counts.keys():
        for subject, value in subjects.words[word]:
            points[subject] += min(counts[word], _OFTEN) * value
    for (_, subject, value), count in phrases.items():
        points[subject] += min(count, _OFTEN) * (value + 1)
    return points
