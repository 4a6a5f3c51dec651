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
    """The address on which `health_port` is."""
    health_port: int | None = Field(default=None, ge=0, le=65535)
    """Where `/healthz` and `/readyz` are answered; the gateway answers on its own port."""
