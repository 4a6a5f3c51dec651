"""The port to a log, on Apache Kafka."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from types import TracebackType
from typing import Any, TypeVar

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import (
    GroupCoordinatorNotAvailableError,
    GroupLoadInProgressError,
    KafkaConnectionError,
    NotCoordinatorForGroupError,
    TopicAlreadyExistsError,
    for_code,
)
from aiokafka.structs import TopicPartition

from dateline.eventlog.kafka.configs import configs
from dateline.eventlog.kafka.consuming import leave
from dateline.eventlog.kafka.notes import unpacked
from dateline.eventlog.kafka.producing import abandon, send_all, started
from dateline.eventlog.kafka.reader import KafkaReader
from dateline.eventlog.kafka.settings import FETCH_WAIT_MS, KafkaSettings
from dateline.eventlog.kafka.trouble import calm_the_libraries, reaching, why_not
from dateline.eventlog.port import Bounds, Reader, TopicSpec, UnknownTopic
from dateline.eventlog.record import Commit, Output, Partition

T = TypeVar("T")
COORDINATOR_MOVES = (GroupCoordinatorNotAvailableError, GroupLoadInProgressError, NotCoordinatorForGroupError)
COORDINATOR_WAIT_SECONDS = 0.1


class KafkaLog:
    """A log on Kafka brokers: durable, many machines. Clients are started when first needed, and again after errors."""

    def __init__(self, settings: KafkaSettings) -> None:
        self.settings = settings
        self._lock = asyncio.Lock()
        self._admin: AIOKafkaAdminClient | None = None
        self._producer: AIOKafkaProducer | None = None
        self._lookup: AIOKafkaConsumer | None = None
        self._known: dict[str, int] = {}
        calm_the_libraries()

    async def __aenter__(self) -> "KafkaLog":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._close_clients()

    async def create(self, topics: Sequence[TopicSpec]) -> None:
        held = await self.topics()
        copies = self.settings.replication
        placed: dict[int, list[int]] | None = {} if copies == -1 else None  # aiokafka wants one of the two
        asked = [
            NewTopic(spec.name, spec.partitions, copies, placed, configs(spec))
            for spec in topics
            if spec.name not in held
        ]
        if not asked:  # nor is any permission to make topics
            return
        with reaching(self.settings.brokers, "create topics"):
            response: Any = await (await self._administrator()).create_topics(asked)
            for name, code, message in response.topic_errors:
                error = for_code(code)
                if code and error is not TopicAlreadyExistsError:
                    raise error(f"{name}: {message}")
            # The broker that answers next may not have heard of them yet.
            async with asyncio.timeout(self.settings.request_seconds):
                while not {spec.name for spec in topics} <= (await self.topics()).keys():  # noqa: ASYNC110
                    await asyncio.sleep(0.05)

    async def topics(self) -> Mapping[str, int]:
        with reaching(self.settings.brokers, "list topics"):
            described = await (await self._administrator()).describe_topics()
        self._known = {topic["topic"]: len(topic["partitions"]) for topic in described if not topic.get("is_internal")}
        return dict(sorted(self._known.items()))

    async def configs(self, topics: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
        """How the brokers keep these topics; those that we may not ask about are left out."""
        asked = [ConfigResource(ConfigResourceType.TOPIC, name) for name in topics]
        with reaching(self.settings.brokers, "look up how topics are kept"):
            answers: Any = await (await self._administrator()).describe_configs(asked)
        told = [topic for answer in answers for topic in answer.resources]
        return {name: {entry[0]: entry[1] for entry in entries} for code, _, _, name, entries in told if not code}

    async def copies(self) -> tuple[int, Mapping[str, int]]:
        """How many brokers there are, and how many of them hold each topic."""
        with reaching(self.settings.brokers, "list brokers"):
            admin = await self._administrator()
            brokers = (await admin.describe_cluster())["brokers"]
            topics = await admin.describe_topics()
        return len(brokers), {topic["topic"]: len(topic["partitions"][0]["replicas"]) for topic in topics}

    async def append(self, outputs: Sequence[Output]) -> None:
        for output in outputs:
            await self.check(output.topic, output.partition)
        async with self._lock:
            if self._producer is None:
                self._producer = await started(self.settings)
            producer = self._producer
        try:
            with reaching(self.settings.brokers, "write"):
                async with asyncio.timeout(self.settings.request_seconds):
                    await send_all(producer, outputs)
        except BaseException:
            # An idempotent producer that gave up on a batch has lost its place: the next append takes a fresh one.
            if self._producer is producer:
                self._producer = None
            await abandon(producer)
            raise

    async def check(self, topic: str, partition: int | None = None) -> int:
        """The topic's number of partitions; raises UnknownTopic where it, or the partition, does not exist."""
        if topic not in self._known:
            await self.topics()
        if topic not in self._known:
            there_are = ", ".join(sorted(self._known)) or "none yet"
            raise UnknownTopic(f"there is no topic {topic!r}", f"there are: {there_are}")
        if partition is not None and not 0 <= partition < self._known[topic]:
            raise UnknownTopic(f"{topic} has no partition {partition}", f"it has 0 to {self._known[topic] - 1}")
        return self._known[topic]

    async def bounds(self, topic: str) -> Mapping[Partition, Bounds]:
        places = await self._places(topic)
        with reaching(self.settings.brokers, f"look up {topic}"):
            lookup = await self._looking_up()
            begins = await lookup.beginning_offsets(places)
            ends = await lookup.end_offsets(places)
        return {Partition(*place): Bounds(begins[place], ends[place]) for place in places}

    async def offsets_at(self, topic: str, moment: datetime) -> Mapping[Partition, int]:
        places = await self._places(topic)
        moment_ms = max(0, int(moment.timestamp() * 1000))  # Kafka knows no time before 1970
        with reaching(self.settings.brokers, f"look up {topic}"):
            lookup = await self._looking_up()
            ends = await lookup.end_offsets(places)
            found = await lookup.offsets_for_times(dict.fromkeys(places, moment_ms))
        return {Partition(*place): found[place].offset if found[place] else ends[place] for place in places}

    @asynccontextmanager
    async def reader(self, starts: Mapping[Partition, int]) -> AsyncIterator[Reader]:
        for place in starts:
            await self.check(place.topic, place.number)
        async with AsyncExitStack() as stack:
            consumer = self._consumer()
            stack.push_async_callback(leave, consumer)
            with reaching(self.settings.brokers, "read"):
                await consumer.start()
            await asyncio.sleep(0)  # aiokafka can stop a task of its own only when it has begun
            yield KafkaReader(consumer, self.settings.brokers, starts)

    async def groups(self) -> Sequence[str]:
        with reaching(self.settings.brokers, "list groups"):
            admin = await self._administrator()
            listed = await self._when_coordinated(admin.list_consumer_groups)
        names = sorted({group[0] for group in listed})
        return [name for name in names if await self.commits(name)]

    async def commits(self, group: str) -> Mapping[Partition, Commit]:
        with reaching(self.settings.brokers, f"look up the commits of {group}"):
            admin = await self._administrator()
            held = await self._when_coordinated(lambda: admin.list_consumer_group_offsets(group))
        return {Partition(*place): unpacked(*kept) for place, kept in held.items() if kept.offset >= 0}

    async def reach(self) -> None:
        """Returns when a broker has answered; raises LogUnavailable."""
        await self.topics()

    async def _when_coordinated(self, ask: Callable[[], Awaitable[T]]) -> T:
        """Asks about groups until a coordinator is there, which a young or restarted broker takes some time for."""
        async with asyncio.timeout(self.settings.request_seconds):
            while True:
                try:
                    return await ask()
                except COORDINATOR_MOVES:
                    await asyncio.sleep(COORDINATOR_WAIT_SECONDS)

    def _consumer(self) -> AIOKafkaConsumer:
        return AIOKafkaConsumer(
            **self.settings.client(),
            group_id=None,
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            isolation_level="read_committed",
            max_partition_fetch_bytes=4 * 1024 * 1024,
            fetch_max_wait_ms=FETCH_WAIT_MS,
        )

    async def _places(self, topic: str) -> list[TopicPartition]:
        return [TopicPartition(topic, number) for number in range(await self.check(topic))]

    async def _administrator(self) -> AIOKafkaAdminClient:
        async with self._lock:
            if self._admin is None:
                admin = AIOKafkaAdminClient(**self.settings.client())
                try:
                    await admin.start()
                except KafkaConnectionError as error:
                    await admin.close()
                    raise ConnectionError(await why_not(self.settings)) from error
                except BaseException:
                    await admin.close()
                    raise
                self._admin = admin
            return self._admin

    async def _looking_up(self) -> AIOKafkaConsumer:
        async with self._lock:
            if self._lookup is None:
                lookup = self._consumer()
                try:
                    await lookup.start()
                except BaseException:
                    await leave(lookup)
                    raise
                self._lookup = lookup
            return self._lookup

    async def _close_clients(self) -> None:
        producer, self._producer = self._producer, None
        lookup, self._lookup = self._lookup, None
        admin, self._admin = self._admin, None
        if producer is not None:
            await abandon(producer)
        if lookup is not None:
            await leave(lookup)
        if admin is not None:
            await admin.close()
