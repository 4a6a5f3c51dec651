"""How a confined call ends when it brings no result."""

from typing import Literal

Cause = Literal["timeout", "memory", "crashed"]


class Killed(Exception):
    """This payload cost the child its life; the next call has a new one."""

    def __init__(self, cause: Cause, detail: str) -> None:
        super().__init__(f"{cause}: {detail}")
        self.cause: Cause = cause
        self.detail = detail


class Failed(Exception):
    """The function raised; the child lives on."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class NotStarted(Exception):
    """The child could not be started, whatever the payload: a module or a file is missing, or a limit is too low."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class NoProcess(NotStarted):
    """There is no process, memory or file for a child to be had now; later there may be."""
