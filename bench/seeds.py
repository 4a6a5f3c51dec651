"""The seed articles against their answer key, with every miss: `python -m bench.seeds [--data DIR]`."""

import argparse
import os
from datetime import UTC, datetime
from pathlib import Path

from tests.seeds.score import answer_key, score

from dateline.enricher.coder import code
from dateline_schemas import Article, EnrichedArticle, Provenance, PublishedQuality, SourceKind

FETCHED = datetime(2024, 6, 20, tzinfo=UTC)
SHARED = Path(os.environ.get("DATELINE_SHARED", "../shared"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED / "seeds", help="folder of the five articles")
    folder = parser.parse_args().data
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise SystemExit(f"{folder} holds no .txt files: give the seeds' folder by --data")
    result = score({path.name[:3]: coded(path) for path in files}, answer_key())
    for title, lines in (("missed", result.misses), ("coded without a line", result.extra), ("wrong", result.wrong)):
        print(f"\n== {title}: {len(lines)}")
        print("\n".join(lines))
    print(f"\nprecision {result.precision:.3f} ({result.matched} of {result.coded})")
    print(f"recall    {result.recall:.3f} ({result.found} of {result.must})")
    for name, (right, asked) in result.fields.items():
        print(f"{name:9} {right / asked:.3f} ({right} of {asked})")


def coded(path: Path, text: str | None = None) -> EnrichedArticle:
    """The file's text, or another in its place, coded as an article without a date."""
    article = Article(
        id=path.stem,
        revision=1,
        outlet=path.stem,
        title="",
        text=path.read_bytes().decode() if text is None else text,
        published_quality=PublishedQuality.MISSING,
        fetched=FETCHED,
        content_hash="0",
        provenance=Provenance(kind=SourceKind.FOLDER, source=path.parent.name),
    )
    return code(article, FETCHED)


if __name__ == "__main__":
    main()
