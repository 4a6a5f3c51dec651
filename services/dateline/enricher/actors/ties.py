"""What ties phrases of a sentence together: "of Iraq" after an office, and appositions."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dateline.enricher.actors.lexicon import given_names, ranks, words
from dateline.enricher.actors.phrases import BODIES, NATIONS, Phrase, clitic_before
from dateline.enricher.actors.units import Unit
from dateline.enricher.gazetteer import Kind
from dateline.enricher.syntax.tree import Token

AREAS: Final = frozenset("the northern southern eastern western central downtown".split())
OWNED: Final = (["of"], ["for"], ["loyal", "to"])
OF: Final = (["of"], ["of", "the"], ["from"], ["for"], ["for", "the"])


def tied(tokens: Sequence[Token], found: Sequence[Phrase]) -> list[Phrase]:
    """The phrases with nations, owners and appositions tied to what they belong to."""
    return _apposed(tokens, _belonging(tokens, found))


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
            tied_to = unit.what != "spot" and between in OF and not (between[0] == "from" and one)
            if tied_to and not _describes(tokens, unit):
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


def _describes(tokens: Sequence[Token], unit: Unit) -> bool:
    """Whether a nation's adjective is said of a noun behind it: "thanked the government for Egyptian help"."""
    last = tokens[unit.last - 1]
    return unit.what == Kind.PEOPLE.value and last.deprel == "amod" and last.head >= unit.last


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


def _apposed(tokens: Sequence[Token], found: list[Phrase]) -> list[Phrase]:
    """Ties "Ali Bagheri, Iran's acting foreign minister" and "the president, Abdul Latif Rashid"."""
    owners = {id(phrase.whose): phrase for phrase in found if phrase.whose is not None and not phrase.many}
    for left, right in pairwise(found):
        if right.first - left.last != 1 or tokens[left.last].text not in (",", "(") or not _closed(tokens, right):
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
