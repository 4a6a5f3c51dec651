"""What the child puts on itself before it touches anything untrusted."""

import ctypes
import os
import resource
import signal
import sys

PR_SET_PDEATHSIG = 1  # linux/prctl.h


def end_with(parent: int) -> None:
    """Have the kernel kill this process when the process `parent` ends. Elsewhere than on Linux, end of input does."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    # It may have ended before the line above.
    if os.getppid() != parent:
        os._exit(0)


def limit_memory(address_space: int) -> None:
    """Let allocations fail that would take the address space past so many bytes, and leave no core file."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "darwin":  # which knows the limit but does not take it
        resource.setrlimit(resource.RLIMIT_AS, (address_space, address_space))


def alarm_after(seconds: float) -> None:
    """Let the kernel end this process after so many seconds, should the parent not; 0 calls it off."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
