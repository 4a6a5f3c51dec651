"""Texts of every kind end in time and memory by their length, with evidence for all that is coded in them."""

import gc
import time
from datetime import datetime

import pytest
from tests.unit.enricher.articles import MOMENT, VISIT, article

from dateline.enricher.coder import code
from dateline.enricher.evidence import holds
from dateline.enricher.signature import report_of
from dateline_schemas import EnrichedArticle, PublishedQuality

WORDS = VISIT.split()
NAMES = "Kenya, Uganda, William Ruto, Abdel Fattah el-Sisi, "
KINDS = {
    "plain": f"{VISIT} ",
    "no full stops": VISIT.replace(".", "") + " ",
    "all capitals": f"{VISIT.upper()} ",
    "a table": "Kenya\t12,400\t3.5%\t2023\nUganda\t8,100\t-1.2%\t2023\n",
    "a list of names": NAMES,
    "names in lines": NAMES.replace(", ", "\n"),
    "right-to-left marks": "\u202b" + "\u200f ".join(WORDS) + "\u202c ",
    "emoji": "😀🇰🇪 Kenya met Uganda 🤝🏾 in Cairo. ",
    "one letter": "a",
    "blank": " \n",
}
SMALL, LARGE = 5_000, 40_000


def grown(kind: str, size: int) -> str:
    piece = KINDS[kind]
    return (piece * (size // len(piece) + 1))[:size]


def seconds(text: str) -> tuple[float, EnrichedArticle]:
    gc.disable()  # a look for cycles takes as long as all that the other tests left
    try:
        began = time.process_time()
        enriched = code(article(text), MOMENT)
        report_of(enriched)
        return time.process_time() - began, enriched
    finally:
        gc.enable()


@pytest.mark.parametrize("kind", KINDS)
def test_it_ends_in_time_by_its_length_with_evidence(kind: str) -> None:
    """Of eight times the text, thirteen times the time would be more than linear; a bad moment gets a second chance."""
    code(article(VISIT), MOMENT)
    for _ in range(3):
        small, _enriched = seconds(grown(kind, SMALL))
        large, enriched = seconds(grown(kind, LARGE))
        if large < 13 * max(small, 0.02):
            break
    else:
        pytest.fail(f"{SMALL} characters {small:.2f} s, {LARGE} characters {large:.2f} s")
    assert enriched.not_coded is None or (kind, enriched.not_coded.reason) == ("blank", "empty")
    text = enriched.article.text
    for name in ("actors", "places", "quantities", "attributions", "mentions"):
        assert all(holds(text, item) for item in getattr(enriched, name))
    assert not [name for name in enriched.shed if name.endswith("without evidence")]


def test_a_sentence_of_deeds_alone_takes_a_few_times_what_prose_takes() -> None:
    """It took thirty times: 16 KB of it cost an article's whole wall time, twenty seconds."""
    code(article(VISIT), MOMENT)
    for _ in range(3):
        deeds, prose = seconds("killed " * 700)[0], seconds(grown("plain", 4_900))[0]
        if deeds < 10 * prose:
            break
    else:
        pytest.fail(f"deeds alone {deeds:.2f} s, prose {prose:.2f} s")


@pytest.mark.parametrize("day", ["0001-01-01", "0001-12-31", "9999-01-01", "9999-12-31"])
def test_at_the_ends_of_the_calendar_it_is_coded_as_if_its_day_were_not_known(day: str) -> None:
    """A feed is free to date its items so, and twenty that cannot be coded would end the service."""
    text = f"{VISIT} William Ruto will meet him on Monday, as he did yesterday, last year and on 31 December."
    dated = code(article(text, published=datetime.fromisoformat(f"{day}T12:00:00+00:00")), MOMENT)
    undated = code(article(text, published=None, published_quality=PublishedQuality.MISSING), MOMENT)
    assert dated.mentions
    assert dated.mentions == undated.mentions


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("one letter", "blank")])
def test_what_it_names_is_found(kind: str) -> None:
    enriched = code(article(grown(kind, 2_000)), MOMENT)
    assert {"KEN"} <= {actor.country for actor in enriched.actors} | {place.country for place in enriched.places}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Präsident traf am Montag in Kairo ein und sprach mit dem Minister über die Lage an der Grenze.", "de"),
        ("El presidente llegó a El Cairo el lunes para hablar con su homólogo sobre la paz en la región.", "es"),
        ("وصل الرئيس الكيني إلى القاهرة يوم الاثنين لإجراء محادثات مع نظيره المصري.", "ar"),
        ("肯尼亚总统周一抵达开罗,与埃及总统会谈。", "zh"),
        ("ケニアの大統領は月曜日にカイロに到着した。", "ja"),
        ("Президент Кении прибыл в Каир на переговоры с коллегой.", "ru"),
    ],
)
def test_another_language_is_passed_on_with_the_language_and_the_reason(text: str, language: str) -> None:
    enriched = code(article(text), MOMENT)
    assert enriched.not_coded is not None
    assert enriched.not_coded.reason == "language"
    assert f"'{language}'" in enriched.not_coded.detail
    assert enriched.article.text == text
    assert not enriched.actors
    assert not enriched.mentions
