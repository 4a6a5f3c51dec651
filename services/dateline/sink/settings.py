"""Where the sink delivers."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class SinkSettings(BaseSettings):
    """Read from `DATELINE_SINK_...` in the environment; one of the two, where services run apart."""

    model_config = SettingsConfigDict(env_prefix="DATELINE_SINK_", frozen=True, extra="ignore")

    postgres: str | None = None
    """The address of a PostgreSQL database: `postgresql://user:password@host:port/database`."""
    folder: Path | None = None
    """A folder for JSON Lines files."""
    group: str = Field(default="sink", pattern="^[a-z0-9-]+$")
    """The consumer group: a sink per destination, each with a group of its own."""
