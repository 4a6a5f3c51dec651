"""Which of several bodies of one name is meant: ADF is a defence force in Australia and a rebel group in Congo."""

from collections.abc import Sequence

from dateline.enricher.actors.units import Unit
from dateline.enricher.gazetteer import Kind

BODIES = frozenset({Kind.ORGANISATION, Kind.ARMED_GROUP, Kind.AGENCY})
TELLING = frozenset({Kind.COUNTRY, Kind.CAPITAL, Kind.SEAT, Kind.PEOPLE, Kind.CITY, Kind.REGION})
"""What shows which countries an article is about."""


def settle(found: Sequence[Sequence[Unit]]) -> None:
    """Gives each body that is listed more than once the entry of a country that the article names. `found` are the
    units of each sentence."""
    countries = {
        unit.entry.country
        for units in found
        for unit in units
        if unit.entry is not None and unit.entry.kind in TELLING and unit.entry.country
    }
    for units in found:
        for unit in units:
            if unit.others and unit.entry is not None and unit.entry.country not in countries:
                listed = [e for e in (unit.entry, *unit.others) if e.kind in BODIES]
                meant = next((entry for entry in listed if entry.country in countries), None)
                if unit.entry.kind in BODIES and meant is not None:
                    unit.others = tuple(entry for entry in (unit.entry, *unit.others) if entry is not meant)
                    unit.entry, unit.what = meant, meant.kind.value
