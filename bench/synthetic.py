"""A synthetic wire: happenings told by several invented outlets, with words as frequent as in news.

The words of the filler sentences are drawn by Zipf's law from made-up nouns, so that stories differ in rare words as
real ones do; the deeds are sentences that the coder can read. The same seed gives the same wire.
"""

import random
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

COUNTRIES = (
    ("Kenya", "Kenyan", "Nairobi"), ("Egypt", "Egyptian", "Cairo"), ("Norway", "Norwegian", "Oslo"),
    ("Poland", "Polish", "Warsaw"), ("Turkey", "Turkish", "Ankara"), ("Brazil", "Brazilian", "Brasilia"),
    ("Japan", "Japanese", "Tokyo"), ("Canada", "Canadian", "Ottawa"), ("Ghana", "Ghanaian", "Accra"),
    ("Peru", "Peruvian", "Lima"), ("Vietnam", "Vietnamese", "Hanoi"), ("Morocco", "Moroccan", "Rabat"),
    ("Serbia", "Serbian", "Belgrade"), ("Georgia", "Georgian", "Tbilisi"), ("Chile", "Chilean", "Santiago"),
    ("Iraq", "Iraqi", "Baghdad"), ("Spain", "Spanish", "Madrid"), ("Kazakhstan", "Kazakh", "Astana"),
)  # fmt: skip
FIRST = ("Amina", "Karim", "Lena", "Tomas", "Ines", "Daniel", "Farah", "Viktor", "Rosa", "Samuel", "Mira", "Idris")
LAST = ("Otieno", "Naguib", "Halvorsen", "Zielinska", "Aydin", "Moreira", "Tanaka", "Mensah", "Quispe", "Petrovic")
POSTS = ("foreign minister", "trade minister", "defence minister", "president", "prime minister", "interior minister")
OUTLETS = (
    "Highland Wire", "Nile Courier", "Fjord Post", "Amber Gazette", "Strait Times-Herald", "Delta Monitor",
    "Summit Agency", "Harbour News", "Plateau Daily", "Meridian Press", "Coastline Today", "Lantern Report",
)  # fmt: skip
DEEDS = (
    "{A_dem} {a_post} {a} met {B_dem} {b_post} {b} in {B_cap} on {day}, {src} said.",
    "{a}, the {A_dem} {a_post}, visited {B_cap} on {day} for talks with {b}, {src} said.",
    "{A_cap} condemned {B}'s decision on {topic}, {src} reported on {day}.",
    "{A} and {B} signed an agreement on {topic} in {B_cap} on {day}, according to {src}.",
    "{B_dem} police arrested {n} protesters in {B_cap} on {day}, {src} said.",
    "{A} sent {n} tonnes of aid to {B} on {day}, {src} said.",
    "{A} imposed sanctions on {B} over {topic}, {src} said on {day}.",
    "{b}, the {B_dem} {b_post}, rejected {A}'s demand on {topic}, {src} said.",
    "{A} will send a delegation to {B_cap} next week, {a} said.",
    "Trade between {A} and {B} amounted to {m} million dollars last year, {src} said.",
)
TALK = (
    "{a} said relations between {A} and {B} were important for the {w0} of the {w1}.",
    "{b} stressed that the {w2} {w3} would continue despite the {w4}.",
    "He added that the {w5} and the {w6} of the {w7} remained a concern.",
    "Officials described the {w8} {w9} as a step towards the {w1}.",
    "The {w4} {w2} was first raised by the {w6} committee in {A_cap}.",
)
TITLES = (
    "{A_dem} {a_post} in {B_cap} over {topic}", "{a} meets {b} as {A} and {B} discuss {topic}",
    "{A} and {B}: {topic} on the table", "{B_cap} hosts {a} for talks on {topic}",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SYLLABLES = ("ka", "lo", "mi", "ren", "tor", "sa", "vel", "dun", "pra", "che", "nor", "ul", "bas", "fen", "gri", "ost")
VOCABULARY = 60_000


@dataclass(frozen=True)
class Happening:
    """What a story is about, and when."""

    number: int
    start: datetime
    words: dict[str, str]
    deeds: tuple[str, ...]


def noun(rank: int) -> str:
    """The made-up noun of this rank."""
    parts = []
    rank += len(SYLLABLES)
    while rank:
        rank, syllable = divmod(rank, len(SYLLABLES))
        parts.append(SYLLABLES[syllable])
    return "".join(parts)


class Zipf:
    """Ranks by Zipf's law, from 0 to `size`."""

    def __init__(self, size: int) -> None:
        total = 0.0
        self._sums = [total := total + 1 / (rank + 3) for rank in range(size)]

    def sample(self, rng: random.Random, count: int) -> list[int]:
        return [bisect(self._sums, rng.random() * self._sums[-1]) for _ in range(count)]


def happening(rng: random.Random, zipf: Zipf, number: int, start: datetime) -> Happening:
    (a_country, a_dem, a_cap), (b_country, b_dem, b_cap) = rng.sample(COUNTRIES, 2)
    words = {
        "A": a_country, "A_dem": a_dem, "A_cap": a_cap, "B": b_country, "B_dem": b_dem, "B_cap": b_cap,
        "a": f"{rng.choice(FIRST)} {rng.choice(LAST)}", "b": f"{rng.choice(FIRST)} {rng.choice(LAST)}",
        "a_post": rng.choice(POSTS), "b_post": rng.choice(POSTS),
        "day": DAYS[start.weekday()], "n": str(rng.randint(12, 900)), "m": str(rng.randint(10, 900) * 5),
        "topic": " ".join(noun(rank) for rank in zipf.sample(rng, 2)),
    }  # fmt: skip
    words |= {f"w{i}": noun(rank) for i, rank in enumerate(zipf.sample(rng, 10))}
    return Happening(number, start, words, tuple(rng.sample(DEEDS, 3)))


def told(
    rng: random.Random, zipf: Zipf, tale: Happening, outlet: str, at: datetime, *, brief: bool = False
) -> dict[str, Any]:
    """One outlet's article of a happening, as the fetcher takes it from a .jsonl file; a brief one is two sentences."""
    words = {**tale.words, "src": rng.choice(("officials", "the ministry", "a government statement", "state media"))}
    own = {f"w{i}": noun(rank) for i, rank in enumerate(zipf.sample(rng, 10))}
    deeds = [deed.format(**words) for deed in rng.sample(tale.deeds, 1 if brief else rng.randint(2, 3))]
    talk = [
        line.format(**{**words, **(own if rng.random() < 0.5 else {})})
        for line in rng.sample(TALK, 1 if brief else rng.randint(2, len(TALK)))
    ]
    return {
        "url": f"https://{outlet.lower().replace(' ', '-')}.example/{tale.number}",
        "outlet": outlet,
        "title": rng.choice(TITLES).format(**words),
        "published": at.isoformat(),
        "text": " ".join([deeds[0], *talk[:1], *deeds[1:], *talk[1:]]),
    }


def wire(
    count: int, *, seed: int = 1, days: float = 2.0, start: datetime | None = None, brief: bool = False
) -> Iterator[dict[str, Any]]:
    """`count` articles over `days` days, in order of time: one to eight outlets a happening, within a day of it."""
    rng = random.Random(seed)
    zipf = Zipf(VOCABULARY)
    begin = start or datetime(2025, 3, 1, tzinfo=UTC)
    waiting: list[tuple[datetime, int, dict[str, Any]]] = []
    made = number = 0
    while made < count:
        at = begin + timedelta(days=days) * (made / count)
        tale = happening(rng, zipf, number, at)
        for outlet in rng.sample(OUTLETS, min(rng.choice((1, 1, 2, 3, 5, 8)), count - made)):
            told_at = at + timedelta(minutes=rng.randint(0, 900))
            waiting.append((told_at, made, told(rng, zipf, tale, outlet, told_at, brief=brief)))
            made += 1
        number += 1
        waiting.sort(key=lambda item: item[:2])
        while waiting and waiting[0][0] <= at:
            yield waiting.pop(0)[2]
    yield from (article for _, _, article in waiting)
