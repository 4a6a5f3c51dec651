"""Persons by name, listed or not, and what becomes of a name that says nothing of what it names."""

from dateline.enricher.actors.figures import Mention
from dateline.enricher.actors.lexicon import (
    given_names,
    organisation_heads,
    place_nouns,
    ranks,
    roles,
    speaking,
    words,
)
from dateline.enricher.actors.offices import country_of, owner, role_of
from dateline.enricher.actors.phrases import Phrase
from dateline.enricher.actors.places import PLACES
from dateline.enricher.actors.scene import Scene, outer
from dateline.enricher.actors.units import Unit
from dateline.enricher.gazetteer import surname
from dateline.enricher.gazetteer.spelling import pieces

NAMING_NONE = frozenset({"the", "a", "an", "this", "these", "those"})
LONG_CAPITALS = 4  # letters; less in capitals is an abbreviation
PARTICIPANT = frozenset({"nsubj", "obj", "iobj", "appos", "conj", "vocative", "root"})


def person(scene: Scene, phrase: Phrase, unit: Unit) -> Mention:
    """The mention of a phrase with a name: a person's, or for one that nobody lists what the words beside it say."""
    text = scene.text(unit)
    name = pieces(text)
    if scene.word(unit.first - 1) in words("ship") and scene.capital(unit.first - 1):
        return scene.mention(phrase, "", "name")
    if unit.what == "name":
        short = _abbreviation(scene, phrase, unit, text)
        if short is not None:
            return short
        if not phrase.roles and (_placed(scene, unit) or not _personal(scene, phrase, unit, name)):
            return _unknown(scene, phrase, unit, text)
    role, sector = role_of(scene, phrase)
    listed = [e for e in (unit.entry, *unit.others) if e is not None]
    modifiers = (*phrase.modifiers, *(phrase.apposed.modifiers if phrase.apposed else ()))
    rank = phrase.apposed is None and all(r.role is None or r.role.noun in ranks() for r in phrase.roles)
    country = country_of(scene, phrase) or (owner(scene, phrase) if phrase.roles else "")
    figure = scene.cast.person(text, name, country, role, sector, listed, modifiers, rank)
    titles = {scene.tokens[r.first].text.rstrip(".") for r in phrase.roles if r.what == "title"}
    if titles & words("masculine"):
        figure.gender = "m"
    elif titles & words("feminine"):
        figure.gender = "f"
    return scene.mention(phrase, "Person", "name", (figure,))


def _abbreviation(scene: Scene, phrase: Phrase, unit: Unit, name: str) -> Mention | None:
    """ "(SBAH)" after the name of a body is that body, here and from here on."""
    if not name.replace("-", "").isupper() or len(name) < 2:
        return None
    figure = scene.cast.abbreviations.get(name)
    if figure is None and scene.read and scene.word(unit.first - 1) == "(":
        last = scene.read[-1]
        if last.last == unit.first - 1 and last.entity == "Organisation" and len(last.figures) == 1:
            figure = scene.cast.abbreviations[name] = last.figures[0]
    return scene.mention(phrase, "Organisation", "name", (figure,)) if figure else None


def _placed(scene: Scene, unit: Unit) -> bool:
    """Whether the words before a name say that it is a place's: "the village of Safina"."""
    return scene.word(unit.first - 1) == "of" and scene.word(unit.first - 2) in place_nouns()


def _beside_place(scene: Scene, phrase: Phrase) -> bool:
    """Whether a name is tied to one that is read as a place: "between Mombasa and Ain Sokhna"."""
    head = scene.tokens[phrase.head]
    return head.deprel == "conj" and scene.readings.get(head.head) is False


def _personal(scene: Scene, phrase: Phrase, unit: Unit, name: tuple[str, ...]) -> bool:
    """Whether a name that nobody lists and nothing titles is a person's."""
    cast = scene.cast
    if phrase.apposed is not None:
        return True
    if len(name) == 1 and _determined(scene, unit):  # "the Quartet", but "the Otieno government"
        return False
    if cast.called(name):
        return True
    if scene.tokens[unit.first].text in words("body_opener"):
        return False
    if len(name) > 1 and (_opens_with_given_name(scene, unit, name) or _speaks_next(scene, unit)):
        return True
    if _abbreviated(scene, unit):
        return False
    if len(name) == 1 and _prominent(scene, unit, name):
        return True
    head = scene.tokens[phrase.head]
    if _beside_place(scene, phrase):
        return False
    participant = head.upos == "PROPN" and head.deprel.partition(":")[0] in PARTICIPANT
    determined = scene.word(unit.first - 1) in ("the", "a", "an", "this", "our", "its", "(")
    if participant and not determined and _reads_as_person(scene, unit, name):
        return True
    before = scene.word(unit.first - 1)
    if before in speaking() and (len(name) > 1 or _speaks(scene, unit)):
        return True
    if len(name) == 1 and name[0] in given_names() and before not in words("locative"):
        return not determined and not scene.tokens[unit.first].text.isupper()
    if before == "year-old" or (before == "old" and scene.word(unit.first - 3) == "year"):  # "14-year-old Tarik"
        return True
    following, next_but_one = scene.word(unit.last), scene.word(unit.last + 1)
    if following == ",":  # "Jane Opondo, 42," or "Jane Opondo, who"
        return next_but_one in ("who", "whose") or (next_but_one.isdigit() and len(next_but_one) == 2)
    return following == "who" or following in speaking()


def _is_given(scene: Scene, piece: str) -> bool:
    """Whether persons have this for a given name: some that the gazetteer lists, or anybody."""
    return piece in given_names() or piece in scene.cast.gazetteer.given_names


def _opens_with_given_name(scene: Scene, unit: Unit, name: tuple[str, ...]) -> bool:
    """ "Ang Lee" does, "ANG Airmen" does not."""
    first, last = scene.tokens[unit.first].text, scene.tokens[unit.last - 1].text
    return _is_given(scene, name[0]) and (not first.isupper() or last.isupper())


def _determined(scene: Scene, unit: Unit) -> bool:
    """Whether a determiner stands before a name that is no mere owner of what follows: "the Moon"."""
    following = scene.word(unit.last)
    return scene.word(unit.first - 1) in NAMING_NONE and following not in words("governing")


def _prominent(scene: Scene, unit: Unit, name: tuple[str, ...]) -> bool:
    """Whether a lone word is the surname of somebody known for an office; in another spelling than the gazetteer's only
    where it is no noun of ours or of the article's."""
    known = scene.cast.prominent(name)
    token = scene.tokens[unit.first].text
    if not known or (token.isupper() and len(token) < LONG_CAPITALS):
        return False
    if any(surname(entry) == name[-1] for entry in known):
        return True
    noun = token in organisation_heads() or name[0] in place_nouns() or roles().match(name, 0) is not None
    likely = token in scene.document.words if unit.first == 0 else name[0] not in scene.document.words
    return not noun and likely


def _abbreviated(scene: Scene, unit: Unit) -> bool:
    """Whether a name is one word in capitals among words that are not: no person's."""
    token = scene.tokens[unit.first]
    if unit.last - unit.first > 1 or not token.text.isupper() or len(token.text) < 3:
        return False
    return any(other.text.islower() and len(other.text) > 2 for other in scene.tokens)


def _speaks_next(scene: Scene, unit: Unit) -> bool:
    """Whether a name ends an apposition before a verb of saying that goes on: ", Jane Opondo, said that"."""
    if scene.word(unit.last) != "," or scene.word(unit.last + 1) not in speaking():
        return False
    return scene.word(unit.last + 2) not in words("determiner") and not scene.capital(unit.last + 2)


def _speaks(scene: Scene, unit: Unit) -> bool:
    """Whether one unlisted name is the subject of the verb before it: "says Amara"."""
    token = scene.tokens[unit.last - 1]
    return token.upos == "PROPN" and token.deprel == "nsubj" and token.head < unit.first and not token.text.isupper()


def _reads_as_person(scene: Scene, unit: Unit, name: tuple[str, ...]) -> bool:
    """Two to four capitalised words tied as a name, none of them of a place or a body; or one given name."""
    tokens = scene.tokens[unit.first : unit.last]
    if len(name) == 1:
        return _is_given(scene, name[0]) and not tokens[0].text.isupper()
    opening = scene.cast.gazetteer.named(tokens[0].text)
    if len(name) > 4 or (opening and opening[0].kind in PLACES):
        return False
    first = outer(scene.tokens, unit.first, unit.last)
    tied = all(t.deprel.startswith("flat") or t.upos == "PUNCT" for t in tokens if t.index != first)
    plain = all(t.upos in ("PROPN", "PUNCT") and not (t.text.isupper() and len(t.text) > 2) for t in tokens)
    return tied and plain and not any(t.text.lower() in place_nouns() or t.text in organisation_heads() for t in tokens)


def _unknown(scene: Scene, phrase: Phrase, unit: Unit, text: str) -> Mention:
    """A name that may be anything: a place after "in" or before "province", a body in capitals, else left open."""
    before = scene.word(unit.first - 1)
    if before == "the":
        before = scene.word(unit.first - 2)
    spots = place_nouns()
    opened = scene.tokens[unit.first].text in words("place_opener") or _placed(scene, unit)
    opened = opened or _beside_place(scene, phrase)
    if opened or scene.word(unit.last) in spots or scene.word(unit.last - 1) in spots or before in words("locative"):
        return scene.mention(phrase, "Location", "name")
    if text.isupper() and 2 < len(text) < 9:
        return scene.mention(phrase, "Organisation", "name", (scene.cast.body("", text, ""),))
    return scene.mention(phrase, "", "name")
