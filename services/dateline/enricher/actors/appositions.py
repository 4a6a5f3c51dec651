"""Whom an office and a name beside it tell of together: appositions, and names behind what an office is of."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from dateline.enricher.actors.lexicon import ranks
from dateline.enricher.actors.phrases import BODIES, Phrase, clitic_before, head_of
from dateline.enricher.actors.taking_up import taking_up
from dateline.enricher.syntax.tree import Token

OFFICE_OF: Final = frozenset((("of",), ("of", "the"), ("to",), ("to", "the"), ("for",), ("for", "the")))
"""What stands between an office and what it is of."""


def holding(tokens: Sequence[Token], found: list[Phrase]) -> list[Phrase]:
    """Ties an office to the name behind what it is of: "ambassador to the United Nations Jane Opondo", "head of the
    Senate's defence committee, Jane Opondo"."""
    told: list[Phrase] = []
    for phrase in found:
        office, unit = told[-1] if told else None, phrase.nation
        if phrase.name is not None and unit is not None and not phrase.roles and unit.last == phrase.name.first:
            name = phrase.name
            of = Phrase(phrase.first, unit.last, unit.last - 1, lone=unit, determiner=phrase.determiner)
            if office is not None and _is_unnamed(office) and (_is_of(tokens, office, of) or _owns(tokens, office, of)):
                told.append(of)
                phrase = Phrase(name.first, name.last, head_of(tokens, name.first, name.last), name=name, lone=name)
        told.append(phrase)
    for at in range(len(told) - 2):
        _name_holder(tokens, told, at)
    return told


def _name_holder(tokens: Sequence[Token], told: Sequence[Phrase], at: int) -> None:
    """Ties the office at a place among the phrases to the name behind what it is of."""
    office, of = told[at], at + 1
    if not _is_unnamed(office) or not (_is_of(tokens, office, told[of]) or _owns(tokens, office, told[of])):
        return
    while of + 2 < len(told) and _owns(tokens, told[of], told[of + 1]):
        of += 1
    named = told[of + 1]
    if told[of].name is None and _plain_name(named):
        behind = [token.text for token in tokens[told[of].last : named.first]]
        if (not behind and not _is_subject_beside(tokens, named)) or (behind == [","] and _closed(tokens, named)):
            office.apposed, named.apposed = named, office


def _is_unnamed(office: Phrase) -> bool:
    """Whether a phrase is an office of one person that nobody is named for."""
    role = office.roles[-1].role if office.roles else None
    one = role is not None and role.what == "person" and not role.plural
    return one and office.name is None and office.apposed is None


def _is_of(tokens: Sequence[Token], office: Phrase, of: Phrase) -> bool:
    """Whether what an office is of, or to, stands right behind it."""
    start = of.first + 1 if of.determiner else of.first
    return tuple(token.text.lower() for token in tokens[office.last : start]) in OFFICE_OF


def _owns(tokens: Sequence[Token], owner: Phrase, owned: Phrase) -> bool:
    """Whether a body stands behind a phrase and "'s": "the Senate's defence committee"."""
    role = owned.roles[-1].role if owned.roles else None
    body = (role is not None and role.what == "body") or (owned.lone is not None and owned.lone.what == "body")
    return body and owned.name is None and clitic_before(tokens, owned.first) == owner.last


def _is_subject_beside(tokens: Sequence[Token], named: Phrase) -> bool:
    """Whether a name right behind a noun is the subject of what describes that noun: "the committee Opondo leads"."""
    token = tokens[named.head]
    return token.deprel.startswith("nsubj") and tokens[token.head].deprel.startswith("acl")


def apposed(tokens: Sequence[Token], found: list[Phrase]) -> list[Phrase]:
    """Ties "Ali Bagheri, Iran's acting foreign minister" and "the president, Abdul Latif Rashid"."""
    owners = {id(phrase.whose): phrase for phrase in found if phrase.whose is not None and not phrase.many}
    behind = {id(right): following for right, following in pairwise(found)}
    for left, right in pairwise(found):
        if right.apposed is not None or (left.name is not None and _is_named(tokens, right, behind)):
            continue
        if _holds_both(tokens, left, right):
            left.apposed, right.apposed = right, left
            continue
        if not _beside(tokens, left, right) or not _closed(tokens, right):
            continue
        if _names_body(tokens, left, right):
            left.apposed = right
            continue
        if tokens[left.last].text == "(" and left.name is None and not _is_full_name(tokens, right):
            continue  # an abbreviation, or where it is
        left = _named(owners.get(id(left)), right) or left
        if left.name is not None:
            if _office(tokens, right):
                left.apposed, right.apposed = right, left
        elif left.roles and left.apposed is None and not left.many and _plain_name(right) and _definite(tokens, left):
            if right.roles and _is_body(left):
                continue  # "his delegation, General Opondo"
            left.apposed, right.apposed = right, left
    return found


def _beside(tokens: Sequence[Token], left: Phrase, right: Phrase) -> bool:
    """Whether nothing but a comma, or an age between two, stands between: "Ali Adoum, 40, a miner"."""
    between = [token.text for token in tokens[left.last : right.first]]
    aged = len(between) == 3 and between[1].isdecimal() and between[::2] == [",", ","]
    return between in ([","], ["("]) or (aged and left.name is not None)


def _holds_both(tokens: Sequence[Token], left: Phrase, right: Phrase) -> bool:
    """Whether two offices before a name, with capitals and no article, are its own: "Chadian Deputy Prime Minister and
    Foreign Minister Jane Opondo"."""
    if not _is_unnamed(left) or left.determiner or not right.roles or right.nation is not None or right.determiner:
        return False
    if right.name is None or right.first != left.last + 1 or tokens[left.last].text != "and":
        return False
    offices = [unit for unit in (*left.roles, *right.roles) if unit.what != "title"]
    return all(tokens[at].text[0].isupper() for unit in offices for at in range(unit.first, unit.last))


def _names_body(tokens: Sequence[Token], left: Phrase, right: Phrase) -> bool:
    """Whether a body's name says which one a noun means: "his party, the Reform Movement", "the group, the M23"."""
    unit = right.body or right.lone
    if unit is None or unit.what not in BODIES or right.roles or not left.roles or not _is_body(left) or left.many:
        return False
    role, token = left.roles[-1].role, tokens[right.head]
    noun = role.noun.split()[-1] if role is not None else ""
    told = left.name is None and left.apposed is None and noun in taking_up()
    return told and token.deprel == "appos" and left.first <= token.head < left.last


def _is_named(tokens: Sequence[Token], office: Phrase, behind: Mapping[int, Phrase]) -> bool:
    """Whether a full name without an office of its own stands between commas behind an office, so that the name before
    is of somebody or somewhere else: "in Gao, Ansongo, the minister, Ivan Duarte, announced"."""
    following = behind.get(id(office))
    if following is None or not office.roles or office.name is not None or not _plain_name(following):
        return False
    beside = following.first == office.last + 1 and tokens[office.last].text == ","
    closed = following.last < len(tokens) and tokens[following.last].text == ","
    own = behind.get(id(following))
    if own is not None and own.roles and own.name is None and own.first == following.last + 1:
        return False
    return beside and closed and _is_full_name(tokens, following)


def _named(officer: Phrase | None, right: Phrase) -> Phrase | None:
    """Whose office of a body somebody's full name stands behind: "the head of the union, Jane Opondo"."""
    if officer is None or officer.name is not None or not officer.roles or right.name is None:
        return None
    role = officer.roles[-1].role
    full = right.name.what == "person" or right.name.last - right.name.first > 1
    return officer if full and role is not None and role.what == "person" else None


def _office(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase is an office without a name, of one person, and ends there."""
    if phrase.name is not None or not phrase.roles or phrase.many or any(unit.what == "title" for unit in phrase.roles):
        return False
    if phrase.determiner or phrase.nation is not None:
        return phrase.nation is not None or phrase.determiner in ("the", "a", "an", "his", "its")
    return phrase.last < len(tokens) and tokens[phrase.last].text in (",", ".", ")", "of", "for")


def _is_body(phrase: Phrase) -> bool:
    role = phrase.roles[-1].role
    return role is not None and role.what == "body"


def _definite(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether an office is somebody's: it has a nation, an article, a modifier, or capitals."""
    if phrase.nation is not None or phrase.determiner or phrase.modifiers or clitic_before(tokens, phrase.first) > 0:
        return True
    return phrase.last - phrase.first > 1 and all(t.text[0].isupper() for t in tokens[phrase.first : phrase.last])


def _plain_name(phrase: Phrase) -> bool:
    """Whether a phrase is a person's name with no office beside it; a title or rank may stand before it."""
    styled = all(unit.what == "title" or unit.role is None or unit.role.noun in ranks() for unit in phrase.roles)
    return phrase.name is not None and phrase.nation is None and styled


def _is_full_name(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase is a name of several words that are not all capitals."""
    return phrase.name is not None and phrase.last - phrase.first > 1 and not tokens[phrase.first].text.isupper()


def _closed(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether what may be an apposition ends as one, unlike "... with the president, Rashid said"."""
    if tokens[phrase.head].deprel == "appos" or phrase.last >= len(tokens):
        return True
    following = tokens[phrase.last]
    return following.upos not in ("VERB", "AUX") and following.text not in ("said", "says", "told", "added")
