"""What an event's mentions support best."""

import pytest

from dateline.corroborator.reports.held import Who
from dateline.corroborator.telling.consensus import actors
from dateline_schemas.coded import ActorKind

KENYA, EGYPT, UGANDA = (
    Who(f"{code}/government", name, ActorKind.GOVERNMENT, code, "GOV")
    for code, name in (("KEN", "Kenya"), ("EGY", "Egypt"), ("UGA", "Uganda"))
)


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ([(KENYA, EGYPT), (KENYA,)], ["Kenya", "Egypt"]),  # who acts with it
        ([(KENYA,), (KENYA,), (EGYPT,)], ["Kenya"]),  # who is named instead
        ([(KENYA, EGYPT), (UGANDA,)], ["Kenya", "Egypt"]),  # of equals the first
        ([(KENYA, UGANDA), (KENYA,), (KENYA,)], ["Kenya"]),  # by one of three
        ([], []),
    ],
)
def test_who_acts_with_the_most_named_is_told_from_who_is_named_instead(
    groups: list[tuple[Who, ...]], expected: list[str]
) -> None:
    assert [who.name for who in actors(groups)] == expected
