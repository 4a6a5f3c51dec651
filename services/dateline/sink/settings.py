"""Where the sink delivers."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


@dataclass(frozen=True)
class DeliveredBy:
    """Makes a setting a destination: by its module, whose `opened` takes the setting's value."""

    module: str


class SinkSettings(BaseSettings):
    """Read from `DATELINE_SINK_...` in the environment; one destination, where services run apart."""

    model_config = SettingsConfigDict(
        env_prefix="DATELINE_SINK_", frozen=True, extra="ignore", hide_input_in_errors=True
    )

    postgres: Annotated[SecretStr | None, DeliveredBy("dateline.sink.postgres")] = None
    """The address of a PostgreSQL database: `postgresql://user:password@host:port/database`."""
    folder: Annotated[Path | None, DeliveredBy("dateline.sink.jsonl")] = None
    """A folder for JSON Lines files."""
    group: str = Field(default="sink", pattern="^[a-z0-9-]+$")
    """The consumer group: a sink per destination, each with a group of its own."""

    @property
    def destination(self) -> tuple[DeliveredBy, Any] | None:
        """The first destination that is named, with its setting's value."""
        named = ((by, getattr(self, name)) for name, by in self.destinations().items())
        return next(((by, value) for by, value in named if value is not None), None)

    @classmethod
    def destinations(cls) -> dict[str, DeliveredBy]:
        """By setting."""
        fields = cls.model_fields.items()
        return {name: by for name, field in fields for by in field.metadata if isinstance(by, DeliveredBy)}

    @field_validator("postgres")
    @classmethod
    def _is_an_address(cls, address: SecretStr | None) -> SecretStr | None:
        if address is not None and not is_address(address.get_secret_value()):
            raise ValueError(
                "it is no address; write postgresql://user:password@host:port/database, "
                "and special characters of the password as %2F (that is a slash)"
            )
        return address


def is_address(text: str) -> bool:
    """Whether it is the address of a database, and no character of its password passes for a part of it."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    login, _, hosts = parts.netloc.rpartition("@")
    ports = [host.rpartition(":")[2] for host in hosts.split(",") if ":" in host.rpartition("]")[2]]
    return (
        parts.scheme in ("postgresql", "postgres")
        and "@" not in login + parts.path + parts.fragment
        and ("@" not in parts.query or bool(login) or not hosts)
        and all(port.isdecimal() and 0 < int(port) <= 65535 for port in ports)
    )
