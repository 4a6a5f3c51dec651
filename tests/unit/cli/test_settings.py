"""What a service can be told through the environment is listed, and what it cannot is named."""

import pytest
from click.testing import CliRunner

from dateline.cli.choice import variable_of, warn_of_unknown_settings
from dateline.cli.main import commands
from dateline.cli.settings import KINDS, kind_of, meanings_in


def test_every_setting_is_listed_with_its_meaning() -> None:
    printed = CliRunner().invoke(commands, ["settings"]).output
    for whose in KINDS:
        kind = kind_of(whose)
        assert all(variable_of(kind, field) in printed for field in kind.model_fields if field != "llm")
        assert set(kind.model_fields) <= meanings_in(kind).keys()
    assert meanings_in(kind_of("enricher"))["wall_seconds"] == "The longest that coding one article may take."
    assert "The longest that coding one article may take." in printed


@pytest.mark.parametrize(
    ("misspelled", "meant"),
    [("DATELINE_BROKER", "DATELINE_BROKERS"), ("DATELINE_SASL_USER_NAME", "DATELINE_SASL_USERNAME")],
)
def test_a_misspelled_setting_that_all_services_share_is_named(
    misspelled: str, meant: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(misspelled, "x")
    monkeypatch.setenv("DATELINE_LOG_LEVEL", "info")
    monkeypatch.setenv(meant, "x")
    warn_of_unknown_settings()
    warned = [line for line in capsys.readouterr().err.splitlines() if "TEST" not in line and "SHARED" not in line]
    assert warned == [f"Warning: {misspelled} is no setting of Dateline; did you mean {meant}?"]


def test_settings_of_a_service_that_is_not_here_are_left_to_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(KINDS, "elsewhere", ("dateline.elsewhere", "ElsewhereSettings"))
    monkeypatch.setenv("DATELINE_ELSEWHERE_URL", "x")
    warn_of_unknown_settings()
    assert "ELSEWHERE" not in capsys.readouterr().err


def test_a_misspelled_setting_is_named_with_the_one_that_is_meant(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kind_of("fetcher")
    monkeypatch.setenv("DATELINE_FETCHER_POLL_SECOND", "7")
    monkeypatch.setenv("DATELINE_FETCHER_POLL_SECONDS", "7")
    warn_of_unknown_settings()
    warned = [line for line in capsys.readouterr().err.splitlines() if "FETCHER" in line]
    assert warned == [
        "Warning: DATELINE_FETCHER_POLL_SECOND is no setting of Dateline; did you mean DATELINE_FETCHER_POLL_SECONDS?"
    ]
