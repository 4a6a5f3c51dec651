"""`dateline code --explain` says of every coded field which words, rule and confidence gave it, or why it is empty."""

import pytest
from tests.unit.enricher.articles import MOMENT, VISIT, article

from dateline.cli.coded import print_coded
from dateline.cli.explained import actor_lines, attribution_lines, mention_lines
from dateline.enricher.coder import code
from dateline_schemas import EnrichedArticle

TEXT = f"{VISIT} Gunmen killed 12 soldiers near Garissa, according to Citizen TV."
REASONED = ("mode", "cameo", "date", "place", "attribution")


@pytest.fixture(scope="module")
def enriched() -> EnrichedArticle:
    return code(article(TEXT), MOMENT)


def test_each_field_of_a_mention_is_told_with_its_words_or_its_reason(enriched: EnrichedArticle) -> None:
    assert len(enriched.mentions) > 2
    for mention in enriched.mentions:
        lines = list(mention_lines(TEXT, mention))
        whole = "\n".join(lines)
        assert f"at {mention.trigger.start}–{mention.trigger.end}, {mention.rule}, {mention.confidence:.2f}" in lines[0]
        for party in (*mention.actors, *mention.recipients):
            assert party.span is None or f"“{TEXT[party.span.start : party.span.end]}” at {party.span.start}–" in whole
        for name in REASONED:
            assert any(line.startswith(f"{name} ") for line in lines) != (f"no {name}: " in whole), (name, whole)
        for name, parties in (("actor", mention.actors), ("recipient", mention.recipients)):
            assert any(line.startswith(f"{name} ") for line in lines) == bool(parties)
            assert bool(parties) != (f"no {name}: " in whole)


def test_actors_and_attributions_are_told_with_their_words(enriched: EnrichedArticle) -> None:
    for actor in enriched.actors:
        lines = list(actor_lines(actor))
        assert lines[0].startswith(f"{actor.rule}, {actor.confidence:.2f}, at {actor.spans[0].start}–")
        assert (actor.country is None) == any(line.startswith("no country: ") for line in lines)
    for said in enriched.attributions:
        whole = "\n".join(attribution_lines(TEXT, said))
        assert said.rule in whole
        assert f"at {said.content[0].start}–{said.content[0].end}" in whole


def test_all_that_is_coded_is_printed(enriched: EnrichedArticle, capsys: pytest.CaptureFixture[str]) -> None:
    print_coded(enriched, explain=True)
    printed = capsys.readouterr().out

    for part in ("topics", "places", "amounts", "attributions"):
        assert f"\n  {part}\n" in printed
    for coded in (enriched.actors, enriched.quantities, enriched.places, enriched.mentions):
        assert all(item.rule in printed for item in coded)
    assert all(topic.code in printed for topic in enriched.topics)


@pytest.mark.parametrize("explain", [True, False])
def test_what_of_a_long_text_is_not_here_is_told(
    enriched: EnrichedArticle, capsys: pytest.CaptureFixture[str], explain: bool
) -> None:
    cut = enriched.article.model_copy(update={"text_cut": True})
    print_coded(enriched.model_copy(update={"article": cut, "shed": {"mentions": 6_248}}), explain=explain)
    printed = capsys.readouterr().out

    assert f"only its first {len(TEXT):,} characters" in printed
    assert printed.count("6,248 mentions") == 1


def test_a_text_without_a_deed_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    print_coded(code(article("The museum has a large garden."), MOMENT), explain=True)
    assert "no event: " in capsys.readouterr().out
