"""Makes the list of words that English writes with small letters: `python -m train.common_words --treebanks DIR`.

Words of the treebanks that stand within sentences oftener in small letters than with a capital, and those of the
coder's own lexicons that the treebanks do not contradict; without what the rules for lemmas make of another.
"""

import argparse
import re
import textwrap
from collections import Counter
from pathlib import Path

from dateline.enricher.capitals import INFLECTED
from dateline.enricher.syntax.lemmas import lemma
from train.conllu import read

ENRICHER = Path(__file__).parents[1] / "services/dateline/enricher"
OUT = ENRICHER / "syntax/data/common_words.txt"
LEXICONS = (
    "events/data/deeds.txt",
    "events/data/classes.txt",
    "events/data/verbs.txt",
    "actors/data/roles.tsv",
    "actors/data/agents.tsv",
    "actors/data/word_kinds.tsv",
    "syntax/data/irregular.txt",
    "topics/data/topics.tsv",
)
HEAD = """\
# Words that English writes with small letters: by train/common_words.py, from the treebanks that the parser learned
# from (syntax/weights/NOTICE), our own lexicons, and WordNet 3.0, copyright 2006 by Princeton University
# (corroborator/data/WORDNET_LICENSE.txt).
"""
WIDTH = 110
SEEN_AT_LEAST = 2  # what is seen once may be a slip of the pen
WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?![^\W_])")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True, help="folder with ewt/, gum/, pud/: *.conllu")
    folder = parser.parse_args().treebanks
    small, capital = Counter[str](), Counter[str]()
    for path in sorted(folder.glob("*/*.conllu")):
        for tree in read(path):
            for at, form in enumerate(tree.forms):
                if form.isalpha() and form.islower():
                    small[form] += 1
                elif at and form.isalpha():
                    capital[form.lower()] += 1
    words = {word for word, count in small.items() if count >= SEEN_AT_LEAST and count > capital[word]}
    for name in LEXICONS:
        for line in (ENRICHER / name).read_text(encoding="utf-8").splitlines():
            if not line.startswith(("#", "=", "noun.location")):
                words |= {w for w in WORD.findall(line) if w.islower() and len(w) > 2 and capital[w] <= small[w]}
    write(sorted(word for word in words if words.isdisjoint({lemma(word, *tags) for tags in INFLECTED} - {word})))


def write(words: list[str]) -> None:
    OUT.write_text(HEAD + textwrap.fill(" ".join(words), WIDTH) + "\n", encoding="utf-8")
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
