"""Who is meant without a name: pronouns, "the president", "both countries", "his Iraqi counterpart"."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

from dateline.enricher.actors.cast import REMEMBERED, Cast
from dateline.enricher.actors.figures import Figure
from dateline.enricher.actors.lexicon import Pronoun, same_office
from dateline.enricher.actors.namesakes import WORLDWIDE
from dateline.enricher.gazetteer import Entry
from dateline_schemas.coded import HUMAN, NON_STATES, ActorKind

SUBJECT: Final = 3  # the weight of who stands as one
OBJECT: Final = 1
NEAR: Final = 2  # sentences back in which two are named who are meant by "both"
OFTEN: Final = 3  # sentences that name two in one breath whom an article is about
FAR: Final = 4  # sentences back beyond which who is named is not among "both"


class Place(NamedTuple):
    """Where in a sentence somebody is named: at the word `head`, of that weight, depending on its word `governor`."""

    weight: int
    governor: int
    head: int
    tied: bool
    """Whether "and" ties it to the word that governs it."""
    quoted: bool


class Named(NamedTuple):
    """A figure, and the place where it is named."""

    figure: Figure
    weight: int
    governor: int
    head: int
    tied: bool
    quoted: bool

    def beside(self, other: "Named") -> bool:
        """Whether both are named in one breath: at one word, or this one tied to the other."""
        return self.head == other.head or (self.tied and self.governor == other.head)

    def done_to_by(self, other: "Named") -> bool:
        """Whether this one is the object of a verb of which the other is the subject."""
        return self.governor == other.governor >= 0 and self.weight == OBJECT and other.weight == SUBJECT


class Focus:
    """What the article has in mind: the figures named last, those in a subject's place before the others."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.clock = 0
        self.sentence = -1
        self.current: list[Named] = []  # of this sentence
        self.previous: list[Named] = []
        self.countries: list[str] = []  # named last, each once, latest last
        self.pair: tuple[str, ...] = ()  # the two countries named in one breath last
        self.since: set[str] = set()  # the countries named since then
        self.paired_in = -1  # the sentence that named the two
        self.pairs: dict[frozenset[str], set[int]] = {}  # the sentences that named two in one breath, by the two
        self.named_in: dict[str, int] = {}  # of each country the sentence that named it last
        self.persons: list[Figure] = []
        self.bodies: list[Figure] = []

    def begin(self, sentence: int) -> None:
        """A new sentence: what was current is previous."""
        if self.current:
            self.previous, self.current = self.current, []
        self.sentence = sentence

    def note(self, figures: tuple[Figure, ...], at: Place) -> None:
        """Figures were mentioned at a place of the sentence."""
        self.clock += 1
        for figure in figures:
            figure.last_at = self.clock
            self.current.append(Named(figure, at.weight, at.governor, at.head, at.tied, at.quoted))
            if figure.kind is ActorKind.PERSON:
                _renew(self.persons, figure)
            elif figure.kind is not ActorKind.PEOPLE:
                _renew(self.bodies, figure)
            if figure.country and len(figure.country) == 3 and figure.country not in NON_STATES:
                if figure.country in self.countries:
                    self.countries.remove(figure.country)
                self.countries.append(figure.country)
                self.since.add(figure.country)
                self.named_in[figure.country] = self.sentence
                self._pair(self.current[-1])

    def _pair(self, last: Named) -> None:
        """Notes the two countries that stand in one breath, or do something to each other, if the figure noted last
        makes one of them."""
        for other in self.current[-REMEMBERED:]:
            if (
                (last.beside(other) or last.done_to_by(other))
                and other.figure.country in self.countries
                and other.figure.country != last.figure.country
            ):
                self.pair, self.paired_in = (other.figure.country, last.figure.country), self.sentence
                self.since.clear()
                self.pairs.setdefault(frozenset(self.pair), set()).add(self.sentence)

    def beside(self, governor: int, doing: int) -> frozenset[str]:
        """Whom an object of the verb `governor` does not mean: its other parties, and the subject of the verb `doing`,
        which is that of `governor` too; -1 is no verb."""
        return frozenset(
            named.figure.id
            for named in self.current
            if named.governor == governor >= 0 or (named.governor == doing >= 0 and named.weight == SUBJECT)
        )

    def person(
        self,
        pronoun: Pronoun,
        barred: frozenset[str] = frozenset(),
        quoted: bool = False,
        above: Iterable[int] = (),
        main: bool = False,
    ) -> Figure | None:
        """Whom "he" or "she" means: of this sentence the weightiest so far, else of the one before; whom the words of
        a quotation name only if the pronoun is `quoted`, or else nobody is. For "him" not those `barred`. In a clause
        that tells more of the words `above`: the subject of the nearest. The subject of the `main` clause is rather
        that of the sentence before than who only stands in this one."""
        for word in above:
            for named in self.current:
                if named.governor == word and named.weight == SUBJECT and is_meant(named.figure, pronoun):
                    return _called(named.figure, pronoun)
        outside = [[n for n in place if not n.quoted] for place in (self.current, self.previous)]
        if main and not any(n.weight == SUBJECT and is_meant(n.figure, pronoun) for n in outside[0]):
            # "Citing the deal, which Ruto opposed, he said": who has been spoken of
            outside.insert(0, [n for n in outside[1] if n.weight == SUBJECT])
        for place in (self.current, self.previous) if quoted else (*outside, self.previous, self.current):
            fitting = [
                (named.weight, -order, named.figure)
                for order, named in enumerate(place)
                if is_meant(named.figure, pronoun) and named.figure.id not in barred
            ]
            if fitting:
                return _called(max(fitting, key=lambda f: f[:2])[2], pronoun)
        for figure in reversed(self.persons):
            if figure.id not in barred and (not figure.gender or figure.gender == pronoun.gender):
                return figure
        return None

    def known(self) -> list[Figure]:
        """Who has been named of late and may be meant by "he" or "she"."""
        return [*self.persons, *(named.figure for place in (self.previous, self.current) for named in place)]

    def thing(self, barred: frozenset[str] = frozenset()) -> Figure | None:
        """What "it" or "its" means: the weightiest body or government of this sentence or the one before; for the
        object "it" not those `barred`, nor whose they are."""
        theirs = {named.head for named in self.current if named.figure.id in barred}
        here = [named for named in self.current if named.head not in theirs and named.governor not in theirs]
        for place in (here, self.previous):
            fitting = [
                (named.weight, -order, named.figure)
                for order, named in enumerate(place)
                if named.figure.kind not in HUMAN and named.figure.id not in barred
            ]
            if fitting:
                return max(fitting, key=lambda f: f[:2])[2]
        return None

    def at(self, head: int) -> Figure | None:
        """The one body or government that is named at a word of this sentence."""
        return _only_thing([named.figure for named in self.current if named.head == head])

    def doer(self, verb: int) -> Figure | None:
        """The one body or government that is the subject of a verb of this sentence."""
        return _only_thing([n.figure for n in self.current if n.governor == verb >= 0 and n.weight == SUBJECT])

    def several(self, barred: frozenset[str] = frozenset()) -> tuple[Figure, ...]:
        """Whom "they" means: of this sentence or the one before those named in one breath or a people, the weightiest;
        else a body. For "them" not those `barred`."""
        for place in (self.current, self.previous):
            best: tuple[Figure, ...] = ()
            weight = (False, -1)
            for named in place:
                if named.tied or (place is self.current and named.figure.id in barred):
                    continue
                group = {other.figure.id: other.figure for other in place if other.beside(named)}
                met = [n.figure for n in place if n.done_to_by(named) and n.figure.kind is named.figure.kind in _PEERS]
                if met and len(group) == 1 and weight <= (False, -1):  # "she met him and they signed"
                    best, weight = (named.figure, *met), (True, -1)
                many = len(group) > 1 or named.figure.kind in _SEVERAL
                if (many or named.figure.kind in _BODIES) and (many, named.weight) > weight:
                    best, weight = tuple(group.values()), (many, named.weight)
            if best:
                return best
        return ()

    def both(self) -> tuple[Figure, ...]:
        """Whom "both" means: the two, and no more, that are named in one breath last."""
        for place in (self.current, self.previous):
            for named in reversed(place):
                group = {other.figure.id: other.figure for other in place if other is named or other.beside(named)}
                if len(group) == 2 and not named.tied:
                    return tuple(group.values())
        return ()

    def last(self) -> Figure | None:
        """Whom "the latter" means: the last of those named in one breath, else of subjects and objects."""
        place = (self.current or self.previous)[-REMEMBERED:]
        paired = [n for n in place if n.tied and any(n.beside(other) for other in place if other is not n)]
        told = paired or [n for n in place if n.weight] or place
        return told[-1].figure if told else None

    def two_countries(self, governors: tuple[int, ...] = ()) -> tuple[Figure, ...]:
        """Whom "both countries" means: the two named in one breath if that was near or one alone is named since, else
        the two named last, unless the article is about two others; nobody of long ago, and no subject of the words that
        the phrase depends on, `governors`, as who urges both is neither."""
        subjects = [named for named in self.current if named.weight == SUBJECT and named.governor in governors]
        barred = {named.figure.country for named in subjects}
        left = [c for c in self.countries if c not in barred and self.sentence - self.named_in[c] <= FAR]
        near = self.sentence - self.paired_in <= NEAR or len(self.since - barred) < 2
        two = self.pair if self.pair and near and barred.isdisjoint(self.pair) else left[-2:]
        often = max(self.pairs, key=lambda pair: len(self.pairs[pair]), default=frozenset[str]())
        times = len(self.pairs.get(often, ()))
        if times >= OFTEN and times > len(self.pairs.get(frozenset(two), ())) and barred.isdisjoint(often):
            two = tuple(often)
        if len(two) < 2:
            return ()
        return tuple(
            self.cast.government(country)
            for country in sorted(two, key=lambda country: self.cast.order.get(country, 0))
        )

    def two_persons(self, office: str, any_office: bool) -> tuple[Figure, ...]:
        """Whom "the two presidents" means: the two named last who hold that office; with `any_office` ("both leaders")
        the two named last of one sector. Of two states where each has one."""
        held = set(office.split())
        fitting = [p for p in self.persons if p.sector if any_office or any(held <= set(r.split()) for r in p.roles)]
        last = fitting[-1] if fitting else None
        others = [p for p in fitting[:-1] if last is not None and p.sector == last.sector]
        abroad = [p for p in others if last is not None and p.country != last.country]
        return (*(abroad or others)[-1:], last) if last is not None and others else ()

    def holders(self, offices: Collection[frozenset[str]]) -> tuple[Figure, ...]:
        """All persons named of late who hold one of the offices, each of another country; none where one does."""
        found: dict[str, Figure] = {}
        for person in self.persons:
            if person.country and holds_one(person, offices):
                found[person.country] = person
        return tuple(found.values()) if len(found) > 1 else ()

    def leader(self, country: str) -> Figure | None:
        """The president, prime minister or monarch of a country who was named last."""
        offices = same_office()["leaders"]
        fitting = (person for person in reversed(self.persons) if person.country == country)
        return next((person for person in fitting if holds_one(person, offices)), None)

    def country(self, determiner: str) -> str:
        """Which country "his country" or "the country" is: that of whom it means, else the one named last."""
        if determiner in ("his", "her") and self.persons:
            return self.persons[-1].country
        return self.countries[-1] if self.countries else ""

    def body_of(self, whole: Entry) -> Figure | None:
        """The body named last that belongs to one of many states: UNHCR to the United Nations."""
        parts = [f for f in self.bodies if f.entry is not None and f.id != whole.id and f.country == whole.country]
        return parts[-1] if parts and whole.country in WORLDWIDE else None

    def latest(self, *kinds: ActorKind) -> Figure | None:
        """The figure of these kinds named last."""
        fitting = [f for f in (*self.persons, *self.bodies) if f.kind in kinds]
        return max(fitting, key=lambda f: f.last_at, default=None)


_SEVERAL: Final = (ActorKind.PEOPLE, ActorKind.ARMED_GROUP)
_PEERS: Final = (ActorKind.PERSON, ActorKind.GOVERNMENT)
_BODIES: Final = (ActorKind.ORGANISATION, ActorKind.COMPANY)


def holds_one(person: Figure, offices: Collection[frozenset[str]]) -> bool:
    """Whether a person is called by one of the offices, each given by its words."""
    return any(office <= set(role.split()) for office in offices for role in person.roles)


def _only_thing(figures: Sequence[Figure]) -> Figure | None:
    """The one figure, if it is a body or a government."""
    return figures[0] if len(figures) == 1 and figures[0].kind not in HUMAN else None


def is_meant(figure: Figure, pronoun: Pronoun) -> bool:
    """Whether the pronoun can mean this person."""
    fits = not figure.gender or not pronoun.gender or figure.gender == pronoun.gender
    return figure.kind is ActorKind.PERSON and fits


def _called(figure: Figure, pronoun: Pronoun) -> Figure:
    """The figure, which from now on is "he" or "she" where nothing had told."""
    figure.gender = figure.gender or pronoun.gender
    return figure


def _renew(figures: list[Figure], figure: Figure) -> None:
    if figure in figures:
        figures.remove(figure)
    figures.append(figure)
    del figures[:-REMEMBERED]
