"""The cast of one article: finds the figure that a name, an office or a country means, or brings on a new one."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from dateline.enricher.actors.figures import Figure
from dateline.enricher.actors.lexicon import gender_of
from dateline.enricher.gazetteer import Entry, Gazetteer, Kind, made_id, surname
from dateline.enricher.gazetteer.entry import UNNAMED
from dateline.enricher.gazetteer.spelling import PARTICLES, alike, key, pieces, same_person, sound
from dateline_schemas.coded import ActorKind

_KINDS: Final = {
    Kind.PERSON: ActorKind.PERSON,
    Kind.ORGANISATION: ActorKind.ORGANISATION,
    Kind.AGENCY: ActorKind.ORGANISATION,
    Kind.ARMED_GROUP: ActorKind.ARMED_GROUP,
    Kind.COMPANY: ActorKind.COMPANY,
    Kind.PEOPLE: ActorKind.PEOPLE,
}
_HIGHEST: Final = frozenset(["President", "Prime Minister", "Chancellor", "King", "Queen", "Premier", "Supreme Leader"])
NAMED: Final = "pattern: organisation"
OF_NATION: Final = "pattern: nation and role"
REMEMBERED: Final = 100  # persons that a name or an office may mean; so that an article's cost is linear in its length
TELLING: Final = 4  # letters that transliterations share; fewer are shared by names of other languages: Abiy, Abe
PRIVATE: Final = "pattern: name and age"
PRIVATE_SECTORS: Final = frozenset("AGR BUS CRM CVL EDU JRN LAB MED REF REL".split())
"""Sectors of those who are seldom in the gazetteer: one whose name only resembles a listed one is somebody else."""
LOCAL_SECTORS: Final = frozenset("AGR COP EDU JUD LAB MED".split())
"""Sectors of those who are no namesake's of a country that the article does not name: "Sheriff Daniel Ortega"."""
OF_A_PORTFOLIO: Final = frozenset("minister secretary governor mayor commander chief senator".split())
CALLED_SHORT: Final = frozenset({"BUS", "LAB"})
"""Sectors of the bodies that are called by the first word of their name."""
FORMER: Final = frozenset({"former", "ex", "late", "ousted", "deposed", "retired", "onetime", "erstwhile"})


class Cast:
    """Figures by id, in the order of their first mention."""

    def __init__(self, gazetteer: Gazetteer, day: date | None) -> None:
        self.gazetteer = gazetteer
        self.day = day
        self.figures: dict[str, Figure] = {}
        self.states = gazetteer.states
        self.abbreviations: dict[str, Figure] = {}
        self.named_bodies: dict[str, Figure] = {}
        """Bodies that nobody lists and that say their sector, by name, and by its first word: Coldwater Foods."""
        self.told: frozenset[str] = frozenset()
        """The countries that the article names, itself or by its people or towns."""
        self.stated: frozenset[str] = frozenset()
        """Those that it names itself or by their people, more often than the European Union."""
        self.likelihoods: dict[tuple[str, ...], int] = {}
        """Of names that nobody lists, in pieces: thousandths of a logit that a person bears them."""
        self.called_by_role: dict[str, list[Figure]] = {}
        """Those whom a role and a nation name, "leaders of ASEAN", by the role's last word."""
        self.principals: dict[str, Figure] = {}
        """Whom an office's own page means by "the President", by the noun."""
        self.headings: dict[int, str] = {}
        """The lines of a round-up that name the country of what follows, by their number."""
        self.fuller: dict[str, str] = {}
        """The longer name of the only person of the article who may be called by a piece of it."""
        self.bodies: dict[tuple[str, ...], str] = {}
        """The sectors of bodies that nobody lists, or none, by their names in pieces."""
        self.located: dict[str, Entry] = {}
        """The places that the article's words make of names which nobody lists, by the name's key."""
        self.order: dict[str, int] = {}
        """Countries, in the order in which the first figure of each came on."""
        self._bodies: dict[str, list[Figure]] = {}  # by the name's key
        self._persons: list[Figure] = []  # the last brought on
        self._called: dict[str, list[Figure]] = {}  # by the sound of a piece of the name, the last so called

    def government(self, country: str) -> Figure:
        """The government of a country, which the country's name stands for."""
        found = self.figures.get(f"{country}/government")
        if found is None:
            entry = self.gazetteer.get(f"{country}/country")
            name = entry.name if entry else country
            found = self._bring(
                Figure(f"{country}/government", name, ActorKind.GOVERNMENT, country, "GOV", rule="gazetteer: country")
            )
        return found

    def people(self, country: str, entry: Entry, sector: str) -> Figure:
        """A people, or the citizens of a country."""
        name = entry.name if entry.id != f"{country}/people" else f"people of {entry.name}"
        figure = self.figures.get(entry.id)
        if figure is None:
            figure = self._bring(
                Figure(entry.id, name, ActorKind.PEOPLE, country, sector or "CVL", rule="gazetteer: people")
            )
        return figure

    def listed(self, entry: Entry) -> Figure:
        """The figure of a gazetteer entry, with country, sector and office as of the article's date."""
        found = self.figures.get(entry.id)
        if found is None:
            office = entry.office_on(self.day)
            found = Figure(
                entry.id, entry.name, _KINDS[entry.kind], entry.country, entry.sector_on(self.day),
                office.title if office else "", f"gazetteer: {entry.kind.value}", 0.95, entry,
            )  # fmt: skip
            if entry.kind is Kind.PERSON:
                self._call(found, tuple(key(entry.name).split()))
                found.roles = {
                    o.title.lower() for o in entry.offices if self.day is None or o.held_on(self.day.isoformat())
                }
            self._bring(found)
        return found

    def body(
        self,
        country: str,
        name: str,
        sector: str,
        kind: ActorKind = ActorKind.ORGANISATION,
        rule: str = NAMED,
    ) -> Figure:
        """A body that nobody lists, by its name; the only one so named may be named without its country."""
        found = self.figures.get(made := made_id(country, kind, name))
        if found is None and rule == NAMED:
            alike = self._bodies.setdefault(key(name), [])
            if len(alike) == 1 and (not country or not alike[0].country):
                found = alike[0]
        if found is None:
            found = self._bring(Figure(made, name, kind, country, sector, rule=rule, confidence=0.75))
            self._bodies.setdefault(key(name), []).append(found)
            if rule == OF_NATION:
                self.called_by_role.setdefault(last_word(name.partition(" of ")[0]), []).append(found)
            if rule == NAMED and sector:
                self.named_bodies.setdefault(name, found)
                if sector in CALLED_SHORT:
                    self.named_bodies.setdefault(name.split()[0], found)
        found.country, found.sector = found.country or country, found.sector or sector
        return found

    def person(
        self,
        name: str,
        parts: Sequence[str],
        country: str,
        role: str,
        sector: str,
        listed: Sequence[Entry],
        modifiers: Iterable[str] = (),
        rank: bool = False,
    ) -> Figure:
        """The person whom the text calls `name`, with what it says of them: country, role, sector.

        A mere `rank` does not take away an office known otherwise.
        """
        parts = tuple(parts)
        former = any(m in FORMER for m in modifiers)
        figure = self._known(parts, country)
        if figure is None and not (listed or role):
            figure = self._known_by_given_name(parts, country)
        private = sector in PRIVATE_SECTORS
        plain = len(parts) == 1 and not (role or country)
        if figure is None and plain:
            figure = self._called_in_full(parts[0], last=True)
        local = sector in LOCAL_SECTORS
        listed = [
            e
            for e in listed
            if e.country in self.told or self._fits(e, role) or not (local or self._is_anothers(e, role))
        ]
        figure = figure or self._from_gazetteer(parts, country, role, listed, private=private)
        if figure is None and plain:
            figure = self._called_in_full(parts[0], last=False)
        if figure is None:
            made = made_id(country, ActorKind.PERSON, name)
            figure = self.figures.get(made) or self._bring(
                Figure(
                    made,
                    name,
                    ActorKind.PERSON,
                    country,
                    rule="pattern: title and name" if role else "pattern: name",
                    confidence=0.8 if role else 0.6,
                )
            )
        if parts not in figure.forms:
            self._call(figure, parts)
            if figure.entry is None and len(parts) > len(key(figure.name).split()):
                figure.name = name
        if role:
            figure.roles.add(role.lower())
            if figure.entry is None or not figure.office or former:
                figure.office = f"former {role}" if former else role
            if sector and sector != "UNK" and not (rank and figure.sector):
                figure.sector = "ELI" if former and sector not in PRIVATE_SECTORS else sector
        if country and not figure.country:
            figure.country = country
        whole = pieces(figure.name)
        if not figure.gender and len(whole) > 1:
            figure.gender = gender_of(whole[0])
        return figure

    def _called_in_full(self, piece: str, *, last: bool) -> Figure | None:
        """Who bears the only longer name of the article that ends, or else begins, with this one."""
        name = self.fuller.get(piece, "")
        whole = pieces(name)
        if not whole or (whole[-1] == piece) != last:
            return None
        return self.person(name, whole, "", "", "", self.gazetteer.named(name))

    def called(self, parts: tuple[str, ...]) -> bool:
        """Whether somebody of the cast is called so."""
        return self._known(parts, "") is not None or self._known_by_given_name(parts, "") is not None

    def prominent(self, parts: tuple[str, ...]) -> list[Entry]:
        """Whom a surname may mean without more: who holds a named office on the article's day, if only one does, else
        who of those that the news names led a state, or failing that held an office, last."""
        bearers = [
            entry
            for entry in self.gazetteer.persons_like(parts)
            if _written(surname(entry), parts[-1]) and any(o.title not in UNNAMED for o in entry.offices)
        ]
        exact = [entry for entry in bearers if surname(entry) == parts[-1]]
        # Else too many words sound like a name; one that says little is of a country that the article names.
        telling = len(sound(parts[-1])) >= TELLING
        bearers = exact or [e for e in bearers if _led_a_state(e) and (telling or e.country in self.told)]
        if self.told:  # of a country that nobody speaks of only who is in office, or has led a state
            afar = (lambda e: e.office_on(self.day) is not None) if self.day else _led_a_state
            bearers = [e for e in bearers if e.country in self.told or afar(e)]
        serving = [entry for entry in bearers if entry.office_on(self.day) is not None] if self.day else []
        if len(serving) == 1 or not bearers:
            return serving
        lasts = sorted((*_eminence(entry), order) for order, entry in enumerate(serving or bearers))
        if len(lasts) > 1 and lasts[-1][:2] == lasts[-2][:2]:
            return []
        return [(serving or bearers)[lasts[-1][2]]]

    def _known(self, parts: tuple[str, ...], country: str) -> Figure | None:
        """Who of the cast is called so: the last named of them."""
        best: Figure | None = None
        for figure in self._called.get(sound(parts[-1]), ()):
            if country and figure.country and figure.country != country:
                continue
            if len(parts) > 1 and figure.entry is not None and not _may_be(parts, figure):
                continue  # "Smith" was taken for somebody listed, but is Matt Smith
            first = len(parts) == 1 and (figure.entry is None or surname(figure.entry) == parts[0])
            # Jane Opondo, called Opondo too, is not Peter Opondo.
            forms = [form for form in figure.forms if len(form) > 1] if len(parts) > 1 else []
            if any(_same(parts, form) or (first and form[0] == parts[0]) for form in forms or figure.forms) and (
                best is None or figure.last_at >= best.last_at
            ):
                best = figure
        return best

    def _known_by_given_name(self, parts: tuple[str, ...], country: str) -> Figure | None:
        """Whose given name alone this is, as Ethiopians and others are called; nobody's where it is a known surname."""
        called = [f for f in self._called.get(sound(parts[0]), ()) if any(form[0] == parts[0] for form in f.forms)]
        of_country = [f for f in called if not (country and f.country and f.country != country)]
        if len(parts) > 1 or not of_country or any(surname(e) == parts[0] for e in self.prominent(parts)):
            return None
        return max(of_country, key=lambda figure: figure.last_at)

    def _from_gazetteer(
        self, parts: tuple[str, ...], country: str, role: str, listed: Sequence[Entry], *, private: bool
    ) -> Figure | None:
        persons = [e for e in listed if e.kind is Kind.PERSON]
        exact = bool(persons)
        if not persons and not (private and len(parts) > 1):
            persons = self.gazetteer.persons_like(parts)
        if country:
            persons = [p for p in persons if p.country == country]
        elif not exact and len(parts) > 1:
            # Another spelling of a name is many people's: only who is of a country that the article names is meant.
            persons = [
                p for p in persons if p.country in self.told and set(parts) & set(key(p.name).split()) - PARTICLES
            ]
        if len(persons) > 1 or len(parts) == 1:
            fitting = [p for p in persons if self._fits(p, role)]
            if len(parts) == 1 and not exact and not (role and fitting):
                persons = [p for p in self.prominent(parts) if p in persons]
                fitting = []
            persons = fitting or persons
        compatriots = len(parts) == 1 and len({p.country for p in persons}) == 1  # "President Bush": the later one
        if not persons or (len(persons) > 1 and not exact and not country and not compatriots):
            return None
        best = max(
            enumerate(persons),
            key=lambda pair: (pair[1].office_on(self.day) is not None, _last_year(pair[1]), -pair[0]),
        )[1]
        return self.listed(best)

    def _fits(self, entry: Entry, role: str) -> bool:
        """Whether somebody held an office that the text's word for it may mean, on the day."""
        wanted = set(role.lower().split())
        return bool(wanted) and any(
            wanted <= set(o.title.lower().replace("defence", "defense").split()) | set(o.title.lower().split())
            for o in entry.offices
            if self.day is None or o.held_on(self.day.isoformat())
        )

    def _is_anothers(self, entry: Entry, role: str) -> bool:
        """Whether the text's office is one of its own countries', where somebody of another holds one that it does not
        mean: its "Defense Minister Pedro Sánchez" is no prime minister of Spain's."""
        named = role.count(" ") > 0 and role.lower().split()[-1] in OF_A_PORTFOLIO
        return bool(self.told) and named and entry.office_on(self.day) is not None

    def holder(self, country: str, role: str) -> Figure | None:
        """Who of the cast, or else of the gazetteer on the article's day, holds an office of a country."""
        wanted = set(role.lower().split())
        best: Figure | None = None
        for figure in self._persons:
            if figure.country == country and any(wanted <= set(r.split()) for r in figure.roles):
                exact = role.lower() in figure.roles
                if best is None or (exact, figure.last_at) > (role.lower() in best.roles, best.last_at):
                    best = figure
        if best is None and self.day is not None and country:
            iso = self.day.isoformat()
            plain = [e for e in self.gazetteer.holders(country, role, self.day) if _is_titled(e, role.lower(), iso)]
            if len(plain) == 1:
                best = self.listed(plain[0])
        return best

    def _call(self, figure: Figure, parts: tuple[str, ...]) -> None:
        """Notes a form of a person's name."""
        figure.forms.append(parts)
        for piece in parts:
            called = self._called.setdefault(sound(piece), [])
            if figure not in called:
                called.append(figure)
                del called[:-REMEMBERED]

    def _bring(self, figure: Figure) -> Figure:
        if figure.id not in self.figures:
            self.figures[figure.id] = figure
            self.order.setdefault(figure.country, len(self.order))
            if figure.kind is ActorKind.PERSON:
                self._persons.append(figure)
                del self._persons[:-REMEMBERED]
        return self.figures[figure.id]


def last_word(role: str) -> str:
    """The noun of a role: "ministers" of "foreign ministers"."""
    return role.rpartition(" ")[2]


def _is_titled(entry: Entry, title: str, day: str) -> bool:
    """Whether somebody holds an office of just that title, in lower case, on a day in ISO 8601."""
    return any(office.title.lower() == title for office in entry.offices if office.held_on(day))


def _written(family: str, other: str) -> bool:
    """Whether a surname may be written so: the same, or in another transliteration of more than three letters, of a
    short one with a letter more or less: Boyaco is not Boko."""
    longer = abs(len(family) - len(other))
    return family == other or (len(other) > 3 and longer < len(family) / 2.5 and alike(family, other))


def _last_year(entry: Entry) -> str:
    """When a person's last office ended: ISO 8601, 9999 where it has not."""
    return max((o.end or "9999" for o in entry.offices), default="")


def _eminence(entry: Entry) -> tuple[bool, str]:
    """Whether a person has led a state, and when their last office ended."""
    return _led_a_state(entry), _last_year(entry)


def _led_a_state(entry: Entry) -> bool:
    """Whether a person held the highest office of one."""
    return any(office.title in _HIGHEST for office in entry.offices)


def _may_be(parts: tuple[str, ...], figure: Figure) -> bool:
    """Whether a longer name may be that of somebody listed, or was used for them already."""
    assert figure.entry is not None
    return parts in figure.forms or same_person(parts, pieces(figure.entry.name))


def _same(parts: tuple[str, ...], form: tuple[str, ...]) -> bool:
    """Whether a name in the text is another form of one used before: the surname alone, a middle name more."""
    if len(parts) == 1:
        return parts[0] in form and (len(form) == 1 or parts[0] != form[0])
    return same_person(parts, form) and (len(form) > 1 or form[0] == parts[-1])
