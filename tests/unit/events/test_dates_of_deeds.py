"""The day of a deed, among the days that its sentence tells. The texts are of Thursday, 13 June 2024."""

import pytest
from tests.unit.events.coding import mentions

from dateline_schemas import EventMention, Realis


def deed(text: str, word: str) -> EventMention:
    (found,) = [m for m in mentions(text) if text[m.trigger.start : m.trigger.end] == word]
    return found


def day(text: str, word: str) -> str | None:
    found = deed(text, word).date
    return found.start if found else None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chad detained a French journalist on Tuesday, two days after France suspended aid to Chad.", "suspended"),
        ("France imposed sanctions on Chad on Tuesday, the second anniversary of the invasion of Niger.", "invasion"),
    ],
)
def test_the_day_of_a_deed_is_not_that_of_what_came_before_it(text: str, word: str) -> None:
    found = deed(text, word)

    assert found.date is None
    assert "date" in found.empty


def test_the_month_of_a_deed_is_wide_enough_for_what_came_before_it() -> None:
    text = "Chad detained a French journalist in May 2023 after France suspended aid to Chad."

    assert day(text, "suspended") == "2023-05"


def test_what_follows_a_dated_deed_has_its_own_day() -> None:
    text = (
        "Following the arrest of the Danish journalist on Monday, Denmark expelled the Chadian ambassador on Tuesday."
    )

    assert (day(text, "arrest"), day(text, "expelled")) == ("2024-06-10", "2024-06-11")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad and Niger agreed to meet on Tuesday.", "2024-06-13"),  # the day of the article
        ("Chad and Niger agreed on Tuesday to meet.", "2024-06-11"),
        ("On Tuesday, Chad and Niger agreed to meet.", "2024-06-11"),
    ],
)
def test_a_day_behind_an_infinitive_is_that_of_what_is_agreed(text: str, expected: str) -> None:
    assert day(text, "agreed") == expected


def test_what_has_gone_on_since_a_day_is_no_history() -> None:
    found = deed("Kenyan civilians have been sheltering in Uganda since March.", "sheltering")

    assert found.realis is Realis.ACTUAL
    assert found.date is not None
    assert (found.date.start, found.date.end) == ("2024-03", "2024-06-13")


@pytest.mark.parametrize(
    "text",
    [
        "Peru's president visited Chile in the first trip since 2011.",
        "The Peruvian president has visited Chile for the first time since 2011.",
    ],
)
def test_since_when_a_deed_is_the_first_is_not_its_day(text: str) -> None:
    found = deed(text, "visited")

    assert found.realis is Realis.ACTUAL
    assert found.date is not None
    assert found.date.start == "2024-06-13"


def test_a_second_verb_in_the_past_has_no_part_in_what_is_to_come() -> None:
    text = "The Kenyan president was to meet Yoweri Museveni on Tuesday but cancelled the visit."

    assert deed(text, "cancelled").realis is Realis.ACTUAL


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chad jailed a French journalist until 27 August.", "jailed", "2024-06-13"),
        ("Chad did not release the French journalist until Monday.", "release", "2024-06-10"),
        ("Denmark condemned Monday's attack on Niger.", "condemned", "2024-06-13"),
        ("Denmark condemned Monday's attack on Niger.", "attack", "2024-06-10"),
        ("A raid by Kenyan rebels that killed nine Chadian nurses on Monday drew anger.", "raid", "2024-06-10"),
        ("The Danish navy detained two Russian sailors in the early hours of Tuesday.", "detained", "2024-06-11"),
        ("Chad freed two editors ahead of the Danish premier's visit to Chad next month.", "freed", "2024-06-13"),
    ],
)
def test_the_day_of_something_else_is_not_the_deeds(text: str, word: str, expected: str) -> None:
    assert day(text, word) == expected


def test_what_befell_whom_something_is_told_of_long_ago_is_history_too() -> None:
    assert deed("The wounded drivers were flown to Chad in May 2023.", "wounded").realis is Realis.HISTORICAL
    assert deed("The wounded drivers were flown to Chad on Tuesday.", "wounded").realis is Realis.ACTUAL


def test_a_deed_that_is_dated_after_the_article_is_still_to_come() -> None:
    found = deed("Chad freed two editors ahead of the Danish premier's visit to Chad next month.", "visit")

    assert (found.type.value, found.realis) == ("AGREE", Realis.FUTURE)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kenya expelled on Monday an envoy who criticised its president.", "criticised", None),
        ("On Monday Kenya expelled the envoy, who had criticised its president.", "criticised", None),
        ("Rebels who were freed in May attacked the town of Gao on Monday, Mali said.", "attacked", "2024-06-10"),
        ("Rebels who were freed in May attacked the town of Gao on Monday, Mali said.", "freed", "2024-05"),
        ("On Monday Kenya arrested the rebel, who was taken to Chad and jailed.", "arrested", "2024-06-10"),
        ("The wounded drivers were flown to Chad on Tuesday.", "wounded", None),
        ("A court in Chad on Tuesday fined nine men arrested in a raid.", "arrested", None),
        ("There were nine people wounded in Chad on Tuesday.", "wounded", "2024-06-11"),
    ],
)
def test_a_clause_that_says_who_is_meant_has_a_day_of_its_own(text: str, word: str, expected: str | None) -> None:
    assert day(text, word) == expected
