"""Where the brokers are and how they are spoken to."""

from pathlib import Path
from ssl import create_default_context
from typing import Any, Literal

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

BATCH_LIMIT = 16 * 1024 * 1024  # a topic's own limit decides; this only lets through what it allows

FETCH_WAIT_MS = 100
"""How long a broker may hold an empty fetch. A partition whose records were in work when the fetch was sent is not in
it, and is not read before it returns: this, not the work, would be the latency."""


class KafkaSettings(BaseSettings):
    """How Kafka is reached; every field can be set in the environment as `DATELINE_<FIELD>`."""

    model_config = SettingsConfigDict(env_prefix="DATELINE_", frozen=True, extra="ignore")

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
    replication: int = 1
    """Copies of each topic that `topics create` makes."""
    session_seconds: float = 15.0
    """How long a service may be silent before others take over its partitions."""
    request_seconds: float = 15.0
    """How long a request may take before the brokers count as out of reach."""

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
