"""What is done when a machine has none of them: skip aloud, and fail where CI must not pass without."""

import os
from collections.abc import Callable
from typing import NoReturn, TypeVar

import pytest

T = TypeVar("T")


def give_up(what: str, reasons: list[str]) -> NoReturn:
    message = f"no {what} for the tests: " + "; ".join(reasons)
    if os.environ.get("CI"):
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


def first_that_works(what: str, ways: dict[str, Callable[[], T | str]]) -> T:
    """The first of the ways that gives something; each else gives its reason as a string, or raises."""
    reasons = []
    for name, way in ways.items():
        try:
            found = way()
        except Exception as error:
            found = str(error).splitlines()[0] if str(error) else repr(error)
        if not isinstance(found, str):
            return found
        reasons.append(f"{name}: {found}")
    give_up(what, reasons)
