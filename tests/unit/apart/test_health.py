"""A service without a web server answers whether it lives, whether it can be relied on, and what it has counted."""

import urllib.error
import urllib.request
from asyncio import to_thread

from dateline.apart.health import health
from dateline.telemetry.metrics import outcomes, ready


def ask(port: int | None, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


async def test_what_it_answers() -> None:
    reasons: list[str] = []
    counts = {"done": 2, 'dead:"odd"\n': 1}
    async with health(
        "127.0.0.1", 0, lambda: reasons, lambda: [outcomes("sink", "records", counts), ready("sink", reasons)]
    ) as port:
        assert await to_thread(ask, port, "/healthz") == (200, '{"alive": true}')
        assert await to_thread(ask, port, "/readyz") == (200, '{"ready": true, "reasons": []}')
        status, text = await to_thread(ask, port, "/metrics")
        assert status == 200
        assert 'dateline_sink_records_total{outcome="done"} 2.0' in text
        assert 'dateline_sink_records_total{outcome="dead:\\"odd\\"\\n"} 1.0' in text
        assert "dateline_sink_ready 1.0" in text

        reasons.append("the log is away")
        counts["done"] += 1
        assert await to_thread(ask, port, "/readyz") == (503, '{"ready": false, "reasons": ["the log is away"]}')
        _, text = await to_thread(ask, port, "/metrics")
        assert 'outcome="done"} 3.0' in text
        assert "dateline_sink_ready 0.0" in text
        assert (await to_thread(ask, port, "/else"))[0] == 404
