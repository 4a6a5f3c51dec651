"""Who does a deed whose words name no doer: whose strikes somebody was killed in, whose police arrest in a place."""

from typing import Final

from dateline.enricher.events.codes import CONFINING
from dateline.enricher.events.doers import noun_doers
from dateline.enricher.events.hanging import AT, BETWEEN, is_noun, is_suffering, is_undergone, with_case, within
from dateline.enricher.events.lexicon import Match
from dateline.enricher.events.named import Remembering
from dateline.enricher.events.verbs import verbs
from dateline.enricher.syntax.tree import Sentence
from dateline_schemas import Party

ATTACKS: Final = frozenset(
    "strike airstrike attack raid ambush shelling bombing bombardment blast explosion operation assault offensive fire "
    "crackdown massacre shooting incursion".split()
)
"""Nouns of what somebody is killed in, and whose it is who kills."""
OF_LAW: Final = frozenset(
    "arrest detain jail imprison convict sentence deport charge indict try acquit execute hang fine remand guilty "
    "extradite prosecute bail round custody".split()
)
"""Words of what in any country its authorities alone do."""
POLICING: Final = frozenset(("arrest", "detain", "round", "custody"))
"""Words of what police do."""
JUDGING: Final = frozenset("sentence convict acquit try guilty remand fine".split())
"""Words of what courts do."""
HANGING: Final = ("hang",)
"""What is a killing by law."""
HOLDING: Final = ("hold", "detain", "jail", "imprison", "capture", "seize", "arrest", "abduct", "kidnap")
BY_LAW: Final = ("COERCE", "SANCTION", "ACCUSE")
TAKEN: Final = frozenset(("hold", "place", "effect", "shape"))
"""What takes a truce that begins."""
THEN: Final = frozenset(("when", "as", "after"))
THE_TWO: Final = frozenset(("two", "both"))
_AUTHORITIES_DO: Final = frozenset((*BY_LAW, "ASSAULT"))


def unsaid_doers(named: Remembering, sentence: Sentence, match: Match) -> tuple[Party, ...]:
    """Of a passive without "by", and of what is between some."""
    partners = between(named, sentence, match)
    if not partners and match.phrase.type == "COERCE" and is_noun(sentence, match.trigger):
        held = sentence.lemmas[match.trigger] == "custody"  # "police confirmed the arrest", "nine were in custody"
        return _police(named, sentence, match) or (_at_home(named, sentence, match) if held else ())
    if not partners and match.phrase.type == "ASSAULT" and is_suffering(sentence, match.trigger):
        return _attackers(named, sentence, match)  # "died in a Kenyan strike"
    if partners or not is_undergone(sentence, match.trigger):
        return partners
    if match.phrase.type == "CONSULT":  # "the ministers were brought together"
        return named.first(sentence.children_by(match.trigger, "nsubj:pass"))
    if match.phrase.type == "ASSAULT" and sentence[match.trigger].lemma.lower() not in HANGING:
        return _attackers(named, sentence, match)
    if match.phrase.type == "RETREAT":
        return _holders(named, sentence, match)
    if match.phrase.cameo in CONFINING:  # "a curfew was imposed"
        return named.home()
    if match.phrase.type in _AUTHORITIES_DO and any(sentence[at].lemma.lower() in OF_LAW for at in match.tokens):
        police = _police(named, sentence, match)
        return police or _authorities(named, sentence, match) or _at_home(named, sentence, match)
    return ()


def between(named: Remembering, sentence: Sentence, match: Match) -> tuple[Party, ...]:
    """The sides of "a truce took hold between the two"."""
    held = [at for at in sentence.children_by(match.trigger, "obj") if sentence[at].lemma.lower() in TAKEN]
    return named.first([at for used in (*match.tokens, *held) for at in with_case(sentence, used, BETWEEN)])


def the_two(named: Remembering, sentence: Sentence, match: Match, doers: list[int]) -> tuple[Party, ...]:
    """Who "the two armies" are, by what lies between them: "along the border between Kenya and Uganda"."""
    words = [sentence[child].text.lower() for at in doers for child in sentence.children_by(at, "nummod", "det")]
    if THE_TWO.isdisjoint(words):
        return ()
    hanging = sentence.children_by(match.trigger, "obl", "obj")
    found = named.first([at for head in hanging for at in with_case(sentence, head, BETWEEN)])
    return found if len({party.country for party in found}) > 1 else ()


def _attackers(named: Remembering, sentence: Sentence, match: Match) -> tuple[Party, ...]:
    """Whose the strikes are in which somebody was killed."""
    for attack in with_case(sentence, match.trigger, AT):
        if sentence[attack].lemma.lower() in ATTACKS:
            return named.first(noun_doers(sentence, attack, match))
    for clause in sentence.children_by(match.trigger, "advcl"):
        if is_then(sentence, clause) and sentence.lemmas[clause] in verbs("assaulting"):
            suffered = bool(sentence.children_by(clause, "aux:pass"))
            return named.first_within(sentence.children_by(clause, "obl:agent" if suffered else "nsubj"))
    return ()


def is_then(sentence: Sentence, clause: int) -> bool:
    """Whether a clause tells what was done as the verb above it was: "killed when Chad shelled a market"."""
    return any(sentence.words[at] in THEN for at in sentence.children_by(clause, "mark", "advmod"))


def _holders(named: Remembering, sentence: Sentence, match: Match) -> tuple[Party, ...]:
    """Who held what is let go: "sailors held by the rebels were released"."""
    freed = [at for head in sentence.children_by(match.trigger, "nsubj:pass") for at in within(sentence, head)]
    clauses = [clause for at in freed for clause in sentence.children_by(at, "acl", "acl:relcl")]
    held = [clause for clause in clauses if sentence[clause].lemma.lower() in HOLDING]
    return named.first([at for clause in held for at in sentence.children_by(clause, "obl:agent")])


def _police(named: Remembering, sentence: Sentence, match: Match) -> tuple[Party, ...]:
    """Police who do something else in the sentence: "police fired tear gas and nine people were detained"."""
    if POLICING.isdisjoint(sentence.lemmas[at] for at in match.tokens):
        return ()
    for token in sentence:
        if token.deprel == "nsubj" and token.head != match.trigger:
            found = tuple(party for party in named.parties(token.index) if party.sector == "COP")
            if found:
                return found
    return ()


def _authorities(named: Remembering, sentence: Sentence, match: Match) -> tuple[Party, ...]:
    """The government of the country where somebody is arrested or tried."""
    around = sentence.children_by(match.trigger, "nsubj:pass", "obl")  # "refugees in Turkey", "convicted of theft in"
    token = sentence[match.trigger]
    before = [token.head] if token.deprel == "conj" else []  # "arrested in Turkey and sentenced"
    for head in (match.trigger, *around, *before):
        for place in with_case(sentence, head, AT):
            found = named.state(place)
            if found:
                return found
    return ()


def _at_home(named: Remembering, sentence: Sentence, match: Match) -> tuple[Party, ...]:
    """The authorities of the country whose news it is: its police or court, where the article has named them."""
    words = {sentence.lemmas[at] for at in match.tokens}
    sector = "COP" if words & POLICING else "JUD" if words & JUDGING else ""
    return (named.body_at_home(sector) if sector else ()) or named.home()
