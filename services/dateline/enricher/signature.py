"""What an article brings to the comparison: its mentions, and a signature by which stories are told apart."""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator

import numpy as np

from dateline.enricher.fitting import fit
from dateline.enricher.language import folded_words
from dateline.enricher.memo import Memo
from dateline_schemas import ContentStatus, EnrichedArticle, Report, Signature

TITLE_WEIGHT = 3.0
"""How much more a word of the title counts than one of the text."""
SHINGLE_WORDS = 5
HASHES = 64
PRIME = 4_294_967_311
"""The least prime above 2**32: (a * x + b) mod PRIME permutes the 32-bit numbers almost evenly."""
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
STOP = frozenset(
    "a about after again all also although among an and another any are as at be because been before being "
    "between both but by can could did do does during each either else for from further had has have having he "
    "her here him his how i if in into is it its just last may me might more most much must my new no nor not of "
    "off on one only or other our out over own per said same say says she should since so some such than that the "
    "their them then there these they this those through to too two under until up us very via was we were what "
    "when where which while who whom whose why will with would yet you your according added adding told".split()
)
MULTIPLIERS = np.array([zlib.crc32(f"multiplier {i}".encode()) >> 1 | 1 for i in range(HASHES)], dtype=np.uint64)
OFFSETS = np.array([zlib.crc32(f"offset {i}".encode()) for i in range(HASHES)], dtype=np.uint64)
CODED_AS = "en"
"""What a text too short to show its language is coded as, and compared with."""
BLOCK = 4096
"""Shingles hashed at once, which bounds the memory of a long text."""


def report_of(enriched: EnrichedArticle) -> Report:
    """The report of a coded article; of a withdrawn one, a report without mentions that says so."""
    article = enriched.article
    withdrawn = article.content_status is ContentStatus.WITHDRAWN
    report = Report(
        article=article.id,
        revision=article.revision,
        coder=enriched.coder,
        edition=article.edition or (CODED_AS if article.language == "und" else article.language),
        outlet=article.outlet,
        url=article.url,
        title=article.title,
        published=article.published,
        fetched=article.fetched,
        withdrawn=withdrawn,
        agencies=enriched.agencies,
        signature=Signature() if withdrawn else signature_of(enriched),
        mentions=() if withdrawn else enriched.mentions,
        incomplete=() if withdrawn else incomplete(enriched),
    )
    return fit(report, ("mentions",))


def incomplete(enriched: EnrichedArticle) -> tuple[str, ...]:
    """What of the article was not read or coded, in words."""
    found = []
    if enriched.not_coded:
        found.append(f"not coded: {enriched.not_coded.detail}")
    if enriched.article.text_cut:
        found.append(f"cut: only its first {len(enriched.article.text):,} characters were read")
    if left_out := enriched.shed.get("mentions", 0):
        found.append(f"{left_out:,} mentions are left out, as its record would be too large")
    return tuple(found)


def signature_of(enriched: EnrichedArticle) -> Signature:
    """Terms, names, numbers, days and shingles of the article, in the order and number that the contract gives."""
    article = enriched.article
    spoken = folded_words(WORD, article.text)
    return Signature(
        terms=tuple(terms(article.title, spoken)),
        names=tuple(names(enriched)),
        numbers=tuple(dict.fromkeys(f"{q.value:.12g} {q.unit or ''}".strip() for q in enriched.quantities))[:20],
        dates=tuple(dict.fromkeys(m.date.start for m in enriched.mentions if m.date))[:20],
        shingles=minhash(spoken),
        words=len(spoken),
        items=len(enriched.items),
    )


def terms(title: str, spoken: list[str]) -> list[tuple[str, float]]:
    """The words that tell what the article is about, heaviest first, of equals the first in the alphabet."""
    weights: defaultdict[str, float] = defaultdict(float)
    for word, count in Counter(spoken).items():
        if term := TERM_OF[word]:
            weights[term] += count
    for word in WORD.findall(title.casefold()):
        if term := TERM_OF[word]:
            weights[term] += TITLE_WEIGHT
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:120]
    return list(heaviest)


def term_of(word: str) -> str:
    """What a word counts as; empty where it tells nothing."""
    return singular(word) if len(word) > 2 and word not in STOP else ""


TERM_OF = Memo(term_of, most=1 << 15)


def singular(word: str) -> str:
    """The word without a possessive or a plural's ending: near enough for comparing."""
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def names(enriched: EnrichedArticle) -> list[str]:
    """Actor ids and place names in the order of their first mention, at most 40."""
    first = [
        (actor.spans[0].start if actor.spans else len(enriched.article.text), actor.id) for actor in enriched.actors
    ]
    first += [(place.span.start, place.name) for place in enriched.places]
    return list(dict.fromkeys(name for _, name in sorted(first)))[:40]


def minhash(words: list[str]) -> tuple[int, ...]:
    """HASHES numbers of 32 bits; two texts share as many of them, by share, as they share shingles."""
    shingles = np.fromiter(set(shingle_hashes(words)), dtype=np.uint64)
    if not len(shingles):
        return ()
    least = np.full(HASHES, PRIME, dtype=np.uint64)
    for start in range(0, len(shingles), BLOCK):
        hashed = shingles[start : start + BLOCK, None] * MULTIPLIERS + OFFSETS
        hashed -= hashed // np.uint64(PRIME) * np.uint64(PRIME)  # the remainder, in half the time that % takes
        least = np.minimum(least, hashed.min(axis=0))
    return tuple(int(value) & 0xFFFFFFFF for value in least)


def shingle_hashes(words: list[str]) -> Iterator[int]:
    """CRC-32, which is the same on every machine, of each run of SHINGLE_WORDS words; of a shorter text, of it all."""
    if not words:
        return
    for start in range(max(1, len(words) - SHINGLE_WORDS + 1)):
        yield zlib.crc32(" ".join(words[start : start + SHINGLE_WORDS]).encode())
