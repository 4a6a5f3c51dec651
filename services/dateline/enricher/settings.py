"""The enricher's settings."""

import os
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings

from dateline.enricher.llm.settings import LlmSettings


class CoderSettings(BaseSettings, env_prefix="DATELINE_ENRICHER_", frozen=True, extra="ignore"):
    """What codes, and with what."""

    dictionaries: tuple[Path, ...] = ()
    """Files of the user's own actors and places (docs/dictionaries.md); a later file's names win."""
    parser: str | None = Field(default=None, pattern="^spacy:.+")
    """`spacy:NAME` or `spacy:FOLDER`: an installed pipeline in place of the shipped parser."""
    coder: Literal["rules", "llm"] = "rules"
    """`llm` asks a language model (DATELINE_LLM_URL, DATELINE_LLM_MODEL, DATELINE_LLM_KEY)."""
    llm: LlmSettings | None = None
    """From the environment where it is not given."""


class EnricherSettings(CoderSettings, env_prefix="DATELINE_ENRICHER_", frozen=True):
    wall_seconds: float = Field(default=20.0, gt=0)
    """The longest that coding one article may take."""
    memory_mb: int = Field(default=2048, ge=256)
    """The address space of the coder's child process."""
    workers: int = Field(default_factory=lambda: min(4, os.cpu_count() or 1), ge=1)
    """Child processes that code side by side."""
    batch: int = Field(default=20, ge=1)
    """The most articles coded between two commits."""
