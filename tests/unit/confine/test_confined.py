"""A confined function answers, fails or is killed; whichever it is, the next call is served."""

import asyncio
import os
import select
import signal
import subprocess
import sys
import textwrap
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from dateline.confine import Confined, Failed, Killed, NotStarted
from dateline.confine.frames import Kind, frame

DEEDS = "tests.unit.confine.deeds"
MEMORY = 400 * 2**20
LONG = 60.0


def confined(wall_seconds: float = LONG, **more: object) -> Confined:
    return Confined(f"{DEEDS}:do", wall_seconds=wall_seconds, memory_bytes=MEMORY, **more)  # type: ignore[arg-type]


@pytest.fixture
async def child() -> AsyncIterator[Confined]:
    async with confined() as child:
        yield child


def wait_gone(pid: int) -> None:
    """Wait until a process has ended, whoever reaps it."""
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        assert select.select([descriptor], [], [], 30)[0], f"process {pid} lives on"
    finally:
        os.close(descriptor)


async def test_answers_with_bytes_of_any_length(child: Confined) -> None:
    assert await child.call(b"echo \x00\xff") == b"\x00\xff"
    assert await child.call(b"") == b""
    assert await child.call(b"echo " + bytes(5_000_000)) == bytes(5_000_000)
    assert child.starts == 1


async def test_calls_from_many_tasks_each_get_their_own_answer(child: Confined) -> None:
    answers = await asyncio.gather(*(child.call(f"echo {number}".encode()) for number in range(50)))
    assert answers == [str(number).encode() for number in range(50)]


async def test_initialises_once_before_the_first_call() -> None:
    async with confined(initialise=f"{DEEDS}:load") as child:
        await child.ready()
        assert await child.call(b"weights") == b"loaded, told nothing"
        assert await child.call(b"weights") == b"loaded, told nothing"


@pytest.mark.parametrize(
    ("deed", "cause", "words"),
    [
        (b"exit", "crashed", "exit code 7"),
        (b"quit", "crashed", "I quit"),
        (b"segfault", "crashed", "SIGSEGV"),
        (b"eat", "memory", "400 MiB"),
        (b"big 500000000", "memory", "400 MiB"),
        (b"forge", "crashed", "4294967295 bytes"),
    ],
)
async def test_a_deadly_payload_costs_one_call(child: Confined, deed: bytes, cause: str, words: str) -> None:
    with pytest.raises(Killed) as killed:
        await child.call(deed)
    assert killed.value.cause == cause
    assert words in killed.value.detail
    assert await child.call(b"echo on it goes") == b"on it goes"
    assert child.starts == 2


async def test_a_payload_is_not_blamed_for_what_others_left_in_memory(child: Confined) -> None:
    for _ in range(6):
        assert await child.call(b"leak") == b"leaked"
    assert child.starts > 1


@pytest.mark.parametrize("deed", [b"hang", b"spin"])
async def test_a_payload_that_takes_too_long_is_cut_while_the_loop_runs_on(deed: bytes) -> None:
    async with confined(wall_seconds=1.5) as child:
        await child.ready()
        pid = child.pid
        call = asyncio.create_task(child.call(deed))
        turns = 0
        while not call.done():
            turns += 1
            await asyncio.sleep(0)
        with pytest.raises(Killed) as killed:
            await call
        assert killed.value.cause == "timeout"
        assert turns > 100
        assert pid
        wait_gone(pid)
        assert await child.call(b"echo next") == b"next"


@pytest.mark.parametrize("size", [1_001, 50_000_000])
async def test_an_answer_past_the_limit_is_not_read(size: int) -> None:
    async with confined(reply_bytes=1_000) as child:
        with pytest.raises(Killed, match=f"crashed: .* {size} bytes"):
            await child.call(b"big %d" % size)
        assert await child.call(b"echo next") == b"next"


async def test_what_the_function_raises_comes_back_with_its_place(child: Confined) -> None:
    with pytest.raises(Failed, match=r"ValueError: no such verb \(deeds.py:\d+\)"):
        await child.call(b"raise no such verb")
    with pytest.raises(Failed, match="RecursionError"):
        await child.call(b"recurse")
    with pytest.raises(Failed, match="returns bytes, not str"):
        await child.call(b"text")
    assert child.starts == 1


async def test_what_the_function_prints_or_reads_does_not_reach_the_pipes(child: Confined) -> None:
    assert await child.call(b"print") == b"printed"
    assert await child.call(b"read") == b"nothing there"


async def test_one_thread_per_child(child: Confined) -> None:
    assert await child.call(b"env OMP_NUM_THREADS") == b"1"


async def test_the_child_does_not_know_the_parents_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_PASSWORD", "secret")
    async with confined() as child:
        assert await child.call(b"env DATABASE_PASSWORD") == b""


async def test_what_a_child_is_told_reaches_each_new_child_and_no_command_line() -> None:
    async with confined(initialise=f"{DEEDS}:load", told=b"a secret") as child:
        assert await child.call(b"weights") == b"loaded, told a secret"
        with pytest.raises(Killed):
            await child.call(b"segfault")
        assert await child.call(b"weights") == b"loaded, told a secret"
        if sys.platform == "linux":
            assert b"secret" not in Path(f"/proc/{child.pid}/cmdline").read_bytes()
            assert b"secret" not in Path(f"/proc/{child.pid}/environ").read_bytes()


@pytest.mark.parametrize(
    ("function", "initialise", "words"),
    [
        ("no.such.module:do", None, "No module named"),
        (f"{DEEDS}:absent", None, "absent"),
        (f"{DEEDS}:do", f"{DEEDS}:fail_to_load", "FileNotFoundError: weights.bin"),
        (f"{DEEDS}:do", f"{DEEDS}:die_loading", "exit code 3"),
    ],
)
async def test_a_child_that_cannot_start_is_not_the_payloads_fault(
    function: str, initialise: str | None, words: str
) -> None:
    child = Confined(function, initialise=initialise, wall_seconds=LONG, memory_bytes=MEMORY)
    async with child:
        for _ in range(2):
            with pytest.raises(NotStarted, match=words):
                await child.call(b"echo")


async def test_a_process_that_is_not_to_be_had_is_not_the_payloads_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    child = confined()
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(NotStarted, match="cannot start: No such file or directory"):
        await child.call(b"echo")

    monkeypatch.undo()
    async with child:
        assert await child.call(b"echo again") == b"again"


async def test_a_child_that_does_not_get_ready_in_time_is_ended() -> None:
    async with confined(initialise=f"{DEEDS}:hang_loading", start_seconds=0.5) as child:
        pid = child.pid
        assert pid
        with pytest.raises(NotStarted, match="not ready within"):
            await child.ready()
        wait_gone(pid)


async def test_a_cancelled_call_leaves_no_stale_answer(child: Confined) -> None:
    await child.ready()
    call = asyncio.create_task(child.call(b"echo stale"))
    await asyncio.sleep(0)
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    assert await child.call(b"echo fresh") == b"fresh"


async def test_leaving_the_context_ends_the_child_even_in_mid_call() -> None:
    async with confined() as child:
        await child.ready()
        pid = child.pid
        call = asyncio.create_task(child.call(b"hang"))
        await asyncio.sleep(0)
    assert pid
    wait_gone(pid)
    with pytest.raises(Killed, match="crashed"):
        await call


async def test_ctrl_c_does_not_reach_the_child(child: Confined) -> None:
    pid = int(await child.call(b"pid"))
    assert os.getpgid(pid) != os.getpgid(0)
    os.kill(pid, signal.SIGINT)
    assert int(await child.call(b"pid")) == pid


def test_a_busy_child_ends_by_its_own_alarm_when_no_parent_cuts_it() -> None:
    arguments = [sys.executable, "-m", "dateline.confine.child", f"{DEEDS}:do", "", str(os.getpid()), str(MEMORY), "0"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    request = frame(Kind.REQUEST, b"") + frame(Kind.REQUEST, b"spin")
    child = subprocess.run(arguments, input=request, capture_output=True, env=environment, timeout=60)
    assert child.returncode == -signal.SIGALRM
    assert child.stdout == frame(Kind.READY, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a busy child ends by its own alarm, an idle one at once")
@pytest.mark.parametrize("deed", ["hang", "echo"])
def test_the_child_ends_when_its_parent_is_killed(deed: str, tmp_path: Path) -> None:
    program = f"""
        import asyncio
        from dateline.confine import Confined

        async def main():
            async with Confined("{DEEDS}:do", wall_seconds=3600, memory_bytes={MEMORY}) as child:
                await child.ready()
                call = asyncio.ensure_future(child.call(b"{deed}"))
                await asyncio.sleep(0)
                print(child.pid, flush=True)
                await asyncio.Event().wait()

        asyncio.run(main())
    """
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    arguments = [sys.executable, "-c", textwrap.dedent(program)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, env=environment) as parent:
        assert parent.stdout
        pid = int(parent.stdout.readline())
        os.kill(pid, 0)
        parent.kill()
        wait_gone(pid)
