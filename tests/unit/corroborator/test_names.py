"""Which names can be one person's, and which descriptions one body's."""

import pytest

from dateline.corroborator.reports.held import Who
from dateline.corroborator.reports.names import likeness, one_person


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


def test_a_body_described_with_its_country_may_be_the_one_described_without() -> None:
    opposition = Who("XXX/opposition", "opposition", "organization", None, "OPP")
    of_kenya = Who("KEN/opposition", "opposition of Kenya", "organization", "KEN", "OPP")

    assert 0 < likeness(opposition, of_kenya) < 1
    assert likeness(opposition, of_kenya._replace(name="farmers of Kenya")) == 0
    assert likeness(opposition._replace(country="UGA"), of_kenya) == 0


def test_those_of_whom_only_the_deed_is_known_may_be_one_whatever_they_are_called() -> None:
    gunmen = Who("NGA/gunmen", "gunmen of Nigeria", "armed_group", "NGA", "UAF")
    attackers = Who("attackers", "attackers", "people", None, None)

    assert 0 < likeness(gunmen, attackers) < 1
    assert likeness(gunmen, attackers._replace(actor="farmers", name="farmers")) == 0
    assert likeness(gunmen, attackers._replace(country="KEN")) == 0
