"""How a request ends that brings no response."""

from typing import Literal

RefusedCause = Literal[
    "bad_url", "blocked_address", "blocked_port", "redirects", "downgrade", "too_large", "bad_encoding"
]
UnreachableCause = Literal["dns", "connect", "tls", "timeout", "protocol"]


class Refused(Exception):
    """It may not be had, or may not be asked for: trying again would bring the same."""

    def __init__(self, cause: RefusedCause, detail: str) -> None:
        super().__init__(f"{cause}: {detail}")
        self.cause: RefusedCause = cause
        self.detail = detail


class Unreachable(Exception):
    """It could not be had this time; try later."""

    def __init__(self, cause: UnreachableCause, detail: str) -> None:
        super().__init__(f"{cause}: {detail}")
        self.cause: UnreachableCause = cause
        self.detail = detail
