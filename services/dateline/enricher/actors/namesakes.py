"""Which of several bodies of one name is meant: ADF is a defence force in Australia and a rebel group in Congo."""

from collections.abc import Sequence
from typing import Final

from dateline.enricher.actors.units import Unit
from dateline.enricher.gazetteer import Entry, Kind

BODIES: Final = frozenset({Kind.ORGANISATION, Kind.ARMED_GROUP, Kind.AGENCY})
TELLING: Final = frozenset({Kind.COUNTRY, Kind.CAPITAL, Kind.SEAT, Kind.PEOPLE, Kind.CITY, Kind.REGION})
"""What shows which countries an article is about."""
WORLDWIDE: Final = frozenset({"UNO", "EUR", "IGO"})
"""Instead of a country: bodies of many, which are meant wherever they are named."""


def settle(found: Sequence[Sequence[Unit]]) -> None:
    """Gives each body that is listed more than once the entry of a country that the article names; not what is of the
    whole world, nor a news agency, which tells of countries not its own. `found` are the units of each sentence."""
    countries = {
        unit.entry.country
        for units in found
        for unit in units
        if unit.entry is not None and unit.entry.kind in TELLING and unit.entry.country
    }
    for units in found:
        for unit in units:
            if unit.others and unit.entry is not None and _is_elsewhere(unit.entry, countries):
                meant = next((e for e in unit.others if e.kind in BODIES and e.country in countries), None)
                if meant is not None:
                    unit.others = tuple(entry for entry in (unit.entry, *unit.others) if entry is not meant)
                    unit.entry, unit.what = meant, meant.kind.value


def _is_elsewhere(body: Entry, countries: set[str]) -> bool:
    """Whether an entry is of a body that is seldom meant where only these countries are named."""
    return body.kind in BODIES - {Kind.AGENCY} and body.country not in countries | WORLDWIDE
