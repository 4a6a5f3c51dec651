"""Whether the gateway lives, whether it can be relied on, and its counters in Prometheus' text format."""

from collections.abc import Iterator, Sequence

from aiohttp import web

from dateline.gateway.asking import answer
from dateline.gateway.following import Following
from dateline.gateway.streaming import Streams

METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Health:
    """Answers for one gateway."""

    def __init__(self, followings: Sequence[Following], streams: Streams) -> None:
        self._followings = followings
        self._streams = streams

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
        text = "".join(f"{line}\n" for line in self._lines())
        return web.Response(body=text.encode(), headers={"Content-Type": METRICS_TYPE})

    def _lines(self) -> Iterator[str]:
        yield "# HELP dateline_gateway_records_total Records read from the log, by what became of them."
        yield "# TYPE dateline_gateway_records_total counter"
        for following in self._followings:
            for outcome, count in sorted(following.outcomes.items()):
                labels = f'kind="{following.kind.plural}",outcome="{outcome}"'
                yield f"dateline_gateway_records_total{{{labels}}} {count}"
        for name, kind, help_, value in (
            ("ready", "gauge", "Whether the gateway can be relied on.", int(not self.reasons)),
            ("streams", "gauge", "Streams that are open.", self._streams.open),
            ("streams_cut_total", "counter", "Streams cut off because their reader was too slow.", self._streams.cut),
            ("sent_total", "counter", "Records sent to streams.", self._streams.sent),
        ):
            yield f"# HELP dateline_gateway_{name} {help_}"
            yield f"# TYPE dateline_gateway_{name} {kind}"
            yield f"dateline_gateway_{name} {value}"
