"""Whether a sentence's first word, which has a capital anyway, is somebody's surname."""

from collections.abc import Sequence

from dateline.enricher.actors.lexicon import speaking
from dateline.enricher.actors.metonymy import classes
from dateline.enricher.gazetteer import Gazetteer, surname
from dateline.enricher.gazetteer.spelling import pieces
from dateline.enricher.syntax.tree import Token


def is_surname(gazetteer: Gazetteer, tokens: Sequence[Token]) -> bool:
    """ "Albright said", "Sinwar met": a word that parsers take for a noun; it is a listed person's surname, and before
    another verb than one of saying no noun besides. A lone word may be anybody's."""
    if len(tokens) == 1:
        return True
    parts, following = pieces(tokens[0].text), tokens[1]
    acts = following.xpos in ("VBD", "VBZ") and parts[-1] not in classes()
    if not acts and following.text not in speaking():
        return False
    return any(surname(entry) == parts[-1] for entry in gazetteer.persons_like(parts))
