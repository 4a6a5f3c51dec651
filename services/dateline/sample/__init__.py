"""The sample wire: a folder of invented news stories that `dateline run` codes when no other source is named."""

from pathlib import Path


def wire() -> Path:
    """Return the folder whose `.txt` files are the stories, in the order of their names."""
    return Path(__file__).parent / "wire"
