"""`dateline subscribe`: a topic's records as JSON lines."""

from collections.abc import Mapping
from datetime import UTC, datetime

import click

from dateline.cli.lines import json_line, printable
from dateline.cli.target import Where, complete, log_options, open_log
from dateline.eventlog.port import EventLog
from dateline.eventlog.record import Record
from dateline.filters import FILTERS, Filter, FilterError, moment
from dateline_schemas.envelope import BadRecord, decode
from dateline_schemas.model import Contract
from dateline_schemas.topics import TOPICS, Topic

WAIT_SECONDS = 3600.0
REMEMBERED = 1_000_000  # records that were printed, about 100 MB of their keys


class Chosen:
    """What of a topic is printed: what fits the filter, and once more what was printed and no longer fits."""

    def __init__(self, topic: Topic, wanted: Filter) -> None:
        self._topic = topic
        self._wanted = wanted
        self._printed: dict[str, None] = {}

    def takes(self, value: Contract) -> bool:
        """Whether this revision, the next of the topic, is printed."""
        if self._wanted.is_empty:
            return True
        key = self._topic.key(value)
        was_printed = key in self._printed
        self._printed.pop(key, None)
        if not self._wanted.matches(value):
            return was_printed
        self._printed[key] = None
        if len(self._printed) > REMEMBERED:
            del self._printed[next(iter(self._printed))]
        return True


@click.command()
@click.argument("topic")
@log_options
@click.option("--since", help="From when on: `2h`, `3d`, a date or a time (UTC). Without it, all that is kept.")
@click.option("--follow", "-f", is_flag=True, help="Go on with what comes in.")
@click.option(
    "--where",
    "-w",
    "conditions",
    multiple=True,
    metavar="NAME=VALUE",
    help=f"Only these, or with NAME!=VALUE all but these; may be repeated. Names: {', '.join(FILTERS)}.",
)
@click.option(
    "--envelope", is_flag=True, help="Wrap each record in its CloudEvents attributes and its place in the log."
)
def subscribe(
    topic: str, where: Where, since: str | None, follow: bool, conditions: tuple[str, ...], envelope: bool
) -> None:
    """Print the records of TOPIC as JSON lines, oldest first; also beside a running pipeline.

    A later line replaces an earlier one of the same id; with `"life": "ended"` there is nothing left of it. With
    --where, a record that was printed and no longer fits is printed once more as it then is, for you to drop it.
    """
    known = TOPICS.get(topic)
    if known is None:
        raise click.ClickException(f"there is no topic {topic!r}; there are: {', '.join(TOPICS)}")
    try:
        start = moment(since.strip(), datetime.now(UTC)) if since else None
        chosen = Chosen(known, Filter.parse(topic, _pairs(conditions)))
    except FilterError as error:
        raise click.ClickException(str(error)) from error

    async def work() -> None:
        async with open_log(where) as log:
            await _print_records(log, known, start, chosen, follow=follow, envelope=envelope)

    complete(work)


async def _print_records(
    log: EventLog, topic: Topic, since: datetime | None, chosen: Chosen, *, follow: bool, envelope: bool
) -> None:
    bounds = await log.bounds(topic.name)
    starts = await log.offsets_at(topic.name, since) if since else {place: kept.begin for place, kept in bounds.items()}
    left = {place: kept.end for place, kept in bounds.items() if starts[place] < kept.end}
    async with log.reader(starts) as reader:
        while follow or left:
            for record in await reader.read(500, WAIT_SECONDS if follow else 5.0):
                _print_record(topic, record, chosen, envelope=envelope)
            left = {place: end for place, end in left.items() if await reader.position(place) < end}


def _print_record(topic: Topic, record: Record, chosen: Chosen, *, envelope: bool) -> None:
    import json

    try:
        value = decode(topic, record.key, record.value, record.headers)
    except BadRecord as error:
        click.echo(printable(f"{record.partition}/{record.offset} is skipped: {error}"), err=True)
        return
    if not chosen.takes(value):
        return
    content = json.loads(record.value or b"null")
    if envelope:
        attributes = {name.removeprefix("ce_"): text.decode(errors="replace") for name, text in record.headers}
        place = {"partition": record.partition.number, "offset": record.offset}
        content = {**attributes, **place, "data": content}
    click.echo(json_line(content, (",", ":")))


def _pairs(conditions: tuple[str, ...]) -> Mapping[str, list[str]]:
    pairs: dict[str, list[str]] = {}
    for condition in conditions:
        name, equals, value = condition.partition("=")
        if not equals:
            way_out = "write NAME=VALUE or NAME!=VALUE, such as type=ACCUSE"
            raise click.ClickException(f"{condition!r} is no condition; {way_out}")
        pairs.setdefault(name.strip(), []).append(value.strip())
    return pairs
