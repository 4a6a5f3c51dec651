"""Days told from the day told before: "a day earlier", "two days later", "the following day"."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from dateline.enricher.dates.resolved import DateMention, DateType, Granularity, Resolved
from dateline.enricher.dates.single import number

FORM: Final = re.compile(
    r"(?:(?P<n>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten) days? (?P<way>earlier|later|"
    r"(?:before|after)(?=[,.;]|$))|the (?P<beside>previous|following|next) day)\b",
    re.IGNORECASE,
)
BACK: Final = frozenset(("earlier", "before", "previous"))
NEAR: Final = 400
"""Characters back to the day that is meant."""


def from_day_told(text: str, start: int, told: Sequence[DateMention]) -> tuple[int, Resolved] | None:
    """The end of the expression at `start` and the day that it means, if one day was told before it."""
    form = FORM.match(text, start)
    if form is None or not told or start - told[-1].span[1] > NEAR:
        return None
    before = told[-1]
    if before.start is None or before.end is not None or before.granularity is not Granularity.DAY:
        return None
    days = int(number(form["n"] or "one"))
    back = (form["way"] or form["beside"]).lower() in BACK
    day = before.start + timedelta(days=-days if back else days)
    return form.end(), Resolved(day, None, DateType.EXACT, Granularity.DAY, "from the day told before")
