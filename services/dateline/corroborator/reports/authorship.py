"""Whether a denial leaves it standing that it happened: "denied carrying out the attack"."""

import re
from functools import lru_cache
from typing import Final

from dateline.corroborator.reports.held import AT_HAND, Telling
from dateline.corroborator.words.phrases import light_verbs
from dateline.corroborator.words.wording import stem_of
from dateline_schemas import Realis

KNOWN_DEED: Final = re.compile(r" (?:out )?(?:the|this|that|these|those) ")
"""How it goes on behind a verb that says little, where the deed is one already told of."""


@lru_cache(maxsize=AT_HAND)
def is_of_authorship(telling: Telling) -> bool:
    """Whether somebody only denies to be who did it."""
    if telling.realis is not Realis.NEGATED:
        return False
    first = telling.quoted_from
    start, end = max(0, telling.trigger[0] - first), max(0, telling.trigger[1] - first)
    if stem_of(telling.quote[start:end].casefold()) not in light_verbs():
        return False
    return KNOWN_DEED.match(telling.quote, end) is not None
