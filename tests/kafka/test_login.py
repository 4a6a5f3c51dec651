"""Who logs in wrongly, or trusts the wrong certificates, is told so and not that the brokers are away."""

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from tests.brokers.kafka import PASSWORD, FromJars, from_jars
from tests.brokers.missing import first_that_works

from dateline.eventlog.kafka import KafkaLog, KafkaSettings
from dateline.eventlog.port import LogUnavailable

pytestmark = pytest.mark.kafka


@pytest.fixture(scope="module")
def broker() -> Iterator[FromJars]:
    started = first_that_works("Kafka that asks for a password", {"Java": from_jars})
    yield started
    started.close()


def settings(brokers: str, **more: object) -> KafkaSettings:
    given = {"brokers": brokers, "sasl_username": "sink", "sasl_password": PASSWORD, "sasl_mechanism": "PLAIN", **more}
    return KafkaSettings.model_validate({"security_protocol": "SASL_PLAINTEXT", **given})


async def told(kafka: KafkaSettings) -> str:
    async with KafkaLog(kafka) as log:
        with pytest.raises(LogUnavailable) as refused:
            await log.reach()
    return str(refused.value)


async def test_who_logs_in_rightly_is_let_in(broker: FromJars) -> None:
    async with KafkaLog(settings(broker.login)) as log:
        await log.reach()


async def test_a_wrong_password_is_told(broker: FromJars) -> None:
    said = await told(settings(broker.login, sasl_password="wr0ng"))
    assert "authentication failed (DATELINE_SASL_USERNAME, DATELINE_SASL_PASSWORD)" in said
    assert "wr0ng" not in said


async def test_a_mechanism_that_the_broker_does_not_have_is_told(broker: FromJars) -> None:
    assert "does not offer SCRAM-SHA-512 (DATELINE_SASL_MECHANISM)" in await told(
        settings(broker.login, sasl_mechanism="SCRAM-SHA-512")
    )


async def test_a_password_where_none_is_asked_for_is_another_protocol(broker: FromJars) -> None:
    assert "DATELINE_SECURITY_PROTOCOL" in await told(settings(broker.address))


@asynccontextmanager
async def with_own_certificate(folder: Path) -> AsyncIterator[str]:
    """Somebody whose certificate nobody has signed."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    subprocess.run([*make, "-keyout", key, "-out", certificate], check=True, capture_output=True)  # noqa: ASYNC221
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0, ssl=context)
    async with server:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")
async def test_a_certificate_that_is_not_trusted_is_told(tmp_path: Path) -> None:
    async with with_own_certificate(tmp_path) as address:
        said = await told(KafkaSettings(brokers=address, security_protocol="SSL"))
    assert "certificate that is not trusted" in said
    assert "DATELINE_CA_FILE" in said
