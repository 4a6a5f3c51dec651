"""A real Kafka for the tests: the environment's address, else in Docker, else from its jars on the machine's Java."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from tests.brokers.engine import docker_is_missing
from tests.brokers.missing import first_that_works
from tests.brokers.ports import free_port
from tests.brokers.waiting import wait_until

ADDRESS = "DATELINE_TEST_KAFKA"
JARS = Path.home() / ".cache" / "dateline-tests" / "kafka-4.1.1"
JAVA = 17
STARTED = b"Kafka Server started"
USERS = ("fetcher", "enricher", "corroborator", "sink", "gateway")  # who may log in
PASSWORD = "right"
CLUSTER = "4L6g3nShT-eMCtK--X86sw"
SESSION_SECONDS = 6.0 if os.environ.get(ADDRESS) else 3.0  # Kafka's own least, and that of the brokers made here
FOR_TESTS = {
    "group.min.session.timeout.ms": "1000",
    "group.max.session.timeout.ms": "60000",  # a test asks for more
    # Who has no rule is let in: a test denies what it wants denied.
    "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
    "allow.everyone.if.no.acl.found": "true",
    # A killed broker may come back only when its old session has ended.
    "broker.heartbeat.interval.ms": "500",
    "broker.session.timeout.ms": "2000",
}


class Broker(Protocol):
    """A broker that stays at its address when it is stopped and started again, with all that it held."""

    address: str

    def start(self) -> None: ...

    def kill(self) -> None:
        """Ends it as a power cut would."""

    def close(self) -> None:
        """Ends it and deletes what it held."""


def find_kafka(*, own: bool) -> Broker:
    """A started broker; `own` is one that a test may kill, which the environment's is not."""
    ways: dict[str, Callable[[], Broker | str]] = {"Docker": in_docker, "Java": from_jars}
    if not own:
        ways = {f"${ADDRESS}": from_environment, **ways}
    return first_that_works("Kafka", ways)


def from_environment() -> "Given | str":
    address = os.environ.get(ADDRESS)
    return Given(address) if address else "not set"


def in_docker() -> "InDocker | str":
    os.environ.setdefault("TESTCONTAINERS_RYUK_DISABLED", "true")  # the fixtures stop their own
    if missing := docker_is_missing():
        return missing
    broker = InDocker()
    broker.start()
    return broker


def from_jars(**more: str) -> "FromJars | str":
    """`more` are properties of its own, with underscores for dots."""
    for program in ("java", "mvn"):
        if shutil.which(program) is None:
            return f"there is no {program}"
    told = subprocess.run(["java", "-version"], capture_output=True, text=True, check=True).stderr
    version = re.search(r'version "(\d+)', told)
    if version is None or int(version[1]) < JAVA:
        return f"Java {JAVA} is needed, not {told.splitlines()[0]}"
    fetch_jars()
    broker = FromJars(**more)
    broker.start()
    return broker


class Given:
    """A broker that is somebody else's."""

    def __init__(self, address: str) -> None:
        self.address = address

    def start(self) -> None: ...

    def kill(self) -> None:
        raise AssertionError("the environment's broker is not ours to kill")

    def close(self) -> None: ...


class InDocker:
    """A broker in a container."""

    def __init__(self) -> None:
        from dateline.testing.kafka import ApacheKafkaContainer

        self._container = ApacheKafkaContainer(host_port=free_port())
        for name, value in FOR_TESTS.items():
            self._container.with_env("KAFKA_" + name.upper().replace(".", "_"), value)
        self._is_made = False

    def start(self) -> None:
        if self._is_made:
            held = self._starts()
            self._container.get_wrapped_container().start()
            wait_until(lambda: self._starts() > held, "the broker's container is up again")
        else:
            self._container.start()
            self._is_made = True
            self.address = self._container.address

    def _starts(self) -> int:
        return sum(log.count(STARTED) for log in self._container.get_logs())

    def kill(self) -> None:
        self._container.get_wrapped_container().kill()

    def close(self) -> None:
        self._container.stop()


class FromJars:
    """A broker on this machine's Java; at `login` it wants to know who asks."""

    def __init__(self, **more: str) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="dateline-kafka-"))
        port, login, controller = free_port(), free_port(), free_port()
        self.address, self.login = f"127.0.0.1:{port}", f"127.0.0.1:{login}"
        logins = [f'user_{user}="{PASSWORD}"' for user in USERS]
        clients = f"CLIENTS://{self.address},LOGIN://{self.login}"
        properties = FOR_TESTS | {
            "process.roles": "broker,controller",
            "node.id": "1",
            "controller.quorum.voters": f"1@127.0.0.1:{controller}",
            "listeners": f"{clients},CONTROLLER://127.0.0.1:{controller}",
            "advertised.listeners": clients,
            "inter.broker.listener.name": "CLIENTS",
            "controller.listener.names": "CONTROLLER",
            "listener.security.protocol.map": "CLIENTS:PLAINTEXT,LOGIN:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
            "listener.name.login.sasl.enabled.mechanisms": "PLAIN",
            "listener.name.login.plain.sasl.jaas.config": "org.apache.kafka.common.security.plain.PlainLoginModule "
            f"required {' '.join(logins)};",
            "log.dirs": str(self._folder / "data"),
            "offsets.topic.replication.factor": "1",
            "offsets.topic.num.partitions": "1",
            "transaction.state.log.replication.factor": "1",
            "transaction.state.log.min.isr": "1",
            "transaction.state.log.num.partitions": "1",
            "share.coordinator.state.topic.replication.factor": "1",
            "share.coordinator.state.topic.min.isr": "1",
            "group.initial.rebalance.delay.ms": "0",
            **{name.replace("_", "."): value for name, value in more.items()},
        }
        self._properties = self._folder / "server.properties"
        self._properties.write_text("".join(f"{name}={value}\n" for name, value in properties.items()))
        self._java(
            "kafka.tools.StorageTool", "format", "--ignore-formatted", "--cluster-id", CLUSTER, "-c", self._properties
        ).wait()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        log = self._folder / "broker.log"
        held = log.read_bytes().count(STARTED)
        self._process = self._java("kafka.Kafka", self._properties)
        wait_until(lambda: log.read_bytes().count(STARTED) > held, f"the broker has started, see {log}")

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def close(self) -> None:
        self.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _java(self, *arguments: str | Path) -> subprocess.Popen[bytes]:
        with (self._folder / "broker.log").open("ab") as log:
            return subprocess.Popen(
                ["java", "-Xmx512m", "-cp", f"{JARS}/*", *map(str, arguments)], stdout=log, stderr=subprocess.STDOUT
            )


def fetch_jars() -> None:
    if JARS.is_dir():
        return
    folder = Path(tempfile.mkdtemp(prefix="dateline-jars-", dir=_made(JARS.parent)))
    pom = Path(__file__).with_name("pom.xml")
    command = ["mvn", "-q", "-B", "-f", pom, "dependency:copy-dependencies", f"-DoutputDirectory={folder}"]
    subprocess.run([*map(str, command), "-DincludeScope=runtime"], check=True, capture_output=True, timeout=300)
    folder.rename(JARS)  # only when all are there


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
