"""The compiled coder and corroborator say, byte for byte, what their sources say."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = """
import hashlib, sys
from datetime import UTC, datetime
from pathlib import Path
from dateline.corroborator import Memory
from dateline.corroborator.stories import grouping
from dateline.enricher.coder import code
from dateline.enricher.events import finding
from dateline.enricher.signature import report_of
from dateline.fetcher.texts import article_of_text
from dateline_schemas.envelope import encode

NOW = datetime(2031, 12, 1, tzinfo=UTC)
memory, digest = Memory(), hashlib.sha256()
for path in sorted(file for folder in sys.argv[1:] for file in Path(folder).rglob("*.txt")):
    text = path.read_text(encoding="utf-8")
    article = article_of_text(text, name=path.name, published=NOW, outlet=path.stem)
    article = article.model_copy(update={"fetched": NOW})
    coded = code(article, NOW)
    digest.update(encode(coded))
    change = memory.take(report_of(coded), NOW)
    for record in (*change.stories, *change.events, *change.remembered):
        digest.update(encode(record))
print(digest.hexdigest(), *sorted({Path(module.__file__).suffix for module in (grouping, finding)}))
"""


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packages of a compiled wheel; that takes two minutes."""
    if shutil.which(os.environ.get("CC", "cc")) is None:
        pytest.skip("needs a C compiler")
    folder = tmp_path_factory.mktemp("compiled")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        env=os.environ | {"HATCH_BUILD_HOOK_ENABLE_CUSTOM": "1"},
        check=True,
    )
    [wheel] = folder.glob("*.whl")
    assert "-none-any" not in wheel.name
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def digest(*path: Path) -> list[str]:
    """What the coder and the corroborator make of the sample wire, of tests/told and of the seeds, as one digest; and
    what the modules are that made it."""
    texts = [ROOT / "services/dateline/sample/wire", ROOT / "tests/told", ROOT.parent / "shared/seeds"]
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *map(str, texts)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, path))},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.split()


def test_it_says_what_the_sources_say(compiled: Path) -> None:
    said, *made_by = digest(compiled)
    expected, *source = digest(ROOT / "schemas", ROOT / "services")
    assert (made_by, source) == ([".so"], [".py"])
    assert said == expected
