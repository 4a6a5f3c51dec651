"""The enricher as a stage: codes articles in a child process that can be killed."""

import asyncio
from collections.abc import Mapping, Sequence

from dateline import confine
from dateline.confine import Confined, Killed
from dateline.enricher.choosing import told, verify, wall_seconds
from dateline.enricher.coding import unpack
from dateline.enricher.port import Away, Uncodable
from dateline.enricher.settings import EnricherSettings
from dateline.eventlog.record import Commit, Output, Partition
from dateline.eventlog.stage import DeadRecord, Handled, Input, Stage, Unavailable
from dateline_schemas.topics import ARTICLES, ENRICHED, REPORTS

CODE = "dateline.enricher.coding:code_bytes"
WARM_UP = "dateline.enricher.coding:warm_up"


class Enriching:
    """Codes the articles of a batch side by side in warm children, and writes them in the order they came.

    An article that costs its child the life is refused.
    """

    def __init__(self, settings: EnricherSettings, function: str = CODE, initialise: str | None = WARM_UP) -> None:
        self._settings = settings
        self._function = function
        self._initialise = initialise
        self._partitions: set[int] = set()
        self._children: list[Confined] = []
        self._idle: asyncio.LifoQueue[Confined] = asyncio.LifoQueue()

    async def open(self, partition: int, commits: Mapping[Partition, Commit]) -> None:
        self._partitions.add(partition)
        while len(self._children) < self._settings.workers:
            child = Confined(
                self._function,
                wall_seconds=wall_seconds(self._settings),
                memory_bytes=self._settings.memory_mb * 2**20,
                initialise=self._initialise,
                told=told(self._settings) if self._initialise else b"",
            )
            self._children.append(child)
            try:
                await child.__aenter__()
            except confine.NotStarted as error:
                self._children.remove(child)
                raise Unavailable(f"the coder does not start: {error}") from error
            self._idle.put_nowait(child)

    async def handle(self, partition: int, inputs: Sequence[Input]) -> Handled:
        async with asyncio.TaskGroup() as tasks:
            coded = [tasks.create_task(self._code(given)) for given in inputs]
        results = [task.result() for task in coded]
        if failure := next((result for result in results if isinstance(result, Exception)), None):
            raise failure
        return Handled(
            outputs=[output for result in results if isinstance(result, list) for output in result],
            dead=[result for result in results if isinstance(result, DeadRecord)],
        )

    async def close(self, partition: int) -> None:
        self._partitions.discard(partition)
        if self._partitions:
            return
        self._idle = asyncio.LifoQueue()
        while self._children:
            await self._children.pop().__aexit__(None, None, None)

    async def _code(self, given: Input) -> list[Output] | DeadRecord | Exception:
        """The article's two records; a failure is given back, so that the others of the batch end in peace."""
        child = await self._idle.get()
        try:
            answer = await child.call(given.record.value or b"")
        except Killed as error:
            return DeadRecord(given.record, f"coder_{error.cause}", error.detail)
        except confine.NotStarted as error:
            return Unavailable(f"the coder does not start: {error}")
        except confine.Failed as error:
            return error
        finally:
            self._idle.put_nowait(child)
        try:
            return self._records(given, answer)
        except Uncodable as error:
            return DeadRecord(given.record, error.cause, error.detail)
        except Away as error:
            return Unavailable(str(error))

    def _records(self, given: Input, answer: bytes) -> list[Output]:
        edition, enriched, report = unpack(answer)
        return [
            Output(ENRICHED.name, given.record.key, *enriched),
            Output(REPORTS.name, edition, *report),
        ]


def enricher_stage(settings: EnricherSettings) -> Stage:
    """Raises NotReady where the settings name what is not there."""
    verify(settings)
    handler = Enriching(settings)
    # A batch is coded again whole where the model is away, and each article has its price.
    batch = settings.batch if settings.coder == "rules" else min(settings.batch, settings.workers)
    return Stage(group="enricher", sources=(ARTICLES,), handler=handler, batch=batch, remembers=False)
