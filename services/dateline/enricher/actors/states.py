"""A state's government and its people as parties, where the words name only a place of theirs."""

from dateline.enricher.gazetteer import load
from dateline_schemas.coded import ActorKind, Party
from dateline_schemas.model import Span


def government(country: str, span: Span | None) -> tuple[Party, ...]:
    """A country's government; nobody where it is no state."""
    entry = load().get(f"{country}/country")
    if entry is None or country not in load().states:
        return ()
    kind = ActorKind.GOVERNMENT
    return (Party(actor=f"{country}/government", name=entry.name, kind=kind, country=country, sector="GOV", span=span),)


def people_of(country: str, span: Span | None) -> tuple[Party, ...]:
    """Those who live in a country; nobody where it is no state."""
    entry = load().get(f"{country}/country")
    if entry is None or country not in load().states:
        return ()
    name, kind = f"people of {entry.name}", ActorKind.PEOPLE
    return (Party(actor=f"{country}/people", name=name, kind=kind, country=country, sector="CVL", span=span),)
