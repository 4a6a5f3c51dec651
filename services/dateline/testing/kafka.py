"""A Kafka broker in a container, from the official `apache/kafka` image, for testcontainers.

    with ApacheKafkaContainer() as kafka:
        consume(kafka.address)

testcontainers' own KafkaContainer knows Confluent's image only. Source of the image's contract: apache/kafka, docker/.
"""

import io
import re
import tarfile
from types import TracebackType

from testcontainers.core.container import DockerContainer
from testcontainers.core.wait_strategies import LogMessageWaitStrategy

IMAGE = "apache/kafka:4.1.1"
PORT = 9093  # of the listener for clients outside of the container
SCRIPT = "/tmp/start-kafka.sh"  # noqa: S108  # the image's user may write there
STARTED = re.compile(r".*Kafka Server started.*")

SINGLE_NODE = {
    "KAFKA_NODE_ID": "1",
    "KAFKA_PROCESS_ROLES": "broker,controller",
    "KAFKA_LISTENERS": f"INSIDE://0.0.0.0:9092,CLIENTS://0.0.0.0:{PORT},CONTROLLER://0.0.0.0:9094",
    "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP": "INSIDE:PLAINTEXT,CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT",
    "KAFKA_INTER_BROKER_LISTENER_NAME": "INSIDE",
    "KAFKA_CONTROLLER_LISTENER_NAMES": "CONTROLLER",
    "KAFKA_CONTROLLER_QUORUM_VOTERS": "1@localhost:9094",
    "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR": "1",
    "KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS": "1",
    "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR": "1",
    "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR": "1",
    "KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS": "1",
    "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR": "1",
    "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR": "1",
    "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS": "0",
    "KAFKA_HEAP_OPTS": "-Xmx512m -Xms256m",
}


class ApacheKafkaContainer(DockerContainer):
    """One broker in KRaft mode, with transactions; `address` is for clients once it has started.

    What it is told to advertise is known only when Docker has given it a port: it waits for that as a script. With
    `host_port` the address stays the same when the container is stopped and started again.
    """

    def __init__(self, image: str = IMAGE, host_port: int | None = None, timeout_seconds: int = 90) -> None:
        super().__init__(image)
        self._timeout_seconds = timeout_seconds
        if host_port is None:
            self.with_exposed_ports(PORT)
        else:
            self.with_bind_ports(PORT, host_port)
        for name, value in SINGLE_NODE.items():
            self.with_env(name, value)
        self.with_command(["sh", "-c", f"while [ ! -f {SCRIPT} ]; do sleep 0.1; done; exec bash {SCRIPT}"])

    @property
    def address(self) -> str:
        """Host and port for clients, as in `bootstrap.servers`."""
        return f"{self.get_container_host_ip()}:{self.get_exposed_port(PORT)}"

    def start(self) -> "ApacheKafkaContainer":
        super().start()
        advertised = f"CLIENTS://{self.address},INSIDE://localhost:9092"
        self._put(f"#!/bin/bash\nexport KAFKA_ADVERTISED_LISTENERS={advertised}\nexec /etc/kafka/docker/run\n")
        LogMessageWaitStrategy(STARTED).with_startup_timeout(self._timeout_seconds).wait_until_ready(self)
        return self

    def __enter__(self) -> "ApacheKafkaContainer":
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _put(self, script: str) -> None:
        content = script.encode()
        entry = tarfile.TarInfo(SCRIPT.rpartition("/")[2])
        entry.size, entry.mode = len(content), 0o755
        archive = io.BytesIO()
        with tarfile.open(fileobj=archive, mode="w") as tar:
            tar.addfile(entry, io.BytesIO(content))
        self.get_wrapped_container().put_archive(SCRIPT.rpartition("/")[0], archive.getvalue())
