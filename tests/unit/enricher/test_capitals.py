"""Headlines with capitals, read as sentences are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.events.coding import deeds

from dateline.enricher.capitals import is_common, recased

BODY = "\n\nThe governor of Arica, Wendy Quillmarsh, met the Orrin Trade Board. A board that trades is rare."


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Peru Shuts Border After Men Killed In Chile Raid", "Peru shuts border after men killed in Chile raid"),
        ("Peru Shuts Border after Soldiers Killed in Raid", "Peru shuts border after soldiers killed in raid"),
        ("Governor Quillmarsh Meets Traders", "Governor Quillmarsh meets traders"),
        ("Orrin Trade Board Names New Chief", "Orrin Trade Board names new chief"),
        ("White House Warns Security Council", "White House warns Security Council"),
        ("ISRAELI JETS STRIKE GAZA HOSPITAL, KILLING 12", "Israeli jets strike Gaza hospital, killing 12"),
        ("UN CHIEF URGES CALM. QUILLMARSH'S PARTY AGREES.", "UN chief urges calm. Quillmarsh's party agrees."),
        ("U.S. Lifts Travel Ban, ACLU Says", "U.S. lifts travel ban, ACLU says"),
        ("Talks May Resume On May 9, Mark Tolvenik Says", "Talks may resume on May 9, Mark Tolvenik says"),
        ("Co-Workers Feuded Before Shooting", "Co-workers feuded before shooting"),
    ],
)
def test_a_headline_is_read_as_a_sentence_is_written(line: str, read: str) -> None:
    assert recased(line + BODY) == read + BODY


@pytest.mark.parametrize(
    "line",
    [
        "Peru shuts its border after soldiers are killed in a raid by Chile",
        "By Wendy Quillmarsh in Arica",
        "Antonio Quillmarsh, Marta Orrin, Juan Tolvenik, Rosa Arquebisk",
        "İSTANBUL",
    ],
)
def test_what_is_no_headline_with_capitals_stays(line: str) -> None:
    assert recased(line + BODY) == line + BODY


def test_an_address_does_not_tell_how_a_name_is_written() -> None:
    text = "http://news.example/quillmarsh/quillmarsh-leaves\nWendy Quillmarsh Leaves For Arica"
    assert recased(text).endswith("\nWendy Quillmarsh leaves for Arica")


WORDS = st.sampled_from(
    ("The", "Raid", "ẞTRAẞE", "ΣΊΣΥΦΟΣ", "İŞ", "ﬁ", "US", "Of", "PERU", "İ's", "McKay", "a")
) | st.text(max_size=6)


@given(st.lists(WORDS, min_size=4).map(" ".join) | st.lists(WORDS, min_size=4).map(" ".join).map(str.upper))
def test_the_text_is_as_long_and_has_the_same_letters(text: str) -> None:
    read = recased(text)
    assert len(read) == len(text)
    assert read.lower() == text.lower()


def test_a_word_is_common_in_all_its_forms() -> None:
    assert all(map(is_common, ("enter", "enters", "entered", "protesters", "killing")))
    assert not any(map(is_common, ("peru", "quillmarsh", "monday")))


def test_deeds_of_a_headline_have_their_parties() -> None:
    [arrest] = deeds("Police Arrest Five Suspects In Arica\n\nArica is in Chile.")
    assert arrest.type == "COERCE"
    assert [party.name for party in (*arrest.actors, *arrest.recipients)] == ["police", "suspects of Chile"]
