"""Where the brokers are and how they are spoken to."""

from pathlib import Path
from ssl import create_default_context
from typing import Any, Literal, Self

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

BATCH_LIMIT = 16 * 1024 * 1024  # a topic's own limit decides; this only lets through what it allows

FETCH_WAIT_MS = 100
"""How long a broker may hold an empty fetch. A partition whose records were in work when the fetch was sent is not in
it, and is not read before it returns: this, not the work, would be the latency."""


class KafkaSettings(BaseSettings):
    """How Kafka is reached; every field can be set in the environment as `DATELINE_<FIELD>`."""

    model_config = SettingsConfigDict(env_prefix="DATELINE_", frozen=True, extra="ignore", hide_input_in_errors=True)

    brokers: str = "localhost:9092"
    """Addresses to begin with: `host:port`, several with commas between."""
    security_protocol: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = "PLAINTEXT"
    """Whether the brokers want TLS (SSL), a name and password (SASL), or both."""
    ca_file: Path | None = None
    """Certificates to trust instead of the system's."""
    sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] = "SCRAM-SHA-512"
    """How the password is shown to them."""
    sasl_username: str | None = None
    """The name, for SASL."""
    sasl_password: SecretStr | None = None
    """Its password; it stands in the environment only."""
    replication: int = Field(default=-1, ge=-1)
    """Copies of each topic that `topics create` makes; -1 is as many as the brokers make by themselves."""
    session_seconds: float = Field(default=15.0, ge=1, le=1800)
    """How long a service may be silent before others take over its partitions; brokers take no less than 6 unless told
    otherwise."""
    request_seconds: float = Field(default=15.0, ge=1, le=3600)
    """How long a request may take before the brokers count as out of reach."""

    @field_validator("ca_file")
    @classmethod
    def _holds_certificates(cls, file: Path | None) -> Path | None:
        if file is not None:
            try:
                create_default_context(cafile=file)
            except OSError as error:
                raise ValueError(f"no certificates can be read from {file}: {error.strerror or error}") from error
        return file

    @model_validator(mode="after")
    def _tells_who_asks(self) -> Self:
        needed = ("sasl_username", "sasl_password") if self.security_protocol.startswith("SASL") else ()
        if missing := [f"DATELINE_{name.upper()}" for name in needed if not getattr(self, name)]:
            raise ValueError(f"DATELINE_SECURITY_PROTOCOL is {self.security_protocol}: set {' and '.join(missing)} too")
        return self

    def client(self) -> dict[str, Any]:
        """What every client of aiokafka is made with."""
        options: dict[str, Any] = {
            "bootstrap_servers": self.brokers,
            "security_protocol": self.security_protocol,
            "request_timeout_ms": int(self.request_seconds * 1000),
            "retry_backoff_ms": 200,
        }
        if "SSL" in self.security_protocol.split("_"):
            options["ssl_context"] = create_default_context(cafile=self.ca_file)
        if self.security_protocol.startswith("SASL"):
            password = self.sasl_password.get_secret_value() if self.sasl_password else None
            options |= {
                "sasl_mechanism": self.sasl_mechanism,
                "sasl_plain_username": self.sasl_username,
                "sasl_plain_password": password,
            }
        return options
