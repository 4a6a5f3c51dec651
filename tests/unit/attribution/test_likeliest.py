"""What is taken where several sources or ends are possible: words that are likely, not the likeliest guess alone."""

import pytest

from dateline.enricher import document
from dateline.enricher.attribution import candidates, odds, reach, refining
from dateline.enricher.attribution.alternatives import Alternatives
from dateline.enricher.attribution.candidates import Candidate
from dateline.enricher.attribution.clause import Clauses
from dateline.enricher.attribution.quotes import Quotes
from dateline.enricher.attribution.weights import Weights

NOTHING, NO_WORD = Weights({}), Weights({}, 1)


def said_in(text: str, cue: str) -> tuple[Candidate, Clauses]:
    """The candidate whose cue's head is this word of a text of one sentence."""
    [sentence] = document.read(text).sentences
    clauses = Clauses(sentence)
    found = candidates.of_sentence(0, clauses, Quotes(text))
    return next(one for one in found if sentence[one.head].text == cue), clauses


def words(text: str, candidate: Candidate) -> str:
    return " … ".join(text[start:end] for start, end in candidate.content.spans)


def test_odds_are_even_at_no_points_and_add_up() -> None:
    assert odds.of(0) == odds.ONE // 2
    assert odds.of(100) * 1000 // odds.ONE == 731
    assert odds.of(250) + odds.of(-250) == pytest.approx(odds.ONE, abs=2)
    assert odds.of(10_000) < odds.of(20_000) + 1 <= odds.ONE + 1
    assert sum(odds.shares([0, 100, -300, -9000])) == pytest.approx(odds.ONE, abs=4)


def test_a_source_is_given_only_if_it_is_likely_that_there_is_one() -> None:
    text = "The mayor from Oslo said that the port would close."
    candidate, clauses = said_in(text, "said")
    learned = refining.Learned(Weights({"by=rule": 900}), NO_WORD, NO_WORD, NOTHING)

    sure = refining.refined(candidate, clauses, Quotes(text), learned, odds.ONE)
    unsure = refining.refined(candidate, clauses, Quotes(text), learned, refining.COST // 2)

    assert sure.source is not None
    assert unsure.source is None


def test_a_name_right_before_its_verb_is_weighed_against_nothing() -> None:
    candidate, clauses = said_in("Quill said that the port would close.", "said")

    assert refining.weighed(candidate, clauses) == []


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("The court this month rejected the appeal.", "rejected", "The court"),
        ("The singer was called a fool on Monday by local farmers.", "called", "local farmers"),
        ("The storm left many farmers fearing that the dam would break.", "fearing", "many farmers"),
    ],
)
def test_phrases_that_may_be_the_source(text: str, cue: str, source: str) -> None:
    candidate, clauses = said_in(text, cue)

    phrases = [
        text[clauses.tokens[first].start : clauses.tokens[last - 1].end]
        for first, last in Alternatives(clauses, candidate).found
    ]

    assert source in phrases


def test_a_content_ends_where_the_likely_ends_agree() -> None:
    text = "The mayor praised the new port in a speech on Friday, the last of the year."
    candidate, clauses = said_in(text, "praised")
    ends = [text[: one.end].rpartition(" ")[2] for one in reach.endings(candidate, clauses, Quotes(text))]

    short = reach.of(candidate, clauses, Quotes(text), Weights({"next=in": 900}))
    unsure = reach.of(candidate, clauses, Quotes(text), Weights({"next=in": 400, "next=on": 400, "next=end": 400}))

    assert ends[:3] == ["port", "speech", "Friday"]
    assert text[slice(*short[0])] == "the new port"
    assert text[slice(*unsure[0])] == "the new port in a speech"


def test_a_content_never_ends_behind_a_verb_or_where_the_narrator_has_taken_over() -> None:
    text = "The mayor praised the men building the port, adding that it was cheap."
    candidate, clauses = said_in(text, "praised")

    ends = [text[: one.end] for one in reach.endings(candidate, clauses, Quotes(text))]

    assert ends
    assert not [end for end in ends if end.endswith("building") or "adding" in end]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The dam is full, Quill said in a letter.", "The dam is full"),
        (
            '"The dam is full," Quill said, looking at the river below the town, "and it will stay so."',
            '"The dam is full," … "and it will stay so."',
        ),
        ("The mill was rich, Quill said, until it burned in May.", "The mill was rich … until it burned in May"),
    ],
)
def test_what_source_and_cue_interrupt(text: str, content: str) -> None:
    candidate, _ = said_in(text, "said")

    assert words(text, candidate) == content
