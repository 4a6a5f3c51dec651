"""Who does what in a headline, and in a sentence of the lead."""

import re

from dateline.enricher.capitals import recased
from dateline.enricher.document import Document, parser
from dateline.enricher.fivew.headline_verbs import CUT, verb_of
from dateline.enricher.syntax.tree import Sentence, Token

_PARTS = re.compile(r"(?<=[\w'\"’”])(?:: | [|–—-]+ |\? )|\s\.\.\.\s|; ")
_SAID = re.compile(r",(?: [\w.'’-]+){1,4} (?:says?|said|reports?)$|, (?:says?|say|claims?) (?:[\w.'’-]+ ?){1,4}$")
"""Who says so, at a headline's end."""
_OPENING = re.compile(r"^(?:As|After|While|When|Before|Amid|Despite|With|On|In|For|If) [^,]{3,}, (?=\S+ \S+ )")
"""A circumstance that a headline opens with."""
_SPEAKS_TO = re.compile(r"([^:]{2,40}?) to [^:]{2,60}: ['\"‘“]?\w")
"""Who says to whom what follows the colon."""
_STIR = re.compile(r"^[A-ZÀ-Þ][a-zà-þ]+ as (?=\S+ \S+ )")
"""What somebody's deed stirs up: "Fury as judges block plan"."""
_QUOTED = re.compile(r"^['\"‘“].*?['\"’”](?=\s|$)\s*")
_NAME_AT_END = re.compile(r"\b[A-ZÀ-Þ]\S*$")
_LONGEST_DEED = 7  # words
_LONGEST_LABEL = 4  # words
_PICTURES = frozenset({"footage", "video", "picture", "photo", "photograph", "image", "clip", "film"})


def without_title_case(document: Document) -> str:
    """The headline; one that writes every word with a capital, as a sentence is written."""
    return recased(f"{document.title}\n\n{document.text}")[: len(document.title)]


def deeds_of(title: str) -> tuple[list[str], list[str]] | None:
    """Subjects and deeds of the part of a headline that has a verb, the likeliest first."""
    parts = [
        _OPENING.sub("", _STIR.sub("", _SAID.sub("", _QUOTED.sub("", part).strip()))) for part in _PARTS.split(title)
    ]
    parts = [part for part in parts if part]
    told = _told_first(title, parts)
    for part in told:
        for sentence in parser().parse(part)[:1]:
            verb = verb_of(sentence)
            if verb is None and part == parts[0] and (speaks := _SPEAKS_TO.match(title)):
                return [speaks[1]], [part, title]
            if verb is None:
                continue
            start, end = _shown(sentence, verb) or _subject(sentence, verb)
            subject = part[sentence[start].start : sentence[end - 1].end]
            last = _deed_end(sentence, verb)
            first = verb - 1 if verb > end and sentence[verb - 1].upos == "ADV" else verb
            first = verb - 1 if verb == end + 1 and sentence[end].upos == "ADV" else first
            deed = part[sentence[first].start : sentence[last - 1].end]
            agent = re.search(r"\bby ((?:[A-ZÀ-Þ]\S+ ?)+)", part)
            if (sentence[verb].xpos != "VBN" or _has_object(sentence, verb)) and not (
                agent and sentence[verb].xpos == "VBD"
            ):
                return _members(subject), [deed, part]
            # A headline's passive leaves out its auxiliary: "Bridge closed by storm".
            done = part[sentence[start].start : sentence[last - 1].end]
            return [*([agent[1]] if agent else []), *_members(subject)], [done, deed, part]
    return ([told[0]], [told[0], title]) if parts else None


def _has_object(sentence: Sentence, verb: int) -> bool:
    """ "Quill seized 138 domains": no passive, whatever the tag."""
    return verb + 1 < len(sentence) and sentence[verb + 1].upos in ("DET", "NUM", "ADJ", "NOUN", "PROPN")


def _told_first(title: str, parts: list[str]) -> list[str]:
    """The parts of a headline, a short label before a colon last: "Harbour fire: Crews find two"; but in "Quill to
    port: Wait" the first part tells who speaks."""
    label = parts[0] if len(parts) > 1 else ""
    if label and title.startswith(f"{label}:") and len(label.split()) <= _LONGEST_LABEL and " to " not in label:
        return [*parts[1:], label]
    return parts


def _shown(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """ "Footage shows crews clearing the road": those who are shown do it, not the footage."""
    if sentence[verb].lemma != "show" or sentence[verb - 1].lemma.lower() not in _PICTURES:
        return None
    for token in sentence.tokens[verb + 1 :]:
        if token.upos in ("NOUN", "PROPN") and token.deprel.partition(":")[0] not in ("compound", "nmod", "flat"):
            return min([token.index, *(c for c in sentence.children(token.index) if c > verb)]), token.index + 1
    return None


def _members(subject: str) -> list[str]:
    """Two that act together each for themselves, then both."""
    members = subject.split(" and ")
    names = len(members) == 2 and "," not in subject and all(_NAME_AT_END.search(member) for member in members)
    return [*members, subject] if names else [subject]


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
    while end > start + 1 and (sentence[end - 1].upos == "ADV" or sentence[end - 1].xpos == "TO"):
        end -= 1
    while end > start + 2 and sentence[end - 1].text == "-":  # "GP red-flagged"
        end -= 2
    return start, end


def _deed_end(sentence: Sentence, verb: int) -> int:
    for token in sentence.tokens[verb + 1 :]:
        if token.index >= verb + _LONGEST_DEED or token.text in (",", ";", "..."):
            return token.index
        if (
            token.index > verb + 1
            and (token.text.lower() in CUT or token.xpos == "TO")
            and not _ties_numbers(sentence, token)
        ):
            return token.index
    return len(sentence)


def _ties_numbers(sentence: Sentence, word: Token) -> bool:
    """ "scraps 500 and 1,000 notes"."""
    following = sentence.tokens[word.index + 1 : word.index + 2]
    return word.text == "and" and sentence[word.index - 1].upos == "NUM" and any(t.upos == "NUM" for t in following)


def clause_of(text: str, sentence: Sentence) -> tuple[str, str]:
    """Subject and deed of a sentence's main verb."""
    root = _told(sentence, next((token for token in sentence.tokens if token.head < 0), sentence[0]))
    subjects = sentence.children_by(root.index, "nsubj")
    if root.upos != "VERB" or not subjects or sentence[subjects[0]].upos == "PRON":
        return "", ""
    start, end = _phrase(sentence, subjects[0])
    last = _deed_end(sentence, root.index)
    first = min((c for c in sentence.children(root.index) if sentence[c].deprel.startswith("aux")), default=root.index)
    return text[start:end], text[sentence[first].start : sentence[last - 1].end]


def _told(sentence: Sentence, root: Token) -> Token:
    """The main verb, or of what is told and only then said by whom (", officials said"), the verb of that."""
    for child in sentence.children_by(root.index, "ccomp", "parataxis"):
        if child < root.index and sentence[child].upos == "VERB" and sentence.children_by(child, "nsubj", "nsubj:pass"):
            return sentence[child]
    return root


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
