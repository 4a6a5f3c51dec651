"""The gazetteer's own files: tab-separated lines under a head of `#` lines, one entry a line."""

from collections.abc import Callable, Container, Iterator
from dataclasses import replace
from importlib import resources
from pathlib import PurePath

from dateline.enricher.gazetteer.entry import Entry, Kind, made_id
from dateline.enricher.gazetteer.faults import fault_in_cells, fault_in_offices
from dateline.enricher.gazetteer.spelling import key

Named = tuple[Entry, list[str]]
Reader = Callable[[list[str]], Iterator[Named]]

# What stands later wins a name that several bear.
ORDER = (
    "cities.tsv", "regions.tsv", "companies.tsv", "persons_to_2018.tsv", "persons_to_2010.tsv", "persons.tsv",
    "leaders.tsv", "parties.tsv", "armed_groups.tsv", "groups.tsv", "organisations.tsv", "media.tsv", "peoples.tsv",
    "countries.tsv",
)  # fmt: skip
LOCAL = ("parties.tsv", "armed_groups.tsv")
"""Every party that ever sat in a cabinet, and every group, by whatever letters; those that the world knows are in later
files."""


class BadGazetteer(ValueError):
    """A line that is not of the format; the message names file, line and way out."""


def shipped() -> Iterator[Named]:
    """Every entry of the package's own files."""
    folder = resources.files(__package__).joinpath("data")
    known: dict[tuple[str, str], Named] = {}
    located: dict[tuple[str, str], Entry] = {}
    for name in ORDER:
        file = folder.joinpath(name)
        for entry, names in parse(name, file.read_text(encoding="utf-8")):
            if entry.kind is Kind.PERSON:
                _merge(known, entry, names)
                continue
            if name in LOCAL:
                entry = replace(entry, local=True)
            elif entry.kind is Kind.CITY:
                located.update(dict.fromkeys([(entry.country, key(n)) for n in names], entry))
            elif entry.kind is Kind.CAPITAL and (city := located.get((entry.country, key(entry.name)))):
                entry = replace(entry, latitude=city.latitude, longitude=city.longitude)
            yield entry, names
    yield from {id(entry): (entry, names) for entry, names in known.values()}.values()


def states() -> set[str]:
    """The codes of the shipped countries; reads their file alone."""
    text = resources.files(__package__).joinpath("data", "countries.tsv").read_text(encoding="utf-8")
    return {line.partition("\t")[0] for line in text.splitlines() if line and not line.startswith("#")}


def parse(file: str, text: str, *, countries: Container[str] | None = None) -> Iterator[Named]:
    """The entries of one file, whose name says the columns: `persons-of-ours.tsv` has those of `persons.tsv`.

    Raises BadGazetteer. With `countries`, the codes of the states that there are, it looks at each cell too, which the
    package's own files do without.
    """
    what = PurePath(file).name.partition(".")[0].partition("_to_")[0].partition("-")[0]
    if what not in _READERS:
        raise BadGazetteer(
            f"{file}: the file's name must begin with one of {', '.join(sorted(_READERS))} (as "
            "persons-of-ours.tsv does), or its lines be those of a PETRARCH actor dictionary"
        )
    width, reader = _READERS[what]
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > width:
            raise BadGazetteer(f"{file}:{number}: {len(cells)} columns, at most {width} are expected")
        if countries is not None and (fault := fault_in_cells(what, cells, countries)):
            raise BadGazetteer(f"{file}:{number}: {fault}")
        try:
            for entry, names in reader(cells + [""] * (width - len(cells))):
                if countries is not None and (fault := fault_in_offices(entry.offices)):
                    raise ValueError(fault)
                yield entry, names
        except ValueError as error:
            raise BadGazetteer(f"{file}:{number}: {error}") from error


def _many(cell: str) -> list[str]:
    return [value.strip() for value in cell.split(";") if value.strip()] if cell else []


def _countries(cells: list[str]) -> Iterator[Named]:
    code, name, others, adjectives, people, capitals, seats = cells
    names = [name, *_many(others)]
    yield Entry(f"{code}/country", name, Kind.COUNTRY, code, "GOV"), names
    demonyms = _many(adjectives)
    if demonyms or people:
        yield (
            Entry(f"{code}/people", name, Kind.PEOPLE, code, ""),
            [
                form
                for form in (*demonyms, *map(_plural, demonyms), *_many(people))
                if form not in names or form in demonyms
            ],
        )
    for kind, cell in ((Kind.CAPITAL, capitals), (Kind.SEAT, seats)):
        for place in _many(cell):
            yield Entry(made_id(code, kind, place), place, kind, code, "GOV"), [place]


def _plural(demonym: str) -> str:
    return (
        demonym
        if demonym.endswith(("ese", "ish", "ch", "ss", "s", ".", "Dutch")) or demonym.isupper()
        else f"{demonym}s"
    )


def _peoples(cells: list[str]) -> Iterator[Named]:
    country, sector, name, others = cells
    yield Entry(made_id(country, Kind.PEOPLE, name), name, Kind.PEOPLE, country, sector), [name, *_many(others)]


def _persons(cells: list[str]) -> Iterator[Named]:
    country, name, others, terms, wikidata = cells
    sector = "" if terms else "ELI"
    entry = Entry(wikidata or made_id(country, Kind.PERSON, name), name, Kind.PERSON, country, sector, terms)
    yield entry, [name, *_many(others)]


def _merge(known: dict[tuple[str, str], Named], entry: Entry, names: list[str]) -> None:
    """Joins what several files say of one person: the later file's id where it is Wikidata's, all offices."""
    forms = [(entry.country, key(name)) for name in names]
    same = next((form for form in forms if form in known), None)
    if same is None:
        known.update(dict.fromkeys(forms, (entry, names)))
        return
    old, old_names = known[same]
    ours = old if old.id[1:].isdigit() and not entry.id[1:].isdigit() else entry
    terms = entry.terms if not old.terms or old.terms in entry.terms else f"{old.terms}; {entry.terms}".rstrip("; ")
    merged = Entry(ours.id, old.name, Kind.PERSON, entry.country, entry.sector or old.sector, terms)
    every = [*old_names, *names]
    known.update(dict.fromkeys([(entry.country, key(name)) for name in every], (merged, every)))


def _bodies(kind: Kind) -> Reader:
    def read(cells: list[str]) -> Iterator[Named]:
        country, sector, name, others, terms = cells
        yield Entry(made_id(country, kind, name), name, kind, country, sector, terms), [name, *_many(others)]

    return read


def _places(kind: Kind) -> Reader:
    def read(cells: list[str]) -> Iterator[Named]:
        country, name, others, latitude, longitude, sector = cells
        where = (float(latitude), float(longitude)) if latitude else (None, None)
        yield Entry(made_id(country, kind, name), name, kind, country, sector, "", *where), [name, *_many(others)]

    return read


_READERS: dict[str, tuple[int, Reader]] = {
    "countries": (7, _countries),
    "peoples": (4, _peoples),
    "persons": (5, _persons),
    "leaders": (5, _persons),
    "organisations": (5, _bodies(Kind.ORGANISATION)),
    "parties": (5, _bodies(Kind.ORGANISATION)),
    "armed_groups": (5, _bodies(Kind.ARMED_GROUP)),
    "groups": (5, _bodies(Kind.ARMED_GROUP)),
    "companies": (5, _bodies(Kind.COMPANY)),
    "media": (5, _bodies(Kind.AGENCY)),
    "cities": (6, _places(Kind.CITY)),
    "regions": (6, _places(Kind.REGION)),
}
