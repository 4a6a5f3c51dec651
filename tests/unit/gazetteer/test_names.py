"""Names are compared by what their spellings share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.enricher.gazetteer.spelling import key, pieces, same_person, sound


def parts(name: str) -> tuple[str, ...]:
    return tuple(key(name).split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammed al-Sudani", "Muhammad Al Sudani"),
        ("Hossein Amir-Abdollahian", "Hussein Amirabdollahian".replace("Amira", "Amir-a")),
        ("Abdul Latif Jamal Rashid", "Abdul Latif Rashid"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("J. Mensah", "Joseph Mensah"),
        ("Mustafa el-Kadhimi", "Mustafa al-Kadhimi"),
    ],
)
def test_spellings_of_one_person_are_the_same(one: str, other: str) -> None:
    assert same_person(parts(one), parts(other))
    assert same_person(parts(other), parts(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("William Ruto", "William Kabogo"),
        ("Abdul Latif Rashid", "Rashid Abdul Latif Salim Omar"),
        ("Ana Brnabić", "Ivica Dačić"),
    ],
)
def test_other_persons_are_not(one: str, other: str) -> None:
    assert not same_person(parts(one), parts(other))


def test_pieces_drop_marks_and_keep_the_clitic_apart() -> None:
    assert pieces("al-Assad") == ("al", "assad")
    assert pieces("U.S.") == ("us",)
    assert pieces("Sana'a") == ("sanaa",)
    assert pieces("People's Army") == ("people", "s", "army")
    assert pieces("Łódź") == ("lodz",)


@given(st.text())
def test_pieces_are_words_in_lower_case_and_stable(text: str) -> None:
    found = pieces(text)
    assert all(piece and not piece.isspace() for piece in found)
    assert pieces(" ".join(found)) == found


@given(st.text(alphabet="abcdefghiklmnoprstuvwyz", min_size=1, max_size=12))
def test_a_name_is_its_own_spelling(name: str) -> None:
    assert sound(name) == sound(name)
    assert same_person((name,), (name,))
