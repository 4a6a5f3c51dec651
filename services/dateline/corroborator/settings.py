"""The corroborator's settings."""

from datetime import timedelta

from pydantic import Field
from pydantic_settings import BaseSettings


class CorroboratorSettings(BaseSettings, env_prefix="DATELINE_CORROBORATOR_", frozen=True):
    window: timedelta = Field(default=timedelta(days=14), gt=timedelta(0))
    """How far apart in time two articles may lie to be compared."""
    reports: int = Field(default=200_000, ge=1)
    """Reports that a partition's memory holds; beyond them, stories are released, the least recently touched first."""
    batch: int = Field(default=100, ge=1)
    """Reports taken up between two commits: a story or event that several of them change is told once."""
