"""What the commands say of their options is what they do."""

import pytest
from click.testing import CliRunner

from dateline.cli.main import commands

ON_KAFKA = ("fetcher", "enricher", "corroborator", "sink", "gateway", "topics create", "topics list")


@pytest.mark.parametrize("command", ON_KAFKA)
def test_a_command_for_kafka_alone_tells_which_brokers_it_takes_by_itself(command: str) -> None:
    told = CliRunner().invoke(commands, [*command.split(), "--help"]).output

    assert "[default: localhost:9092]" in " ".join(told.split())
    assert "embedded" not in told


@pytest.mark.parametrize("command", ["status", "subscribe", "dead list"])
def test_a_command_for_both_says_that_without_brokers_the_log_is_embedded(command: str) -> None:
    told = CliRunner().invoke(commands, [*command.split(), "--help"]).output

    assert "without them the log is embedded" in " ".join(told.split())
