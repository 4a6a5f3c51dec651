"""Builds a wheel with the coder and the corroborator compiled by mypyc: the same sources, checked and turned into C.

A hook of hatchling that sleeps unless HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 wakes it. It needs a C compiler and Python's
headers. The sources stay in the wheel beside what is made of them.
"""

import os
from contextlib import chdir
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = ("services", "schemas")
GROUPS = {
    "coder": (
        "dateline/enricher/document.py",
        "dateline/enricher/coder.py",
        *(
            f"dateline/enricher/{part}/*.py"
            for part in ("actors", "attribution", "dates", "events", "gazetteer", "quantities", "syntax", "topics")
        ),
    ),
    "corroborator": ("dateline/corroborator/*.py", "dateline/corroborator/*/*.py"),
}
"""What is compiled as one, so that calls within it are calls of C."""
AS_THEY_ARE = frozenset(
    {
        "dateline/corroborator/__init__.py",
        "dateline/corroborator/settings.py",  # pydantic reads their annotations while they are made
        "dateline/corroborator/stage.py",
        "dateline/enricher/syntax/with_spacy.py",  # for a library that is not typed
    }
)


class Compiling(BuildHookInterface[Any]):
    """Puts the extensions into the wheel, beside the modules that they stand for."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        self.made = made = Path(mkdtemp(prefix="dateline-compiled-"))
        compile_to(made, root / SOURCES[0], [root / source for source in SOURCES])
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["force_include"].update({str(so): str(so.relative_to(made)) for so in made.rglob("*.so")})

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        rmtree(self.made)


def compile_to(folder: Path, sources: Path, path: list[Path]) -> None:
    """Compiles the GROUPS, whose modules lie in `sources`, into the folder; mypy finds what they import in `path`."""
    from mypyc.build import mypycify
    from setuptools import Distribution

    os.environ["MYPYPATH"] = os.pathsep.join(map(str, path))
    with chdir(sources):
        extensions = []
        for group, patterns in GROUPS.items():
            modules = sorted({str(file) for pattern in patterns for file in Path().glob(pattern)} - AS_THEY_ARE)
            options = ["--strict", f"--cache-dir={folder / 'mypy'}", *modules]
            extensions += mypycify(
                options,
                opt_level="2",
                debug_level="0",
                multi_file=True,
                group_name=f"dateline_{group}",
                target_dir=str(folder / group),
            )
        build = Distribution({"ext_modules": extensions}).get_command_obj("build_ext")
        build.build_lib, build.build_temp, build.parallel = str(folder), str(folder / "objects"), len(GROUPS)
        build.ensure_finalized()
        build.run()
