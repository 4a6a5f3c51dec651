"""The classifier: whole numbers, added up, the same everywhere."""

import numpy as np
import pytest

from dateline.enricher.events import main_type_of, penta_of, type_of
from dateline.enricher.events.classifier import BUCKETS, Head, bucket, head


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    [
        ("The Fijian cabinet turned down Tonga's offer of mediation.", "The Fijian cabinet", "Tonga", "REJECT"),
        ("Soldiers from Chad shelled a camp of Libyan rebels.", "Soldiers from Chad", "Libyan rebels", "ASSAULT"),
        ("Iceland will hold talks with Denmark next month.", "Iceland", "Denmark", "AGREE"),
        ("Bhutan sent blankets and rice to flooded villages in Nepal.", "Bhutan", "Nepal", "AID"),
        ("Laos freed two Thai fishermen on Friday.", "Laos", "two Thai fishermen", "YIELD"),
    ],
)
def test_type_of_what_one_does_to_the_other(text: str, source: str, target: str, expected: str) -> None:
    assert type_of(text, source, target).label == expected


def test_main_type_and_class_of_a_plain_text() -> None:
    text = "Thousands of students marched through Lima to protest against the new law."

    assert main_type_of(text).label == "PROTEST"
    assert penta_of(text).label == "4"


def test_parties_that_are_not_in_the_text_do_no_harm() -> None:
    assert type_of("Kenya condemned Uganda.", "An actor", "somebody else").label == "ACCUSE"


def test_an_empty_text_is_judged_too() -> None:
    assert type_of("", "", "").label in head("pair").labels


def test_scores_are_sums_of_the_rows() -> None:
    weights = np.zeros((BUCKETS, 2), dtype=np.int8)
    weights[bucket("one")] = (100, -100)
    weights[bucket("two")] = (100, 100)
    small = Head(("A", "B"), weights, ((0, 0.5), (150, 0.9)))

    judged = small.judge(["one", "two", "two"])

    assert small.scores(["one", "two", "two"]) == [300, 100]
    assert (judged.label, judged.lead, judged.confidence) == ("A", 200, 0.9)


def test_no_label_reaches_into_the_sum_of_another() -> None:
    weights = np.zeros((BUCKETS, 3), dtype=np.int8)
    weights[bucket("most")] = (127, -128, 127)
    weights[bucket("least")] = (-128, -128, 1)
    small = Head(("A", "B", "C"), weights, ((0, 0.5),))

    assert small.scores(["most"] * 3000) == [381_000, -384_000, 381_000]
    assert small.scores(["least"] * 3000) == [-384_000, -384_000, 3_000]
    assert small.scores(["none"]) == [0, 0, 0]


def test_of_equal_scores_the_first_label_wins() -> None:
    even = Head(("A", "B"), np.zeros((BUCKETS, 2), dtype=np.int8), ((0, 0.5),))

    assert even.judge(["anything"]).label == "A"


@pytest.mark.parametrize("name", ["pair", "plain", "penta"])
def test_confidence_rises_with_the_lead(name: str) -> None:
    curve = head(name).curve

    assert list(curve) == sorted(curve)
    assert [share for _, share in curve] == sorted(share for _, share in curve)
