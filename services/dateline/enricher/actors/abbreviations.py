"""Letters that an article has put in brackets behind the name of a body."""

from dateline.enricher.actors.figures import Figure, Mention
from dateline.enricher.actors.scene import Scene
from dateline.enricher.actors.units import Unit
from dateline_schemas.coded import ORGANISED


def abbreviated(scene: Scene, unit: Unit) -> Figure | None:
    """Whom letters mean that an article has put in brackets behind a body's name whose initials they are: "the Arakan
    Army (AA)" is not the agency so abbreviated elsewhere."""
    name = scene.text(unit)
    if not name.isupper() or name in scene.cast.abbreviations:
        return scene.cast.abbreviations.get(name)
    if scene.word(unit.first - 1) != "(":
        return None
    for mention in reversed(scene.read):
        if mention.last == unit.first - 1 and _is_body(mention) and _initials(scene, mention).endswith(name):
            return scene.cast.abbreviations.setdefault(name, mention.figures[0])
    return None


def _is_body(mention: Mention) -> bool:
    return len(mention.figures) == 1 and mention.figures[0].kind in ORGANISED


def _initials(scene: Scene, mention: Mention) -> str:
    words = (token.text for token in scene.tokens[mention.first : mention.last])
    return "".join(word[0] for word in words if word[0].isupper())
