"""The enricher's settings."""

import os

from pydantic import Field
from pydantic_settings import BaseSettings


class EnricherSettings(BaseSettings, env_prefix="DATELINE_ENRICHER_", frozen=True):
    wall_seconds: float = Field(default=20.0, gt=0)
    """The longest that coding one article may take."""
    memory_mb: int = Field(default=2048, ge=256)
    """The address space of the coder's child process."""
    workers: int = Field(default_factory=lambda: min(4, os.cpu_count() or 1), ge=1)
    """Child processes that code side by side."""
    batch: int = Field(default=20, ge=1)
    """The most articles coded between two commits."""
