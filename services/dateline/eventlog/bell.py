"""Waking up who waits for something new."""

import asyncio


class Bell:
    """Wakes up all who wait, without losing a ring between a look and the wait for the next."""

    def __init__(self) -> None:
        self.heard = 0
        self._waiting = 0
        self._rung = asyncio.Event()

    @property
    def is_awaited(self) -> bool:
        return self._waiting > 0

    def ring(self) -> None:
        self.heard += 1
        self._rung.set()
        self._rung = asyncio.Event()

    async def wait(self, heard: int, deadline: float) -> bool:
        """Returns True once it has rung since `heard`; False at the deadline (in the loop's time)."""
        if self.heard != heard:
            return True
        self._waiting += 1
        try:
            async with asyncio.timeout_at(deadline):
                await self._rung.wait()
        except TimeoutError:
            return False
        finally:
            self._waiting -= 1
        return True
