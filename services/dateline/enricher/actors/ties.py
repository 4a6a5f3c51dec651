"""What ties phrases of a sentence together: "of Iraq" after an office, and appositions."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dateline.enricher.actors.lexicon import given_names, ranks, words
from dateline.enricher.actors.phrases import BODIES, NATIONS, Phrase, clitic_before, head_of
from dateline.enricher.gazetteer import Kind
from dateline.enricher.syntax.tree import Token

AREAS: Final = frozenset("the northern southern eastern western central downtown".split())
OWNED: Final = (["of"], ["for"], ["loyal", "to"])
OFFICE_OF: Final = frozenset((("of",), ("of", "the"), ("to",), ("to", "the"), ("for",), ("for", "the")))
OF: Final = (["of"], ["of", "the"], ["from"], ["for"], ["for", "the"])


def tied(tokens: Sequence[Token], found: Sequence[Phrase]) -> list[Phrase]:
    """The phrases with nations, owners and appositions tied to what they belong to."""
    return _apposed(tokens, _holding(tokens, _belonging(tokens, found)))


def _belonging(tokens: Sequence[Token], found: Sequence[Phrase]) -> list[Phrase]:
    """Joins "the president" and "of Iraq", "officials" and "from Kenya"; notes "police" "in Peru", "a spokesman"
    "for President Ghani"."""
    joined: list[Phrase] = []
    for phrase in found:
        left = joined[-1] if joined else None
        if left is not None and _is_state_described(left, phrase):
            phrase.first, joined[-1] = left.first, phrase
            continue
        if left is not None and _is_somebody_of(tokens, left, phrase):
            left.nation = phrase.lone
        if left is None or not (left.roles or left.body) or left.name is not None or left.nation is not None:
            joined.append(phrase)
            continue
        start = phrase.first + 1 if phrase.determiner else phrase.first
        between = [token.text.lower() for token in tokens[left.last : start]]
        unit = phrase.body or phrase.lone
        if (
            unit is not None
            and not phrase.roles
            and (unit.what in NATIONS or unit.what in BODIES or unit.what == "spot")
        ):
            one = bool(left.roles) and left.roles[-1].role is not None and not left.many
            if unit.what != "spot" and between in OF and not (between[0] == "from" and one):
                left.nation = unit
                left.last = phrase.last
                if len(joined) > 1 and _shares(tokens, joined[-2], left):
                    joined[-2].nation = unit
                continue
            role = left.roles[-1].role if left.roles else None
            listed = left.body is not None and left.body.entry is not None and left.body.what != Kind.AGENCY.value
            several = (left.body is not None and not listed) or (
                role is not None and (role.plural or role.what == "body")
            )
            if several and _inside(between) and unit.what in NATIONS and unit.what != Kind.PEOPLE.value:
                left.nation = unit
            elif several and unit.what == "spot" and phrase.nation is not None and _inside(between):
                left.nation = phrase.nation  # "police in Peru's second city"
        elif [token.text.lower() for token in tokens[left.last : phrase.first]] in OWNED:
            left.whose = phrase
        joined.append(phrase)
    return joined


def _is_somebody_of(tokens: Sequence[Token], left: Phrase, right: Phrase) -> bool:
    """Whether a country is said of a person by name: "Jane Opondo of Kenya", "General Opondo of Kenya"."""
    unit = right.lone
    if left.name is None or left.nation is not None or unit is None or unit.what != Kind.COUNTRY.value:
        return False
    full = tokens[left.name.first].text.lower() in given_names() and left.name.last - left.name.first > 1
    return bool(full or left.roles) and [token.text for token in tokens[left.last : unit.first]] == ["of"]


def _is_state_described(left: Phrase, right: Phrase) -> bool:
    """Whether a country stands right behind what it is called: "its neighbour Chad", "Cuba's ally Venezuela"."""
    role = left.roles[-1].role if left.roles and left.name is None and left.body is None else None
    unit = right.lone
    if role is None or unit is None or unit.what != Kind.COUNTRY.value or right.first != left.last:
        return False
    return role.noun.split()[-1] in words("state_relation")


def _shares(tokens: Sequence[Token], first: Phrase, second: Phrase) -> bool:
    """Whether two bodies or groups share what "of" says of the second: "the government and people of Chad"."""
    lone = bool(first.roles) and first.name is None and first.nation is None and first.whose is None
    return lone and [token.text for token in tokens[first.last : second.first]] == ["and"]


def _inside(between: Sequence[str]) -> bool:
    """ "in", "in the", "in southern"."""
    return bool(between) and between[0] == "in" and len(between) < 3 and all(word in AREAS for word in between[1:])


def _holding(tokens: Sequence[Token], found: list[Phrase]) -> list[Phrase]:
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
    for at, office in enumerate(told[:-2]):
        of = at + 1
        if not _is_unnamed(office) or not (_is_of(tokens, office, told[of]) or _owns(tokens, office, told[of])):
            continue
        while of + 2 < len(told) and _owns(tokens, told[of], told[of + 1]):
            of += 1
        named = told[of + 1]
        if told[of].name is None and _plain_name(named):
            behind = [token.text for token in tokens[told[of].last : named.first]]
            if (not behind and not _is_subject_beside(tokens, named)) or (behind == [","] and _closed(tokens, named)):
                office.apposed, named.apposed = named, office
    return told


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


def _apposed(tokens: Sequence[Token], found: list[Phrase]) -> list[Phrase]:
    """Ties "Ali Bagheri, Iran's acting foreign minister" and "the president, Abdul Latif Rashid"."""
    for left, right in pairwise(found):
        if right.apposed is not None:
            continue
        if right.first - left.last != 1 or tokens[left.last].text not in (",", "(") or not _closed(tokens, right):
            continue
        if tokens[left.last].text == "(" and left.name is None and not _is_full_name(tokens, right):
            continue  # an abbreviation, or where it is
        if left.name is not None:
            if _office(tokens, right):
                left.apposed, right.apposed = right, left
        elif left.roles and left.apposed is None and not left.many and _plain_name(right) and _definite(tokens, left):
            if right.roles and _is_body(left):
                continue  # "his delegation, General Opondo"
            left.apposed, right.apposed = right, left
    return found


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
