"""Learns in how many news texts of a thousand each common word stands: the corroborator's idea of what is rare before
its window has filled.

    python -m train.background_terms        reads ../shared/gold (attribution, five_w, entities) and ../shared/treebanks
"""

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dateline.enricher.signature import WORD, term_of

SHARED = Path(os.environ.get("DATELINE_SHARED", Path(__file__).parents[2] / "shared"))
OUT = Path(__file__).parents[1] / "services/dateline/corroborator/data/background_terms.txt"
LEAST = 2.0
"""Texts of a thousand below which a word is as rare as one never seen."""
HEAD = """\
# In how many of a thousand English texts a word stands (signature's form: no capitals, no plural ending).
# Counted by train/background_terms.py over {texts} texts: news articles of several collections, and the treebanks EWT,
# GUM and PUD of Universal Dependencies (see the model card). Words in fewer than {least:g} of a thousand are left out.
"""


def texts() -> Iterator[str]:
    """News articles, then the treebanks' documents of at least fifty words."""
    for name in ("attribution", "five_w", "entities"):
        for line in (SHARED / f"gold/{name}.jsonl").read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]
    for path in sorted((SHARED / "treebanks").glob("*/*.conllu")):
        sentences: list[str] = []
        for line in [*path.read_text(encoding="utf-8").splitlines(), "# newdoc"]:
            if line.startswith("# newdoc"):
                if sum(s.count(" ") for s in sentences) >= 50:
                    yield " ".join(sentences)
                sentences = []
            elif line.startswith("# text = "):
                sentences.append(line.removeprefix("# text = "))


def main() -> None:
    found: Counter[str] = Counter()
    number = 0
    for text in texts():
        number += 1
        found.update({term for word in WORD.findall(text.casefold()) if (term := term_of(word))})
    rows = [(word, 1000 * count / number) for word, count in found.items()]
    rows = sorted((row for row in rows if row[1] >= LEAST), key=lambda row: (-row[1], row[0]))
    body = "".join(f"{word}\t{share:.0f}\n" for word, share in rows)
    OUT.write_text(HEAD.format(texts=number, least=LEAST) + body, encoding="utf-8")


if __name__ == "__main__":
    main()
