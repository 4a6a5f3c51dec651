"""What ties phrases of a sentence together: "of Iraq" after an office, and appositions."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.actors.appositions import apposed, holding
from dateline.enricher.actors.halves import is_half_of_a_word
from dateline.enricher.actors.lexicon import given_names, words
from dateline.enricher.actors.phrases import BODIES, NATIONS, Phrase
from dateline.enricher.actors.units import Unit
from dateline.enricher.gazetteer import Kind
from dateline.enricher.syntax.tree import Token

STATES_OR_PEOPLES: Final = frozenset({Kind.COUNTRY.value, Kind.PEOPLE.value})
COMMA: Final = ([","],)
SHARED_TIES: Final = (["and"], ["and", "the"], [","], ["&"], ["'s", "and"], ["’s", "and"])
AT_ODDS: Final = frozenset({"REB", "UAF", "OPP", "PRM", "CRM", "REF"})
"""Sectors of those who may well be of another nation than who is named beside them."""
AREAS: Final = frozenset(
    "the northern southern eastern western northeastern northwestern southeastern southwestern central downtown".split()
)
OWNED: Final = (["of"], ["for"], ["loyal", "to"])
ALL: Final = ([",", "all"], [",", "both"], [",", "mostly"])
"""What tells of what nation several are: "nine miners, all Chadians", "all of them Chadians"."""
OF_THEM: Final = ["of", "them"]
ARTICLES: Final = ("a", "an")
SERVING: Final = frozenset("aide aides adviser advisers advisor advisors assistant assistants".split())
OF: Final = (["of"], ["of", "the"], ["from"], ["for"], ["for", "the"])


def tied(tokens: Sequence[Token], found: Sequence[Phrase]) -> list[Phrase]:
    """The phrases with nations, owners and appositions tied to what they belong to."""
    return apposed(tokens, holding(tokens, _sharing(tokens, _belonging(tokens, found))))


def _sharing(tokens: Sequence[Token], found: list[Phrase]) -> list[Phrase]:
    """Gives "Kenyan" of "Kenyan and Chadian forces" its noun, and "citizens" of "Chinese firms and citizens" its
    nation."""
    for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if left.lone is not None and left.lone.what in STATES_OR_PEOPLES:
            noun, ties = (right.shares, COMMA) if right.shares is not None else (right, SHARED_TIES)
            if noun is not right or _is_nation_of_several(right):
                between = [token.text for token in tokens[left.last : right.first]]
                opening = right.nation or right.lone
                alike = opening is None or opening.what == left.lone.what  # not "in Peru, Kenyan forces"
                left.shares = noun if between in ties and (alike or between not in COMMA) else None
        elif right.nation is None and right.first == left.last + 1 and tokens[left.last].text == "and":
            right.nation = left.nation if _is_bare(right) and _is_bare_plural(left) else None
    return found


def _is_nation_of_several(phrase: Phrase) -> bool:
    """Whether a phrase begins with a nation and names several, or a body."""
    nation = phrase.nation
    opens = nation is not None and nation.what in STATES_OR_PEOPLES and nation.first == phrase.first
    return opens and _names_several(phrase)


def _is_bare(phrase: Phrase) -> bool:
    """Whether a phrase of several has nothing before it, and none who may well be of another nation."""
    role = phrase.roles[-1].role if phrase.roles and not phrase.determiner and not phrase.modifiers else None
    return role is not None and role.sector not in AT_ODDS and _names_several(phrase)


def _names_several(phrase: Phrase) -> bool:
    role = phrase.roles[-1].role if phrase.roles and phrase.name is None and phrase.body is None else None
    return role is not None and (role.plural or role.what == "body")


def _is_bare_plural(phrase: Phrase) -> bool:
    """Whether an adjective of a nation opens a phrase of several: "Chinese firms"."""
    nation, role = phrase.nation, phrase.roles[-1].role if phrase.roles else None
    if nation is None or nation.what != Kind.PEOPLE.value or nation.first != phrase.first:
        return False
    return role is not None and role.sector not in AT_ODDS and _names_several(phrase)


def _belonging(tokens: Sequence[Token], found: Sequence[Phrase]) -> list[Phrase]:
    """Joins "the president" and "of Iraq", "officials" and "from Kenya"; notes "police" "in Peru", "a spokesman"
    "for President Ghani"."""
    joined: list[Phrase] = []
    for phrase in found:
        left = joined[-1] if joined else None
        if left is not None and left.first >= phrase.first and len(joined) > 1:
            left = joined[-2]  # "the head" before "the Meretz party", which has "Meretz" within it
        elif left is not None and len(joined) > 1 and is_half(tokens, left) and left.last + 2 == phrase.first:
            left = joined[-2]
        if left is not None and _is_state_described(left, phrase):
            phrase.first, joined[-1] = left.first, phrase
            continue
        if left is not None and (_is_somebody_of(tokens, left, phrase) or _is_one_of(tokens, left, phrase)):
            left.nation = phrase.lone
        if left is None or not (left.roles or left.body) or left.name is not None or left.nation is not None:
            joined.append(phrase)
            continue
        start = phrase.first + 1 if phrase.determiner else phrase.first
        if is_half(tokens, joined[-1]) and joined[-1] is not left:
            start = joined[-1].first + (joined[-1].determiner != "")  # "of the Hamas-linked Jihad Front"
        between = [token.text.lower() for token in tokens[left.last : start]]
        unit = None if is_half(tokens, phrase) else phrase.body or phrase.lone
        if (
            unit is not None
            and not phrase.roles
            and (unit.what in NATIONS or unit.what in BODIES or unit.what == "spot")
        ):
            head = left.roles[-1].role if left.roles else None
            one = head is not None and head.what == "person" and not head.plural
            while len(between) > 1 and between[0] == "of" and between[-1] in AREAS:
                between.pop()  # "of northeastern Nigeria's Borno state"
            elsewhere = left.determiner in words("possessive")  # "its troops from Mali"
            elsewhere = elsewhere or (one and not _is_from(tokens, left))
            tied_to = unit.what != "spot" and between in OF and not (between[0] == "from" and elsewhere)
            if tied_to and not _describes(tokens, unit):
                left.nation = unit
                if _is_of_another_state(phrase, unit):
                    left.nation, left.whose = phrase.nation, phrase
                left.last = phrase.last
                if len(joined) > 1 and _shares(tokens, joined[-2], left):
                    joined[-2].nation = unit
                continue
            role = left.roles[-1].role if left.roles else None
            listed = left.body is not None and left.body.entry is not None and left.body.what != Kind.AGENCY.value
            several = (left.body is not None and not listed) or (
                role is not None and (role.plural or role.what == "body")
            )
            sent = head is not None and head.noun.split()[0] in words("sent_abroad")
            if several and _inside(between) and unit.what in NATIONS and unit.what != Kind.PEOPLE.value:
                left.nation = None if sent else unit  # "the embassy in Cairo" is not Egypt's
            elif several and unit.what == "spot" and phrase.nation is not None and _inside(between):
                left.nation = phrase.nation  # "police in Peru's second city"
            elif several and unit.what == "spot" and between[:1] == ["of"]:
                left.whose = phrase  # "the ministers of both countries"
        elif _is_owned(left, phrase, [token.text.lower() for token in tokens[left.last : phrase.first]]):
            left.whose = phrase
        joined.append(phrase)
    return joined


def is_half(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a name only tells with whom what stands behind it goes: "Hamas-linked"."""
    unit = phrase.body or phrase.lone
    return unit is not None and unit.what in BODIES and is_half_of_a_word(tokens, unit)


def _is_owned(left: Phrase, right: Phrase, between: list[str]) -> bool:
    """Whether they belong to who comes next: "a spokesman for President Ghani", "a clerk in Chad's
    ministry"."""
    role = right.roles[-1].role if right.roles else None
    serves = bool(left.roles) and role is not None and role.what == "body" and between == ["in"]
    own = left.roles[-1].role if left.roles else None
    aids = own is not None and own.noun.split()[-1] in SERVING and between == ["to"]  # "an aide to the president"
    return between in OWNED or serves or aids


def _is_of_another_state(phrase: Phrase, unit: Unit) -> bool:
    """Whether a listed body is by its name that of another state than its phrase says: "the Israeli Labor Party"."""
    nation = phrase.nation.entry if phrase.nation is not None else None
    if nation is None or unit.entry is None or unit.what not in BODIES or not nation.country:
        return False
    return len(unit.entry.country) == 3 and nation.country != unit.entry.country


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


def _is_one_of(tokens: Sequence[Token], left: Phrase, right: Phrase) -> bool:
    """Whether a nation is said of one by name, or of several: "Ali Adoum, a Chadian", "miners, all
    Chadians"."""
    unit = right.lone
    if unit is None or unit.what != Kind.PEOPLE.value or left.nation is not None:
        return False
    between = [token.text.lower() for token in tokens[left.last : unit.first]]
    if left.name is not None:
        return between[:1] == [","] and between[-1] in ARTICLES and (len(between) == 2 or between[2:3] == [","])
    several = _names_several(left) and tokens[unit.last - 1].deprel != "amod"
    return several and (between in ALL or (between[-2:] == OF_THEM and between[:-2] in ALL))


def _is_from(tokens: Sequence[Token], left: Phrase) -> bool:
    """Whether "from" says where one is at home: ", a miner from Chad,", "a miner from Chad died", but "expelled an
    envoy from Chad"."""
    if left.determiner != "the" and left.determiner not in ARTICLES:
        return False
    return tokens[left.first - 1].text == "," or tokens[left.head].deprel.startswith("nsubj")


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
