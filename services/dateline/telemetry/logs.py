"""Logs: one line per event on standard error, readable in a terminal and JSON elsewhere."""

import logging
import sys

import structlog


class Malformed(logging.Filter):
    """What is no HTTP is the caller's mistake, not an error of ours with its traceback: a line for who debugs."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if type(error).__module__ != "aiohttp.http_exceptions":  # by name: not every service has aiohttp
            return True
        record.levelno, record.levelname = logging.DEBUG, "DEBUG"
        record.msg, record.args, record.exc_info = "request.malformed: %s", (type(error).__name__,), None
        return logging.getLogger().isEnabledFor(logging.DEBUG)


MALFORMED = Malformed()
LINES = frozenset({"exception", "stack"})


def _written_out(_: object, __: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """What a terminal would obey, and what turns the direction of writing, as its code: names of files and of feeds'
    items are anybody's."""
    return {name: _plain(text, "\n" if name in LINES else "") for name, text in event.items()}


def _plain(text: object, kept: str) -> object:
    if not isinstance(text, str) or text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in kept else c.encode("unicode_escape").decode() for c in text)


def configure(level: str = "info", *, as_json: bool | None = None) -> None:
    """Sends structlog and the libraries' logs to standard error from `level` (debug, info, warning, error) on."""
    if as_json is None:
        as_json = not sys.stderr.isatty()
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    shared.append(structlog.processors.format_exc_info)
    renderer: structlog.typing.Processor
    if as_json:
        renderer = structlog.processors.JSONRenderer()
    else:
        shared.append(_written_out)
        renderer = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
            foreign_pre_chain=shared,
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    logging.getLogger("aiohttp.server").addFilter(MALFORMED)
