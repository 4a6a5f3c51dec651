"""The parent's side: one warm child, one call at a time, replaced when a call breaks a limit."""

import asyncio
import os
import re
import signal
import sys
from contextlib import suppress
from types import TracebackType
from typing import Self

from dateline.confine.errors import Cause, Failed, Killed, NoProcess, NotStarted
from dateline.confine.frames import HEADER, Kind, frame

LAST_WORDS_BYTES = 4096
PIECE_BYTES = 1024 * 1024
PASSED_ON = re.compile(r"PATH|HOME|TMPDIR|TZ|LANG|LC_\w+|PYTHON\w+|(LD|DYLD)_LIBRARY_PATH|COVERAGE\w*")
LEAVE_SECONDS = 1.0  # a process whose pipe has closed is as good as gone


class _NoFrame(Exception):
    """What came over the pipe is no frame of ours."""


class Confined:
    """A function of bytes to bytes, named `module:function`, that runs in a child process under limits.

    Use it as a context: entering starts the child, leaving ends it (or leave the start to the first call, and close
    it). The child also ends with its parent, however that ends. Calls are taken one after another. `initialise` names
    a function that the child runs once when it starts; it gets `told`, where that is not empty, which goes over the
    pipe, for anybody may read command lines. `memory_bytes` bounds its address space (on Linux), `wall_seconds` each
    call, `start_seconds` its start, `reply_bytes` what it may answer.
    """

    def __init__(
        self,
        function: str,
        *,
        wall_seconds: float,
        memory_bytes: int,
        initialise: str | None = None,
        told: bytes = b"",
        start_seconds: float = 60,
        reply_bytes: int = 64 * 1024 * 1024,
    ) -> None:
        self._function = function
        self._initialise = initialise or ""
        self._told = told
        self._wall_seconds = wall_seconds
        self._memory_bytes = memory_bytes
        self._start_seconds = start_seconds
        self._reply_bytes = reply_bytes
        self._turn = asyncio.Lock()
        self._process: asyncio.subprocess.Process | None = None
        self._last_words: asyncio.Task[bytes] | None = None
        self._is_ready = False
        self._served = 0
        self.starts = 0
        """How many children there have been."""

    @property
    def pid(self) -> int | None:
        """The living child's process id."""
        return self._process.pid if self._process else None

    async def __aenter__(self) -> Self:
        async with self._turn:
            await self._start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """End the child, and with it a call that is under way. A later call would start another."""
        self._kill()
        async with self._turn:
            await self._end()

    async def ready(self) -> None:
        """Wait until the child has imported and initialised; raises NotStarted when it cannot."""
        async with self._turn:
            await self._make_ready()

    async def call(self, payload: bytes) -> bytes:
        """The function's result; raises Killed, Failed, or NotStarted. A call that is cancelled ends the child.

        A payload for which memory runs out is given to a fresh child before it is blamed: others may have left too
        little.
        """
        async with self._turn:
            is_fresh = self._served == 0
            try:
                return await self._call(payload)
            except Killed as killed:
                if killed.cause != "memory" or is_fresh:
                    raise
                return await self._call(payload)

    async def _call(self, payload: bytes) -> bytes:
        await self._make_ready()
        self._served += 1
        try:
            async with asyncio.timeout(self._wall_seconds):
                kind, content = await self._ask(payload)
        except TimeoutError:
            await self._end()
            raise Killed("timeout", f"no answer within {self._wall_seconds:g} s") from None
        except _NoFrame as error:
            await self._end()
            raise Killed("crashed", str(error)) from None
        except (asyncio.IncompleteReadError, ConnectionError):
            code, last_line = await self._end(wait_seconds=LEAVE_SECONDS)
            raise Killed(_cause(code, last_line), _manner(code, last_line)) from None
        except BaseException:
            await self._end()
            raise
        if kind is Kind.RESULT:
            return content
        if kind is Kind.RAISED:
            raise Failed(content.decode(errors="replace"))
        await self._end()
        raise Killed("memory", f"more than {self._memory_bytes // 2**20} MiB of address space")

    async def _make_ready(self) -> None:
        if self._process is None:
            await self._start()
        if self._is_ready:
            return
        try:
            async with asyncio.timeout(self._start_seconds):
                kind, content = await self._answer()
        except TimeoutError:
            await self._end()
            raise NotStarted(f"{self._function} was not ready within {self._start_seconds:g} s") from None
        except (asyncio.IncompleteReadError, ConnectionError, _NoFrame):
            code, last_line = await self._end(wait_seconds=LEAVE_SECONDS)
            raise NotStarted(f"{self._function} {_manner(code, last_line)} while it started") from None
        except BaseException:
            await self._end()
            raise
        if kind is not Kind.READY:
            await self._end()
            raise NotStarted(f"{self._function} cannot start: {content.decode(errors='replace')}")
        self._is_ready = True

    async def _start(self) -> None:
        try:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-m", "dateline.confine.child", self._function, self._initialise),
                *(str(os.getpid()), str(self._memory_bytes), str(self._wall_seconds)),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                env=_environment(),
                process_group=0,  # Ctrl-C is for the parent
            )
        except OSError as error:
            raise NoProcess(f"{self._function} cannot start: {error.strerror or error}") from error
        assert self._process.stdin
        assert self._process.stderr
        self._process.stdin.write(frame(Kind.REQUEST, self._told))
        self._last_words = asyncio.create_task(_tail(self._process.stderr))
        self.starts += 1

    async def _ask(self, payload: bytes) -> tuple[Kind, bytes]:
        assert self._process
        assert self._process.stdin
        self._process.stdin.write(frame(Kind.REQUEST, payload))
        await self._process.stdin.drain()
        return await self._answer()

    async def _answer(self) -> tuple[Kind, bytes]:
        assert self._process
        assert self._process.stdout
        kind, length = HEADER.unpack(await self._process.stdout.readexactly(HEADER.size))
        if kind not in tuple(Kind) or length > self._reply_bytes:
            raise _NoFrame(f"an answer of kind {kind} and {length} bytes; {self._reply_bytes} is the limit")
        return Kind(kind), await self._process.stdout.readexactly(length)

    def _kill(self) -> None:
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):  # it has ended, and asyncio is about to say so
                os.killpg(self._process.pid, signal.SIGKILL)

    async def _end(self, wait_seconds: float = 0) -> tuple[int, str]:
        """End the child, and all that it started; its exit code and last line on stderr."""
        process, last_words = self._process, self._last_words
        if process is None or last_words is None:
            return 0, ""
        try:
            async with asyncio.timeout(wait_seconds):
                await process.wait()
        except TimeoutError:
            pass
        finally:
            self._kill()
            self._process, self._last_words, self._is_ready, self._served = None, None, False, 0
        # A pipe that is not read to its end is never closed, and a process with an open pipe never waited for.
        assert process.stdout
        while await process.stdout.read(PIECE_BYTES):
            pass
        code = await process.wait()
        lines = (await last_words).decode(errors="replace").split("\n")
        return code, next((line.strip() for line in reversed(lines) if line.strip()), "")


async def _tail(stream: asyncio.StreamReader) -> bytes:
    """The last bytes of a stream, read to its end."""
    last = b""
    while more := await stream.read(LAST_WORDS_BYTES):
        last = (last + more)[-LAST_WORDS_BYTES:]
    return last


def _environment() -> dict[str, str]:
    """What a Python needs, with the parent's import path and one thread per child; no secrets of the parent's."""
    kept = {name: value for name, value in os.environ.items() if PASSED_ON.fullmatch(name)}
    path = os.pathsep.join(entry or os.curdir for entry in sys.path)
    return {**kept, "PYTHONPATH": path, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def _cause(code: int, last_line: str) -> Cause:
    if code == -signal.SIGALRM:
        return "timeout"
    # What Python and C++ print when an allocation fails where the child could not catch it.
    return "memory" if "MemoryError" in last_line or "bad_alloc" in last_line else "crashed"


def _manner(code: int, last_line: str) -> str:
    """How a process ended, in words."""
    words = f"; it said: {last_line[:300]}" if last_line else ""
    if code >= 0:
        return f"ended with exit code {code}{words}"
    name = signal.Signals(-code).name
    hint = " (the kernel, when memory runs out)" if -code == signal.SIGKILL else ""
    return f"ended by {name}{hint}{words}"
