"""A story told: what happened, who says so, what they disagree on, the outlets in order."""

import json
from importlib.resources import files

from dateline.telling import DEEDS_TOLD, tell
from dateline_schemas import Event, Realis, Story

EXAMPLES = files("dateline_schemas") / "examples"
STORY = Story.model_validate(json.loads((EXAMPLES / "stories.1.0.json").read_text(encoding="utf-8"))["value"])
EVENT = Event.model_validate(json.loads((EXAMPLES / "events.1.0.json").read_text(encoding="utf-8"))["value"])


def test_deed_has_its_day_parties_sentence_and_who_says_so() -> None:
    told = "\n".join(tell(STORY, [EVENT]))
    assert "2024  Kenya (KEN), Egypt (EGY) COOPERATE" in told
    assert "says Presidency of Kenya (KEN); 2 outlets independently" in told
    assert EVENT.mentions[0].quote.split()[0] in told


def test_disagreement_has_both_sides_with_their_outlets() -> None:
    told = "\n".join(tell(STORY, [EVENT]))
    assert "over 640 million USD: Highland Wire" in told
    assert "640 million EUR: Nile Courier" in told


def test_what_several_deeds_disagree_on_alike_is_told_once() -> None:
    told = tell(STORY, [EVENT, EVENT.model_copy(update={"id": "e2"})])
    assert len([line for line in told if "over 640 million USD: Highland Wire" in line]) == 1


def test_outlets_stand_in_order_and_copies_are_told() -> None:
    first, second = STORY.articles
    copied = STORY.model_copy(update={"articles": (first, second.model_copy(update={"copy_of": first.article}))})
    lines = tell(copied, [])
    assert lines.index(next(line for line in lines if "Highland Wire" in line)) < len(lines) - 1
    assert lines[-1].endswith("(copies Highland Wire)")


def test_what_did_not_happen_is_not_told_as_done() -> None:
    negated = EVENT.model_copy(update={"realis": Realis.NEGATED})
    assert any("did not happen: Kenya" in line for line in tell(STORY, [negated]))


def test_a_long_story_is_cut_and_says_where_the_rest_is() -> None:
    many = [EVENT.model_copy(update={"id": f"e{number}"}) for number in range(DEEDS_TOLD + 3)]
    assert any("and 3 more" in line and STORY.id in line for line in tell(STORY, many))
