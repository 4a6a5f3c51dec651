"""Whether the gateway lives, whether it can be relied on, and what is counted, for Prometheus."""

from collections.abc import Iterator, Sequence

from aiohttp import web
from prometheus_client import Metric

from dateline.gateway.asking import answer
from dateline.gateway.following import Following
from dateline.gateway.streaming import Streams
from dateline.telemetry.metrics import CONTENT_TYPE, Measures, counter, exposition, gauge, ready


class Health:
    """Answers for one gateway."""

    def __init__(self, followings: Sequence[Following], streams: Streams) -> None:
        self._followings = followings
        self._streams = streams
        self.measures: list[Measures] = [self._own]

    @property
    def reasons(self) -> list[str]:
        """Why the gateway cannot be relied on; none when it can."""
        reasons = [reason for following in self._followings if (reason := following.not_ready)]
        return list(dict.fromkeys(reasons))

    async def healthz(self, request: web.Request) -> web.Response:
        return answer({"alive": True})

    async def readyz(self, request: web.Request) -> web.Response:
        """503 until the index has come to the log's ends once, and while the log or the index is out of reach."""
        reasons = self.reasons
        return answer({"ready": not reasons, "reasons": reasons}, 503 if reasons else 200)

    async def metrics(self, request: web.Request) -> web.Response:
        return web.Response(body=exposition(self.measures), headers={"Content-Type": CONTENT_TYPE})

    def _own(self) -> Iterator[Metric]:
        records = counter("gateway_records", "Records read from the log, by what became of them.", ["kind", "outcome"])
        for following in self._followings:
            for outcome, count in sorted(following.outcomes.items()):
                records.add_metric([following.kind.plural, outcome], count)
        yield records
        yield ready("gateway", self.reasons)
        yield gauge("gateway_streams", "Streams that are open.", self._streams.open)
        yield counter(
            "gateway_streams_cut", "Streams cut off because their reader was too slow.", value=self._streams.cut
        )
        yield counter("gateway_sent", "Records sent to streams.", value=self._streams.sent)
