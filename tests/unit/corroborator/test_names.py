"""Which names can be one person's."""

import pytest

from dateline.corroborator.names import one_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Abdourahmane Tiani", "Abdourahamane Tchiani"),
        ("Omar Abdurahman", "Omar Abdurahaman"),
        ("Josef Kralik", "Joseph Kralik"),
        ("Tchiani", "Abdourahmane Tiani"),
    ],
)
def test_a_name_in_two_spellings_is_one_persons(one: str, other: str) -> None:
    assert one_person(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maria Kralik", "Marina Kralik"),
        ("Abdurahman", "Omar Abdurahaman"),  # an only name may be another's
        ("Kim Jong-un", "Kim Jong-il"),
        ("Peter Hansen", "Peter Larsen"),
    ],
)
def test_like_names_of_two_are_two_persons(one: str, other: str) -> None:
    assert not one_person(one, other)
