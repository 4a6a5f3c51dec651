"""The destination that the settings name."""

from contextlib import AbstractAsyncContextManager
from importlib import import_module

from dateline.sink.port import Destination
from dateline.sink.settings import SinkSettings


class NoDestination(Exception):
    """The settings name none; the message says which would."""


def delivering_to(settings: SinkSettings) -> AbstractAsyncContextManager[Destination]:
    """Opens it; what another destination would need is not imported. Raises NoDestination."""
    if settings.destination is None:
        known = " or ".join(f"DATELINE_SINK_{name.upper()}" for name in settings.destinations())
        raise NoDestination(f"the sink has no destination: set {known}")
    by, value = settings.destination
    opened: AbstractAsyncContextManager[Destination] = import_module(by.module).opened(value)
    return opened
