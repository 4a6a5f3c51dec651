"""What each service is told from outside, beside its own settings."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class ServiceSettings(BaseSettings):
    """Read from `DATELINE_...` in the environment."""

    model_config = SettingsConfigDict(env_prefix="DATELINE_", frozen=True, extra="ignore")

    data_dir: Path = Path("dateline-data")
    """Where the fetcher and the gateway keep their files."""
    health_host: str = "127.0.0.1"
    health_port: int | None = Field(default=None, ge=0, le=65535)
    """Where `/healthz` and `/readyz` are answered; the gateway answers on its own port."""


class SinkSettings(BaseSettings):
    """Read from `DATELINE_SINK_...` in the environment; one of the two is needed."""

    model_config = SettingsConfigDict(env_prefix="DATELINE_SINK_", frozen=True, extra="ignore")

    postgres: str | None = None
    """The address of a PostgreSQL database: `postgresql://user:password@host:port/database`."""
    folder: Path | None = None
    """A folder for JSON Lines files."""
    group: str = Field(default="sink", pattern="^[a-z0-9-]+$")
    """The consumer group: a sink per destination, each with a group of its own."""
