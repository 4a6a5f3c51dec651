"""The article in four phrases."""

from datetime import date

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
