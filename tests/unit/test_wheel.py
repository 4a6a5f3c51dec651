"""What the package needs at run time lies inside it."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    [built] = folder.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        return set(archive.namelist())


def test_every_file_of_the_packages_is_in_the_wheel(wheel: set[str]) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "services/dateline", "schemas/dateline_schemas"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    assert tracked
    missing = {path for path in tracked if path.split("/", 1)[1] not in wheel and (ROOT / path).exists()}
    assert not missing


@pytest.mark.parametrize(
    "part",
    [
        "dateline_schemas/published/",
        "dateline_schemas/examples/",
        "dateline/sample/wire/",
        "dateline/enricher/syntax/weights/",
        "dateline/enricher/gazetteer/data/",
        "dateline/gateway/static/",
        "dateline/sink/migrations/",
    ],
)
def test_each_kind_of_data_is_there(wheel: set[str], part: str) -> None:
    assert any(name.startswith(part) for name in wheel)


def test_tests_and_training_are_not(wheel: set[str]) -> None:
    assert not [name for name in wheel if name.startswith(("tests/", "train/", "bench/"))]
