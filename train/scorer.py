"""The scorer that lies beside the cases, as a module."""

import importlib.util
from pathlib import Path
from types import ModuleType


def load_scorer(data: Path) -> ModuleType:
    """`score.py` of the folder `data`."""
    spec = importlib.util.spec_from_file_location("gold_score", data / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
