"""What Kafka's errors mean here: which may pass when they are waited out, in one line each; and a log not flooded."""

import asyncio
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from socket import gaierror
from ssl import SSLCertVerificationError

from aiokafka.conn import create_conn
from aiokafka.errors import (
    ClusterAuthorizationFailedError,
    GroupAuthorizationFailedError,
    InvalidSessionTimeoutError,
    KafkaError,
    MessageSizeTooLargeError,
    SaslAuthenticationFailed,
    TopicAuthorizationFailedError,
    TransactionalIdAuthorizationFailed,
    UnsupportedSaslMechanismError,
)

from dateline.eventlog.kafka.settings import KafkaSettings
from dateline.eventlog.port import LogUnavailable
from dateline_schemas.envelope import whole_number

NOT_ALLOWED = (
    ClusterAuthorizationFailedError,
    GroupAuthorizationFailedError,
    TopicAuthorizationFailedError,
    TransactionalIdAuthorizationFailed,
)
SAME_LINE_SECONDS = 60.0
TOLD_BY_US = ("Unable connect to", "Unable to update metadata")  # what `reaching` says in our own words
PROBE_SECONDS = 3.0
MOST_PORT = 65535


@contextmanager
def reaching(brokers: str, what: str) -> Iterator[None]:
    """Turns what may pass into LogUnavailable, which says what was tried, where, and why it does not work."""
    try:
        yield
    except MessageSizeTooLargeError:
        raise  # will never pass
    except (KafkaError, TimeoutError, OSError) as error:
        raise LogUnavailable(f"Kafka at {brokers}: cannot {what}: {reason(error)}") from error


def reason(error: BaseException) -> str:
    if isinstance(error, NOT_ALLOWED):
        about = error.args[0] if error.args else ""
        about = ", ".join(sorted(map(str, about))) if isinstance(about, set) else about
        return f"no permission ({type(error).__name__}{': ' + about if about else ''}); grant it and it goes on"
    if isinstance(error, InvalidSessionTimeoutError):
        return "the brokers refuse DATELINE_SESSION_SECONDS: they take 6 to 1800 unless told otherwise"
    if isinstance(error, TimeoutError) and not str(error):
        return "no answer in time"
    return " ".join(str(error).split()) or type(error).__name__


async def why_not(settings: KafkaSettings) -> str:
    """Why no connection can be had, looked into after it has failed: which address, and what is wrong with it."""
    return "; ".join([await _why_not_one(address.strip(), settings) for address in settings.brokers.split(",")])


async def _why_not_one(address: str, settings: KafkaSettings) -> str:
    host, _, number = address.rpartition(":")
    port = whole_number(number)
    if not host or port is None or port > MOST_PORT:
        return f"{address!r} is no address: host:port is"
    try:
        async with asyncio.timeout(PROBE_SECONDS):
            _, writer = await asyncio.open_connection(host.strip("[]"), port)
    except gaierror:
        return f"there is no host of the name {host}"
    except TimeoutError:
        return f"{address} does not answer"
    except OSError:
        return f"nobody listens at {address}"
    writer.close()
    return f"{address} {await _objection(host.strip('[]'), port, settings)}"


async def _objection(host: str, port: int, settings: KafkaSettings) -> str:
    """What stands between us and who listens there, as far as aiokafka tells: its clients keep it to themselves."""
    client = settings.client()
    del client["bootstrap_servers"], client["retry_backoff_ms"]
    try:
        async with asyncio.timeout(PROBE_SECONDS):
            (await create_conn(host, port, **client)).close()
    except SaslAuthenticationFailed:
        return "refuses who asks: authentication failed (DATELINE_SASL_USERNAME, DATELINE_SASL_PASSWORD)"
    except UnsupportedSaslMechanismError:
        return f"does not offer {settings.sasl_mechanism} (DATELINE_SASL_MECHANISM)"
    except SSLCertVerificationError as error:
        return f"shows a certificate that is not trusted: {error.verify_message} (DATELINE_CA_FILE)"
    except (KafkaError, OSError, TimeoutError):
        pass
    return "does not answer as Kafka does; is it Kafka, and DATELINE_SECURITY_PROTOCOL right?"


class Calm(logging.Filter):
    """Lets each message of a library through once a minute, and what we say ourselves not at all.

    aiokafka repeats itself ten times a second.
    """

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[tuple[str, str], float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        message = (record.name, str(record.msg))
        if message[1].startswith(TOLD_BY_US):
            return False
        now = time.monotonic()
        if now - self._said.get(message, -SAME_LINE_SECONDS) < SAME_LINE_SECONDS:
            return False
        self._said[message] = now
        return True


def calm_the_libraries() -> None:
    """Makes aiokafka's and Faust's loggers say the same thing once a minute, and nothing below a warning."""
    calm = Calm()
    names = [name for name in logging.root.manager.loggerDict if name.split(".")[0] in ("aiokafka", "faust", "mode")]
    for name in {*names, "aiokafka", "faust", "mode"}:
        library = logging.getLogger(name)
        library.setLevel(logging.WARNING)
        if not any(isinstance(known, Calm) for known in library.filters):
            library.addFilter(calm)
