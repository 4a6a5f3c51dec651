"""`dateline schemas` lists the contract on any terminal."""

import pytest
from click.testing import CliRunner

from dateline.cli.main import commands


@pytest.mark.parametrize("columns", ["80", "60"])
def test_schemas_are_listed_with_every_name_whole(columns: str) -> None:
    told = CliRunner().invoke(commands, ["schemas"], env={"COLUMNS": columns}).output

    assert "corroborator.changelog " in told
    assert "…" not in told
