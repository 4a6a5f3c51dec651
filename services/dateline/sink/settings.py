"""Where the sink delivers."""

from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class SinkSettings(BaseSettings):
    """Read from `DATELINE_SINK_...` in the environment; one of the two, where services run apart."""

    model_config = SettingsConfigDict(
        env_prefix="DATELINE_SINK_", frozen=True, extra="ignore", hide_input_in_errors=True
    )

    postgres: SecretStr | None = None
    """The address of a PostgreSQL database: `postgresql://user:password@host:port/database`."""
    folder: Path | None = None
    """A folder for JSON Lines files."""
    group: str = Field(default="sink", pattern="^[a-z0-9-]+$")
    """The consumer group: a sink per destination, each with a group of its own."""

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
