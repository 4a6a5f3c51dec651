"""What the coder promises of any text: evidence, reasons, bounds, the same bytes on every run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.enricher.articles import MOMENT, VISIT, article

from dateline.enricher.coder import CODER, SHED_ORDER, code
from dateline.enricher.evidence import QUOTE_LIMIT, holds, quote_of, spans_in
from dateline.enricher.fitting import FIT_LIMIT
from dateline_schemas import ContentStatus, EnrichedArticle, EventType, Span
from dateline_schemas.envelope import encode

WORDS = (
    "Kenya Uganda President_William_Ruto he said that condemned met attacked imposed sanctions on and will not in_2019 "
    "5_million_dollars Москва 东京 مرحبا é 😀 🇰🇪 — 's"
)
SIGNS = ['"', "“", "”", ".", ",", "\n", "\n\n", " ", "  ", "\u202e", "e\u0301", "\t", "(", "\u00ad", "\ufeff"]
PIECES = st.sampled_from([word.replace("_", " ") for word in WORDS.split()] + SIGNS)


def coded(text: str, **changes: object) -> EnrichedArticle:
    return code(article(text, **changes), MOMENT)


def test_a_visit_is_coded_whole() -> None:
    enriched = coded(VISIT)

    assert {("William Ruto", "KEN", "GOV")} <= {(a.name, a.country, a.sector) for a in enriched.actors}
    assert {EventType.CONSULT, EventType.ACCUSE} <= {mention.type for mention in enriched.mentions}
    assert [(q.value, q.unit) for q in enriched.quantities] == [(1_200_000_000, "USD")]
    assert any(said.direct and said.speaker and said.speaker.name == "William Ruto" for said in enriched.attributions)
    assert (enriched.coder, enriched.shed, enriched.not_coded) == (CODER, {}, None)


@pytest.mark.parametrize(
    ("text", "changes", "reason"),
    [
        ("", {}, "empty"),
        (" \n\t ", {}, "empty"),
        ("", {"content_status": ContentStatus.WITHDRAWN}, "withdrawn"),
        (
            "Le président du Kenya est arrivé au Caire pour des entretiens avec son homologue sur la paix.",
            {},
            "language",
        ),
        ("Президент Кении прибыл в Каир на переговоры.", {"language": "und"}, "language"),
    ],
)
def test_what_is_not_coded_says_why(text: str, changes: dict[str, object], reason: str) -> None:
    enriched = coded(text, **changes)

    assert enriched.not_coded is not None
    assert enriched.not_coded.reason == reason
    assert enriched.mentions == ()


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=60).map(" ".join))
def test_the_evidence_is_the_text_at_its_offsets(text: str) -> None:
    enriched = coded(text)

    for kind in ("actors", "places", "quantities", "attributions", "mentions"):
        assert all(holds(text, item) for item in getattr(enriched, kind))
    for mention in enriched.mentions:
        assert (
            mention.quote == text[mention.sentence.start : mention.sentence.end][:QUOTE_LIMIT]
            or len(mention.quote) == QUOTE_LIMIT
        )
        assert mention.quote in text
    assert not [name for name in enriched.shed if name.endswith("without evidence")]


def test_a_long_sentence_is_quoted_around_the_trigger() -> None:
    text = "x" * 900 + " met " + "y" * 900
    trigger = Span(start=901, end=904)

    quote = quote_of(text, Span(start=0, end=len(text)), trigger)

    assert len(quote) == QUOTE_LIMIT
    assert " met " in quote


def test_a_span_outside_the_text_is_no_evidence() -> None:
    enriched = coded(VISIT)

    assert not holds(VISIT[:-1], enriched.mentions[-1])
    assert len(list(spans_in(enriched.mentions[0]))) >= 2


def test_ids_are_made_from_place_not_from_labels() -> None:
    first, again = coded(VISIT), coded(VISIT)
    revised = coded(VISIT, revision=2)

    assert [m.id for m in first.mentions] == [m.id for m in again.mentions]
    assert {m.id for m in first.mentions}.isdisjoint(m.id for m in revised.mentions)


def test_whoever_has_a_role_is_listed() -> None:
    enriched = coded("Kenya withdrew its soldiers from two bases inside Somalia's Gedo region on Monday.")
    parties = [party for mention in enriched.mentions for party in (*mention.actors, *mention.recipients)]

    assert {party.country for party in parties} == {"KEN", "SOM"}
    assert {party.actor for party in parties} <= {actor.id for actor in enriched.actors}


def test_a_record_that_is_too_large_sheds_from_the_end_and_counts() -> None:
    text = ("Kenya condemned Uganda. " * 6000)[: 256 * 1024]

    enriched = coded(text)

    assert len(encode(enriched)) <= FIT_LIMIT
    assert set(enriched.shed) <= set(SHED_ORDER)
    assert enriched.shed["mentions"] + len(enriched.mentions) == text.count("Kenya condemned Uganda.")
    assert enriched.mentions[0].trigger.start == text.index("condemned")


HASHING = """
import hashlib, sys
from dateline.enricher.coder import code
from dateline.enricher.signature import report_of
from dateline_schemas.envelope import encode
from tests.unit.enricher.articles import MOMENT, VISIT, article
enriched = code(article(VISIT), MOMENT)
sys.stdout.write(hashlib.sha256(encode(enriched) + encode(report_of(enriched))).hexdigest())
"""


def test_the_same_bytes_under_any_hash_seed() -> None:
    root = Path(__file__).parents[3]
    digests = set()
    for seed in ("0", "1", "77"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}
        done = subprocess.run(
            [sys.executable, "-c", HASHING], env=environment, cwd=root, capture_output=True, text=True, check=True
        )
        digests.add(done.stdout)

    assert len(digests) == 1


HOSTILE = r"""
from dateline.enricher.coder import code
from dateline.enricher.signature import report_of
from tests.unit.enricher.articles import MOMENT, VISIT, article
texts = [
    "a" * 1_000_000, "." * 50_000, "\n" * 50_000 + "Kenya", '"' * 20_000, "(" * 20_000, "1" * 50_000, "- " * 10_000,
    VISIT.replace(".", "").replace("\n", " ") * 60, VISIT.upper() * 20, VISIT * 200, "said " * 5_000,
    "Kenya said that " * 2_000, "Kenya attacked Uganda and " * 2_000, "\u202e\u200f".join(VISIT.split()) * 10,
    "\n".join(f"Kenya\t{i}\tUSD {i} million" for i in range(1_000)), "Kenya, Uganda, William Ruto, " * 2_000,
    "😀🇰🇪 Kenya met Uganda 🤝. " * 1_000, "\x00" * 1_000 + VISIT,
]
for text in texts:
    report_of(code(article(text), MOMENT))
print("done")
"""


def test_hostile_texts_end() -> None:
    """The limit is a stop for a hang, far above what it takes."""
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", HOSTILE], env=os.environ | {"PYTHONPATH": str(root)}, cwd=root,
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stdout.strip()) == (0, "done"), done.stderr[-800:]
