"""The article in four phrases."""

from datetime import date

import pytest

from dateline.enricher import actors, document, fivew

TEXT = (
    "OSLO (Fjord Press) -- Rebels attacked a convoy in Kandahar late on Tuesday, officials said. "
    "At least seven soldiers died. The government met on Wednesday."
)


def answer(title: str, text: str = TEXT) -> fivew.FiveW:
    read = document.read(text, title, published=date(2023, 9, 14))
    return fivew.answer(read, actors.find(read))


def test_headline_tells_who_and_what() -> None:
    found = answer("Rebels attack convoy in Kandahar after truce ends")

    assert (found.who[0], found.what[0]) == ("Rebels", "attack convoy in Kandahar")


def test_day_and_place_of_the_deed_come_first() -> None:
    found = answer("Rebels attack convoy in Kandahar")

    assert found.when[0] == "late on Tuesday"
    assert found.where[0] == "Kandahar"


def test_two_who_act_together_are_named_each() -> None:
    assert answer("Norway and Chad sign accord").who[:2] == ("Norway", "Chad")


def test_text_without_headline_or_sentence_has_no_answer() -> None:
    found = answer("", "")

    assert (found.who, found.what, found.where) == ((), (), ())


def test_label_before_a_colon_does_not_act() -> None:
    assert answer("Harbour fire: Crews find two sailors").who[0] == "Crews"


def test_those_whom_a_film_shows_act() -> None:
    assert answer("Footage shows rescuers lifting two boys from the river").who[0] == "rescuers"


def test_day_in_a_relative_clause_comes_after_the_deeds_own() -> None:
    text = "The mayor, who won a vote on Monday, met the rebels on Wednesday."

    assert answer("Mayor meets rebels", text).when[0] == "Wednesday"


def test_day_when_a_toll_rose_comes_after_the_deeds_own() -> None:
    text = "The toll from the blast at the mill rose to nine on Thursday. The blast late on Tuesday tore down a wall."

    assert answer("Blast at mill", text).when[0] == "late on Tuesday"


def test_day_told_only_far_down_comes_after_that_of_publication() -> None:
    text = "The ferry has a new shape. " + "Some like it and some do not. " * 20 + "A choir sang on Sunday."

    assert answer("Ferry changes", text).when[:2] == ("September 14, 2023", "Sunday")


def test_month_just_gone_is_told_where_no_day_is() -> None:
    text = "The maker of the ferry changed its shape last month. Sailors were angry."

    assert answer("Ferry maker changes its shape", text).when[0] == "last month"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("A ferry sank at 4.10am off the coast, rescuers said. Nobody died.", "4.10am"),  # a report of the hour
        ("A ferry sank in the small hours of Tuesday. Nobody died.", "the small hours of Tuesday"),
    ],
)
def test_time_of_day_is_told_with_the_day_or_in_its_place(text: str, when: str) -> None:
    assert answer("Ferry sinks", text).when[0] == when


def test_verb_of_a_headline_in_capitals_is_not_that_of_its_second_clause() -> None:
    text = "The crew of the ferry Tolvane is angry. Tolvane, a ferry, has a new shape."

    assert answer("Tolvane Alters Shape of Two Decks, and Crews Are Outraged", text).who[0] == "Tolvane"


@pytest.mark.parametrize(
    ("title", "who", "what"),
    [
        ("Tove Quill narrowly avoids fall in wet sea race", "Tove Quill", "narrowly avoids fall in wet sea race"),
        ("Rebel bomber rams truck into Oslo gate killing two", "Rebel bomber", "rams truck into Oslo gate killing two"),
        ("Harbour footage emerges as crew claims victory", "Harbour footage", "emerges as crew claims victory"),
        ("Norway to open Arctic bridge", "Norway", "open Arctic bridge"),
        ("Last sailors named as three Danes", "Last sailors", "Last sailors named as three Danes"),
        ("Norwegian ferry passes over reef, ministry says", "Norwegian ferry", "passes over reef"),
        ("Lindqvist to port: The ferry will wait...", "Lindqvist", "Lindqvist to port"),
        ("After long storm, Norway opens bridge", "Norway", "opens bridge"),
        ("Norway seized 138 Danish boats", "Norway", "seized 138 Danish boats"),
        ("Former Fjord and Harbour workers launch campaign", "Former Fjord and Harbour workers", "launch campaign"),
        ("Ferry fans outraged after fire", "Ferry fans", "outraged after fire"),
        (
            "One person shot on Morrow Bridge during march",
            "One person",
            "One person shot on Morrow Bridge during march",
        ),
        ("At least two people killed in Oslo crash", "At least two people", "At least two people killed in Oslo crash"),
        ("Bang & Moor to axe more than 80 clothing stores", "Bang & Moor", "axe more than 80 clothing stores"),
        ("India scraps 500 and 1,000 rupee notes overnight", "India", "scraps 500 and 1,000 rupee notes overnight"),
        ("Fury as judges block plan for harbour", "judges", "block plan for harbour"),
    ],
)
def test_headlines_have_a_grammar_of_their_own(title: str, who: str, what: str) -> None:
    found = answer(title)

    assert (found.who[0], found.what[0]) == (who, what)


def test_what_is_said_tells_the_deed_not_who_says_so() -> None:
    text = "A bomber has rammed a truck into a gate in Oslo, officials said. The mayor left."

    assert answer("Fatal attack on gate in Oslo", text).who[0] == "A bomber"


def test_those_who_attack_act_where_the_headline_tells_who_suffered() -> None:
    text = "A bomber of Boko Haram killed four fishermen near the lake on Tuesday. Boko Haram said so."
    found = answer("At least four killed in Boko Haram raid on ferry", text)

    assert found.who[0] == "Boko Haram"
    assert "Boko Haram" not in found.where


def test_who_speaks_to_whom_in_a_headline() -> None:
    assert answer("Lindqvist to young voters after loss: 'Never give up'").who[0] == "Lindqvist"


def test_what_one_is_on_is_where() -> None:
    assert answer("One person shot on Morrow Bridge during march").where[0] == "Morrow Bridge"


@pytest.mark.parametrize(
    ("title", "where"),
    [
        ("Chad shuts schools as smog spreads", "Chad"),
        ("Strong quake hits Chad, at least two dead", "Chad"),
        ("Chad-born striker leaves club", "OSLO"),
        ("Fans of Chad striker gather", "OSLO"),
        ("Floods hit towns in southwest Chad", "southwest Chad"),
        ("Dust storm batters southern Chad with fierce gusts", "southern Chad"),
        ("Bandits raid northern Chad town", "OSLO"),
    ],
)
def test_the_place_of_a_headline_comes_before_that_of_the_dateline(title: str, where: str) -> None:
    text = "OSLO (Fjord Press) -- Smog lay over Chad on Monday, officials said. Schools were shut."
    assert answer(title, text).where[0] == where
