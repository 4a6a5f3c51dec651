"""Things that stand for those who hold or make them: "bombed rebel positions", "rejected a government offer"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.enricher.actors.lexicon import Role, plurals, words
from dateline.enricher.syntax.tree import Token

ARMED: Final = frozenset({"UAF", "REB", "MIL", "PRM", "COP", "CRM"})
"""Sectors whose things are met for whose they are."""
SPEAKING: Final = frozenset("GOV LEG JUD COP MIL OPP PTY LAB".split())
"""Sectors whose offers, bans and orders are met for whose they are; a business plan is no business."""
GOVERNMENT: Final = "government"
AMOUNT: Final = re.compile(r"[NRPK]\d[\d.]*(?:m|bn)?")
AFTER_AMOUNT: Final = frozenset((",", "million", "billion", "trillion", "each", "per", "for", "to", "in", "."))


def owner_of_thing(tokens: Sequence[Token], index: int, role: Role) -> Role | None:
    """The role that the token says as the owner of the noun behind it, several where it names one: the rebels of "rebel
    positions", the government of "government lines"; None where it owns nothing that stands for it."""
    token = tokens[index]
    if token.deprel not in ("compound", "amod") or token.head <= index:
        return None
    thing = tokens[token.head].text.lower()
    if role.what == "body" and role.sector in SPEAKING and thing in words("word_of_body"):
        return role
    if role.noun == GOVERNMENT and thing in words("held_by_armies"):
        return role
    if role.sector not in ARMED or thing not in words("thing_of_armed"):
        return None
    return replace(role, noun=of_several(role.noun), plural=True) if role.what == "person" and not role.plural else role


def of_several(noun: str) -> str:
    """The plural of a role noun."""
    return " ".join(plurals(tuple(noun.split()))[0])


def is_money(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is an amount in naira, rand, pesos or kwacha: "N500,000", "R3 million"."""
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return AMOUNT.fullmatch(tokens[at].text) is not None and following in AFTER_AMOUNT
