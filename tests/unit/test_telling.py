"""A story told: what happened, who says so, what they disagree on, the outlets in order."""

import json
from datetime import timedelta
from importlib.resources import files

import pytest

from dateline.enricher.events.scale import scores
from dateline.telling import DEEDS_TOLD, quoted, tell
from dateline.telling.phrases import verb
from dateline.telling.tables import phrases
from dateline_schemas import DisagreementKind, Event, EventType, Life, Link, LinkKind, Realis, Story

EXAMPLES = files("dateline_schemas") / "examples"
STORY = Story.model_validate(json.loads((EXAMPLES / "stories.1.0.json").read_text(encoding="utf-8"))["value"])
EVENT = Event.model_validate(json.loads((EXAMPLES / "events.1.0.json").read_text(encoding="utf-8"))["value"])


def test_deed_has_its_day_parties_sentence_and_who_says_so() -> None:
    told = "\n".join(tell(STORY, [EVENT]))
    assert "2024  Kenya (KEN), Egypt (EGY) cooperated  [COOPERATE]" in told
    assert "says Presidency of Kenya (KEN); 2 outlets independently" in told
    assert EVENT.mentions[0].quote.split()[0] in told


def test_disagreement_has_both_sides_with_their_outlets() -> None:
    told = "\n".join(tell(STORY, [EVENT]))
    assert "over 640 million USD: Highland Wire" in told
    assert "640 million EUR: Nile Courier" in told


def test_sides_that_were_told_on_other_days_have_their_days() -> None:
    first, *others = EVENT.mentions
    later = [mention.model_copy(update={"time": mention.time + timedelta(days=2)}) for mention in others]
    told = [line.strip() for line in tell(STORY, [EVENT.model_copy(update={"mentions": (first, *later)})])]

    assert f"over 640 million USD (told {first.time.date()}): Highland Wire" in told
    assert f"640 million EUR (told {later[0].time.date()}): Nile Courier" in told


def test_what_several_deeds_disagree_on_alike_is_told_once() -> None:
    (dispute,) = EVENT.disagreements
    by_other_mentions = tuple(side.model_copy(update={"mentions": ("other",)}) for side in dispute.sides)
    again = dispute.model_copy(update={"sides": by_other_mentions})
    told = tell(STORY, [EVENT, EVENT.model_copy(update={"id": "e2", "disagreements": (again,)})])
    assert len([line for line in told if "over 640 million USD: Highland Wire" in line]) == 1


def test_quarrel_over_whether_it_happened_is_told_as_one() -> None:
    (dispute,) = EVENT.disagreements
    over = dispute.model_copy(update={"kind": DisagreementKind.WHETHER, "about": "whether it happened"})
    negated = EVENT.model_copy(update={"realis": Realis.NEGATED, "disagreements": (over,)})
    assert "  whether Kenya (KEN), Egypt (EGY) cooperated" in tell(STORY, [negated])


def test_a_sentence_that_tells_several_deeds_is_told_once() -> None:
    story = STORY.model_copy(update={"events": (EVENT.id, "e2")})
    event = EVENT.model_copy(update={"disagreements": ()})
    told = " ".join(tell(story, [event, event.model_copy(update={"id": "e2"})]))
    assert told.count("cooperated  [COOPERATE]") == 2
    assert told.count(" ".join(EVENT.mentions[0].quote.split()[:3])) == 1


def test_the_deeds_told_are_those_that_the_story_puts_first() -> None:
    last = EVENT.model_copy(update={"id": "last"})
    others = [last.model_copy(update={"id": f"e{n:02}", "date": None}) for n in range(DEEDS_TOLD + 1)]
    story = STORY.model_copy(update={"events": ("last", *(each.id for each in others))})
    told = tell(story, [*others, last])
    assert sum("  2024  " in line for line in told) == 1


def test_what_was_planned_and_what_came_of_it_name_each_other() -> None:
    plan = EVENT.model_copy(
        update={"realis": Realis.FUTURE, "links": (Link(kind=LinkKind.FULFILLED_AS, event="done"),)}
    )
    done = EVENT.model_copy(update={"id": "done", "links": ()})

    assert any("it came about: 2024  Kenya (KEN), Egypt (EGY) cooperated" in line for line in tell(STORY, [plan, done]))


def test_a_signing_is_told_as_one() -> None:
    signed = EVENT.model_copy(update={"type": EventType.SUPPORT, "mode": None, "cameo": "057"})
    assert verb(signed) == "signed an agreement"


def test_a_host_receives() -> None:
    hosted = EVENT.model_copy(
        update={"type": EventType.CONSULT, "mode": "visit", "cameo": "043", "recipients": EVENT.actors}
    )
    assert verb(hosted) == "received"


def test_outlets_stand_in_order_and_copies_are_told() -> None:
    first, second = STORY.articles
    copied = STORY.model_copy(update={"articles": (first, second.model_copy(update={"copy_of": first.article}))})
    lines = tell(copied, [])
    assert lines.index(next(line for line in lines if "Highland Wire" in line)) < len(lines) - 1
    assert lines[-1].endswith("(copies Highland Wire)")


def test_what_did_not_happen_is_not_told_as_done() -> None:
    negated = EVENT.model_copy(update={"realis": Realis.NEGATED})
    assert any("Kenya (KEN), Egypt (EGY) did not cooperate" in line for line in tell(STORY, [negated]))


@pytest.mark.parametrize(
    ("realis", "said"), [(Realis.FUTURE, "will pay a visit to"), (Realis.HYPOTHETICAL, "may pay a visit to")]
)
def test_mode_has_a_verb_that_says_what_is_only_planned_or_possible(realis: Realis, said: str) -> None:
    kenya, egypt = EVENT.actors
    change = {"type": EventType.CONSULT, "mode": "visit", "realis": realis, "actors": (kenya,), "recipients": (egypt,)}
    visit = EVENT.model_copy(update=change)
    assert any(f"Kenya (KEN) {said} Egypt (EGY)" in line for line in tell(STORY, [visit]))


def test_every_type_and_mode_of_the_scale_has_a_phrase() -> None:
    kinds = {f"{type_}/{mode}" if mode else type_ for type_, mode in scores()}
    assert kinds == {kind for kind in phrases() if not kind[-1].isdigit()}  # some CAMEO codes have one too


def test_a_long_story_is_cut_and_says_where_the_rest_is() -> None:
    many = [EVENT.model_copy(update={"id": f"e{number}"}) for number in range(DEEDS_TOLD + 3)]
    assert any("and 3 more" in line and STORY.id in line for line in tell(STORY, many))


def test_an_event_without_a_date_says_that_its_day_is_the_reports() -> None:
    undated = EVENT.model_copy(update={"date": None})

    assert any(line.startswith(f"  reported {EVENT.first_report.date()}  ") for line in tell(STORY, [undated]))


def test_a_story_that_ended_names_its_heirs() -> None:
    ended = STORY.model_copy(update={"life": Life.ENDED, "heirs": ("s7", "s8"), "articles": ()})

    assert "told in dateline story s7 and dateline story s8" in tell(ended, [])[-1]
    assert "no article any more" in tell(ended.model_copy(update={"heirs": ()}), [])[-1]


def test_what_was_not_read_of_an_article_is_told_beneath_it() -> None:
    german = STORY.articles[0].model_copy(update={"incomplete": ("not coded: the text is in 'de'",)})
    told = tell(STORY.model_copy(update={"articles": (german,), "article_count": 1}), [])

    assert told[-1].strip() == "not coded: the text is in 'de'"
    assert german.title in told[-2]


def test_a_sentence_that_opens_with_a_quotation_gets_no_second_mark() -> None:
    assert quoted("“We go,” she said.") == "“We go,” she said."
    assert quoted("She went.") == "“She went.”"
