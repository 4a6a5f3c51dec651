"""The article in four phrases: who did what, when and where, as its headline and first sentences tell it."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from dateline.enricher import dates, quantities
from dateline.enricher.actors import Reading
from dateline.enricher.dates import DateMention, DateType, Granularity
from dateline.enricher.dates.lexicon import words
from dateline.enricher.document import Document, parser
from dateline.enricher.quantities.numerals import STARTERS
from dateline.enricher.syntax.tree import Sentence, Token
from dateline_schemas.coded import ActorKind

GUESSES = 3
"""Phrases for each question at most, the likeliest first."""

_PARTS = re.compile(r"(?<=\w)(?:: | [|–—-]+ |\? )|\s\.\.\.\s|; ")
_QUOTED = re.compile(r"^['\"‘“].*?['\"’”](?=\s|$)\s*")
_WORD = re.compile(r"[^\W\d_]+")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_CUT = frozenset({"as", "after", "while", "because", "before", "amid", "following", "but", "and", "when"})
_PLACE = re.compile(
    r"\b(?:in|at|near|outside|inside)(?: the)? ((?:(?:northern|southern|eastern|western|central|downtown) )?"
    r"(?:[A-ZÀ-Þ]\w+ (?:city|town|village|district|province|region) of )?"
    r"[A-ZÀ-Þ][\w’'-]*\w(?:,? (?:[A-ZÀ-Þ][\w’'-]*\w|of|de|al|el)){0,4})(?!['’]s?\b)"
)
_DATELINE = re.compile(
    r"^(?:Photo )?([A-Z][A-Z .'-]{2,25}?)(?:, [A-Za-z. ]{2,20})?(?: \([^)]{2,30}\))? ?(?:--|[-–—])\s"
)
_TIME_BEFORE = re.compile(
    r"(?:\b(?:at |around |about )*\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.? (?:local time )?(?:on )?"
    r"|\bthe early hours of |\b(?:late|early) on )$"
)
_LEAD = 12  # sentences in which the main deed is told
_LONGEST_DEED = 7  # words
_FURTHER = 1  # words of the headline that a sentence further down must have more
_LATELY = timedelta(days=7)
_NO_PLACES = frozenset(word for kind in ("month", "weekday", "holiday") for word in words(kind))
_VERBS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class FiveW:
    """The answers, each a few phrases of the article's own, the likeliest first; empty where it tells none."""

    who: tuple[str, ...]
    what: tuple[str, ...]
    when: tuple[str, ...]
    where: tuple[str, ...]


def answer(document: Document, reading: Reading) -> FiveW:
    """Who did what, when and where in the article's main story."""
    headline = _headline(_without_title_case(document))
    lead = [_clause(document.text, sentence) for sentence in document.sentences[:_LEAD]]
    lead = [clause for clause in lead if clause[0] and clause[1]][:2]
    who, what = [], []
    if headline:
        who += [_counted(document, subject) for subject in headline[0]]
        if who[0][1:].islower() and not _names(reading, who[0]):
            who = [*_actors_in(document.title, reading)[:1], *who]
        what += headline[1]
    for subject, deed in lead:
        who.append(subject)
        what.append(deed)
    return FiveW(
        who=_first(who), what=_first(what), when=_first(_times(document)), where=_first(_places(document, reading))
    )


def _first(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phrase.strip(" ,.;:'\"“”‘’") for phrase in phrases if phrase.strip()))[:GUESSES]


def _without_title_case(document: Document) -> str:
    """The headline; of one that writes every word with a capital, only those that the text's sentences do."""
    words = _LONG_WORD.findall(document.title)
    if len(words) < 4 or sum(word[0].isupper() for word in words) < 0.8 * len(words):
        return document.title
    names = {token.text for sentence in document.sentences for token in sentence.tokens[1:] if token.text[0].isupper()}
    return _WORD.sub(lambda word: word[0] if word[0] in names or not word.start() else word[0].lower(), document.title)


def _headline(title: str) -> tuple[list[str], list[str]] | None:
    """Subjects and deeds of the part of a headline that has a verb, the likeliest first."""
    parts = [_QUOTED.sub("", part).strip() for part in _PARTS.split(title)]
    parts = [part for part in parts if part]
    for part in parts:
        for sentence in parser().parse(part)[:1]:
            verb = _verb(sentence)
            if verb is None:
                continue
            start, end = _subject(sentence, verb)
            subject = part[sentence[start].start : sentence[end - 1].end]
            last = _deed_end(sentence, verb)
            deed = part[sentence[verb].start : sentence[last - 1].end]
            agent = re.search(r"\bby ((?:[A-ZÀ-Þ]\S+ ?)+)", part)
            if sentence[verb].xpos != "VBN" and not (agent and sentence[verb].xpos == "VBD"):
                return _members(subject), [deed, part]
            # A headline's passive leaves out its auxiliary: "Bridge closed by storm".
            done = part[sentence[start].start : sentence[last - 1].end]
            return [*([agent[1]] if agent else []), *_members(subject)], [done, deed, part]
    return ([parts[0]], [parts[-1], title]) if parts else None


def _actors_in(title: str, reading: Reading) -> list[str]:
    """The actors of the text that a headline names, in its order."""
    acting = [actor for actor in reading.actors if actor.kind not in (ActorKind.GOVERNMENT, ActorKind.PEOPLE)]
    found = {title.find(actor.name): actor.name for actor in acting if actor.name in title and actor.name[0].isupper()}
    return [found[at] for at in sorted(found)]


def _names(reading: Reading, phrase: str) -> bool:
    """Whether a phrase names an actor of the text."""
    return any(actor.name in phrase or phrase in actor.name for actor in reading.actors)


def _members(subject: str) -> list[str]:
    """Two that act together each for themselves, then both."""
    members = subject.split(" and ")
    return [*members, subject] if len(members) == 2 and "," not in subject else [subject]


def _verb(sentence: Sentence) -> int | None:
    """The verb of a headline: the first that is neither its first word nor a noun's attribute."""
    for token in sentence.tokens[1:]:
        if token.upos in _VERBS and token.deprel not in ("amod", "acl", "acl:relcl", "compound"):
            return token.index
    for before, token in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        if (
            before.upos == "PROPN"
            and re.fullmatch(r"[A-Za-z]?[a-z]{3,}s", token.text)
            and token.index + 1 < len(sentence)
        ):
            return token.index if sentence[token.index + 1].upos != "NUM" else None
    return None


def _subject(sentence: Sentence, verb: int) -> tuple[int, int]:
    """The subject's words: behind a clause that a comma ends, before a preposition other than "of"."""
    start, end = 0, verb
    for at in range(verb - 1, 0, -1):
        if sentence[at].text == "," and sentence[0].upos in ("SCONJ", "ADP", "ADV"):
            start = at + 1
            break
    for at in range(start + 1, verb):
        listed = sentence[at].text == "," and at + 2 < verb and sentence[at + 1].upos == "PROPN"
        ends = sentence[at].upos in ("ADP", "SCONJ") or sentence[at].text == ","
        if ends and not listed and sentence[at].text.lower() != "of":
            return start, at
    return start, end


def _deed_end(sentence: Sentence, verb: int) -> int:
    for token in sentence.tokens[verb + 1 :]:
        if token.index >= verb + _LONGEST_DEED or token.text in (",", ";", "..."):
            return token.index
        if token.index > verb + 1 and (token.text.lower() in _CUT or token.xpos == "TO"):
            return token.index
    return len(sentence)


def _clause(text: str, sentence: Sentence) -> tuple[str, str]:
    """Subject and deed of a sentence's main verb."""
    root = next((token for token in sentence.tokens if token.head < 0), sentence[0])
    subjects = sentence.children_by(root.index, "nsubj")
    if root.upos != "VERB" or not subjects or sentence[subjects[0]].upos == "PRON":
        return "", ""
    start, end = _phrase(sentence, subjects[0])
    last = _deed_end(sentence, root.index)
    first = min((c for c in sentence.children(root.index) if sentence[c].deprel.startswith("aux")), default=root.index)
    return text[start:end], text[sentence[first].start : sentence[last - 1].end]


def _phrase(sentence: Sentence, head: int) -> tuple[int, int]:
    """A noun with what stands before it and what "of" ties to it."""
    members = [head, *(child for child in sentence.children(head) if _is_part(sentence[child], head))]
    inner = [index for member in members[1:] for index in sentence.subtree(member)]
    indexes = [*members, *inner]
    return sentence[min(indexes)].start, sentence[max(indexes)].end


def _is_part(token: Token, head: int) -> bool:
    if token.index < head:
        return token.deprel.partition(":")[0] in ("det", "amod", "compound", "nummod", "nmod", "flat", "case", "advmod")
    return token.deprel.partition(":")[0] in ("flat", "compound", "conj")


def _counted(document: Document, subject: str) -> str:
    """ "Seven" of a headline as the text has it: "at least seven people"."""
    number = subject.split()[-1].lower() if subject.split() else ""
    if number not in STARTERS and not number.isdigit():
        return subject
    told = (document.text[q.span.start : q.span.end] for q in quantities.find(document) if q.kind == "count")
    return max((phrase for phrase in told if number in phrase.lower().split()), key=len, default=subject)


def _times(document: Document) -> list[str]:
    """Days of the last week, those first that stand with most of the headline's words and early; then wider times, then
    the day of publication."""
    days: list[tuple[float, int, str]] = []
    wider: list[str] = []
    headline = _content_words(token.lower() for token in document.title.split())
    for mention in dates.find(document):
        told = _with_time(document.text, mention)
        if (
            mention.date_type is DateType.EXACT
            and mention.granularity is Granularity.DAY
            and _is_lately(mention, document)
        ):
            at = bisect_right(document.sentences, mention.span[0], key=lambda sentence: sentence.start) - 1
            shared = headline & _content_words(token.text.lower() for token in document.sentences[at].tokens)
            days.append((at * _FURTHER - len(shared), mention.span[0], told))
        elif mention.start is not None:
            wider.append(told)
    days.sort()
    published = document.published
    stated = [f"{published:%B} {published.day}, {published.year}"] if published else []
    return [*(told for _, _, told in days[:2]), *(stated if len(days) < 2 else []), *wider, *stated]


def _content_words(words: Iterable[str]) -> set[str]:
    """Words of four letters or more, without their endings."""
    return {word.strip(".,:;!?'\"’”“")[:5] for word in words if len(word) > 3}


def _is_lately(mention: DateMention, document: Document) -> bool:
    if document.published is None or mention.start is None:
        return True
    return document.published - _LATELY <= mention.start <= document.published


def _with_time(text: str, mention: DateMention) -> str:
    start, end = mention.span
    before = _TIME_BEFORE.search(text, max(0, start - 40), start)
    return text[before.start() if before else start : end]


def _places(document: Document, reading: Reading) -> list[str]:
    """Places of the headline, then those the text tells most often and first, its dateline among them."""
    named = [match[1] for match in _PLACE.finditer(document.title)]
    counts: dict[str, int] = {}
    for place in reading.places:
        told = document.text[place.span.start : place.span.end]
        counts[told] = counts.get(told, 0) + 1
    first = [match[1] for match in _PLACE.finditer(document.text[:3000])]
    dateline = [match[1] for match in [_DATELINE.match(document.text)] if match]
    often = sorted(counts, key=lambda told: (-counts[told], document.text.find(told)))
    return [told for told in [*named, *dateline, *first[:1], *often, *first] if told.split()[0] not in _NO_PLACES]
