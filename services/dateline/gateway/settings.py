"""What the gateway is told from outside."""

import json
import re
from pathlib import Path
from typing import Annotated

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from yarl import URL

ORIGIN = re.compile(r"https?://[a-z0-9._:\[\]-]+")


class GatewaySettings(BaseSettings):
    """Read once at the start, from `DATELINE_GATEWAY_...` in the environment or as given."""

    model_config = SettingsConfigDict(env_prefix="DATELINE_GATEWAY_", frozen=True)

    host: str = "127.0.0.1"
    """The address to listen on. On a loopback address, or with `hosts`, requests to foreign host names are refused."""
    port: int = Field(default=8420, ge=0, le=65535)
    """0 takes any free port."""
    hosts: Annotated[tuple[str, ...], NoDecode] = ()
    """Host names besides the loopback's own that it answers to, as behind a proxy; commas between them do as well as
    JSON. On another address than the loopback's any name will do where none is given."""
    origins: Annotated[tuple[str, ...], NoDecode] = ()
    """Origins (https://desk.example) whose pages may read this gateway in a browser besides its own; written as `hosts`
    are. They see all that it serves, so each is named."""
    index: Path = Path("dateline-data/gateway.sqlite")
    """The index's file: made anew when it is missing."""
    ping_seconds: float = Field(default=15.0, gt=0)
    """A stream that has nothing to tell says so after so long, that nobody on the way cuts it off."""
    send_seconds: float = Field(default=30.0, gt=0)
    """A reader of a stream who takes nothing for so long is cut off."""
    most_streams: int = Field(default=1000, ge=1)
    """Open at a time; whoever asks for one more is told to try again."""

    @field_validator("hosts", "origins", mode="before")
    @classmethod
    def _between_commas(cls, names: object) -> object:
        if not isinstance(names, str):
            return names
        if names.lstrip().startswith("["):
            return json.loads(names)
        return tuple(name.strip() for name in names.split(",") if name.strip())

    @field_validator("origins")
    @classmethod
    def _as_browsers_write_them(cls, origins: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(_origin, origins))


def _origin(written: str) -> str:
    try:
        url = URL(written)
        origin = str(url.origin())
    except ValueError:
        origin = ""
    if not ORIGIN.fullmatch(origin) or url != url.origin():
        raise ValueError(f"{written!r} is no origin; name each as https://desk.example or http://127.0.0.1:3000")
    return origin
