"""What a service counts, in the text format that Prometheus reads."""

from collections.abc import Callable, Iterable, Mapping

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric

CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4
Measures = Callable[[], Iterable[Metric]]
"""What stands at this moment."""


def outcomes(service: str, things: str, counts: Mapping[str, int]) -> Metric:
    """`dateline_<service>_<things>_total`: since the service was started, how many ended how."""
    family = counter(f"{service}_{things}", f"{things.capitalize()} by what became of them.", ["outcome"])
    for outcome, count in sorted(counts.items()):
        family.add_metric([outcome], count)
    return family


def ready(service: str, reasons: Iterable[str]) -> Metric:
    """`dateline_<service>_ready`: 1 where there is no reason against it."""
    return gauge(f"{service}_ready", f"Whether the {service} can be relied on.", int(not list(reasons)))


def counter(name: str, about: str, labels: Iterable[str] = (), value: float | None = None) -> CounterMetricFamily:
    """`dateline_<name>_total`."""
    return CounterMetricFamily(f"dateline_{name}", about, labels=list(labels) or None, value=value)


def gauge(name: str, about: str, value: float) -> GaugeMetricFamily:
    """`dateline_<name>`."""
    return GaugeMetricFamily(f"dateline_{name}", about, value=value)


def exposition(measures: Iterable[Measures]) -> bytes:
    """All of them as one page."""
    registry = CollectorRegistry(auto_describe=False)
    for measure in measures:
        registry.register(_Collector(measure))
    return generate_latest(registry)


class _Collector:
    def __init__(self, measure: Measures) -> None:
        self._measure = measure

    def collect(self) -> Iterable[Metric]:
        return self._measure()
