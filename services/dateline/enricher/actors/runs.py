"""How far a name may reach: runs of words with capitals, with the hyphens, particles and apostrophes that tie them."""

from collections.abc import Sequence

from dateline.enricher.actors.halves import is_second_half
from dateline.enricher.actors.lexicon import never_names, words
from dateline.enricher.actors.units import JOINERS, NAME_PARTICLES, Word
from dateline.enricher.syntax.tree import Token

CLITICS, MEMBERS, BODIES_OF_MEMBERS = words("clitic"), words("members"), words("bodies_of_members")
NEVER: frozenset[str] = never_names() - {"Allah"}
"""Words that no name goes on with; "Miyetti Allah" is one."""


def end_of_run(tokens: Sequence[Token], known: Sequence[Word], at: int) -> int:
    """The token after the run of capitalised words from `at`; `known` is what each token is by itself."""
    end, count = at + 1, len(tokens)
    while end < count:
        text = tokens[end].text
        if not (
            (known[end].capital and known[end].pronoun is None and text not in NEVER)
            or tokens[end - 1].text in JOINERS
            or ((text in JOINERS or text.lower() in NAME_PARTICLES) and ties(tokens, known, end))
            or (text in CLITICS and _is_of_members(tokens, known, end))
        ):
            break
        end += 1
    return end


def ties(tokens: Sequence[Token], known: Sequence[Word], at: int) -> bool:
    """Whether token `at` ties two parts of a name: a hyphen without spaces, or a particle."""
    if at + 1 >= len(tokens):
        return False
    if tokens[at].text in JOINERS:
        tight = tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
        following = tokens[at + 1].text
        return tight and (known[at + 1].capital or following in NAME_PARTICLES or is_second_half(known, at, following))
    return known[at + 1].capital or (tokens[at + 1].text in JOINERS and at + 2 < len(tokens))


def _is_of_members(tokens: Sequence[Token], known: Sequence[Word], at: int) -> bool:
    """Whether an apostrophe stands within the name of a body: "the Dockers' Union", "Women's Network"."""
    if at + 1 >= len(tokens) or not known[at + 1].capital:
        return False
    several = tokens[at].text != "'s" or tokens[at - 1].text.lower() in MEMBERS
    return several and tokens[end_of_run(tokens, known, at + 1) - 1].text in BODIES_OF_MEMBERS
