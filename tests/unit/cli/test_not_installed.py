"""What is not installed is one line with a way out that exists: Dateline is installed from a clone, not an index."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
# Python runs a module of this name first.
SITECUSTOMIZE = "import sys; sys.modules['{}'] = None"


@pytest.mark.parametrize(
    ("missing", "arguments", "says"),
    [
        ("aiohttp", ["code", "text.txt"], "aiohttp is not installed; in a clone, `make install` or "),
        ("aiohttp", ["run"], "aiohttp is not installed; in a clone, `make install` or "),
        ("aiokafka", ["sink"], "aiokafka is not installed; in a clone, `pip install -e '.[sink]'` brings it"),
        ("spacy", ["code", "text.txt", "--parser", "spacy:x"], "`.venv/bin/pip install -e '.[spacy]'` brings it"),
    ],
)
def test_what_is_missing_is_one_line(tmp_path: Path, missing: str, arguments: list[str], says: str) -> None:
    (tmp_path / "sitecustomize.py").write_text(SITECUSTOMIZE.format(missing))
    (tmp_path / "text.txt").write_text("Chad thanked Peru.")

    result = subprocess.run(
        [sys.executable, "-m", "dateline", *arguments],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (result.returncode, result.stdout) == (1, "")
    [line] = result.stderr.splitlines()
    assert line.startswith("Error: ")
    assert says in line


def test_nothing_tells_to_install_it_from_an_index() -> None:
    told = subprocess.run(
        ["git", "grep", "-n", "pip install .\\?dateline", "--", "docs", "services", "README.md"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stdout == ""
