"""Ships, told by what stands before their names: "the USS Carney" is the military of the United States."""

from functools import cache

from dateline.enricher.actors.cast import OF_NATION
from dateline.enricher.actors.figures import Figure
from dateline.enricher.actors.lexicon import rows
from dateline.enricher.actors.scene import Scene
from dateline.enricher.actors.units import Unit
from dateline_schemas.coded import ActorKind


def crew_of(scene: Scene, unit: Unit) -> tuple[Figure, ...] | None:
    """Whose military a name stands for that is a warship's; nobody's if it is a merchant ship's; None if it is no
    ship's."""
    opened = scene.tokens[unit.first - 1].text if unit.first else ""
    prefix = opened if opened in _prefixes() else scene.tokens[unit.first].text
    country = _prefixes().get(prefix)
    if country is None or (prefix != opened and unit.last - unit.first < 2):
        return None
    if not country:
        return ()
    name = f"military of {scene.cast.government(country).name}"
    return (scene.cast.body(country, name, "MIL", ActorKind.ORGANISATION, OF_NATION),)


@cache
def _prefixes() -> dict[str, str]:
    return {prefix: country for country, prefixes in rows("ships.tsv") for prefix in prefixes.split()}
