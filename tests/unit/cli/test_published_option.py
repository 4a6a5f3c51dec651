"""What `--published` takes: a day or a time, in whatever zone it names."""

from datetime import UTC, datetime

import click
import pytest

from dateline.cli.choice import Published
from dateline.cli.code import code
from dateline.cli.run import run

AFTERNOON = datetime(2025, 3, 12, 14, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2025-03-12", datetime(2025, 3, 12, tzinfo=UTC)),
        ("2025-03-12T14:05:00", AFTERNOON),
        ("2025-03-12T14:05:00Z", AFTERNOON),
        ("2025-03-12T16:05:00+02:00", AFTERNOON),
    ],
)
def test_a_zone_may_be_named(written: str, moment: datetime) -> None:
    for command in (code, run):
        (option,) = [option for option in command.params if option.name == "published"]
        assert option.type.convert(written, None, None) == moment


@pytest.mark.parametrize("written", ["soon", "2025-13-01", "0001-01-01T00:00:00+02:00"])
def test_what_is_no_time_is_refused_with_the_form_wanted(written: str) -> None:
    with pytest.raises(click.BadParameter, match=r"is no time; write it as 2025-03-12 or 2025-03-12T14:05:00Z"):
        Published().convert(written, None, None)
