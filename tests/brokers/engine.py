"""Whether Docker answers."""

import subprocess
import sys
from functools import cache

ASKING = "import docker; docker.from_env(timeout=5).ping()"


@cache
def docker_is_missing() -> str | None:
    """Why Docker cannot be used here; None if it can.

    Asked in a process of its own: where no engine listens, docker-py leaves its socket open, and that warning would
    fail whichever test the garbage collector happens to run in.
    """
    asked = subprocess.run([sys.executable, "-c", ASKING], capture_output=True, text=True)
    return asked.stderr.strip().splitlines()[-1] if asked.returncode else None
