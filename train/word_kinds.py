"""Makes the list of what kind of thing or deed a word mostly tells of, from WordNet.

    python -m train.word_kinds [DIR]      DIR has index.sense of WordNet 3.0; else /usr/share/wordnet (Debian:
                                          wordnet-sense-index)

The kinds are the files that WordNet's makers sorted nouns and verbs into (lexnames(5WN)). A word has the kind of the
meaning that is most often marked in their texts; a word that is never marked is left out.
"""

import sys
from collections import defaultdict
from pathlib import Path

WORDNET = Path("/usr/share/wordnet")
OUT = Path(__file__).parents[1] / "services/dateline/enricher/actors/data/word_kinds.tsv"
FIRST_NOUN, FIRST_VERB = 3, 29
NOUNS = (
    "top act animal artifact attribute body cognition communication event feeling food group location motive object "
    "person phenomenon plant possession process quantity relation shape state substance time"
)
VERBS = (
    "body change cognition communication competition consumption contact creation emotion motion perception possession "
    "social stative weather"
)
KINDS = {
    **{number: f"noun.{name}" for number, name in enumerate(NOUNS.split(), FIRST_NOUN)},
    **{number: f"verb.{name}" for number, name in enumerate(VERBS.split(), FIRST_VERB)},
}
HEAD = """\
# What kind of thing or deed a noun or a verb mostly tells of.
# From WordNet 3.0, copyright 2006 by Princeton University, under the WordNet license
# (corroborator/data/WORDNET_LICENSE.txt); by train/word_kinds.py.
# kind\tlemmas
"""


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else WORDNET
    words: dict[str, list[str]] = defaultdict(list)
    for lemma, kind in sorted(kinds(folder / "index.sense").items()):
        words[kind].append(lemma)
    lines = [f"{kind}\t{' '.join(words[kind])}\n" for kind in KINDS.values() if words[kind]]
    OUT.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{sum(map(len, words.values()))} words of {len(lines)} kinds")


def kinds(index: Path) -> dict[str, str]:
    """Each single word's kind: of the part of speech that is marked more often, its meaning marked most often."""
    marked: dict[tuple[str, str], int] = defaultdict(int)
    meanings: dict[tuple[str, str], tuple[int, int, str]] = {}
    for line in index.read_text(encoding="utf-8").splitlines():
        key, _, rank, count = line.split()
        lemma, _, place = key.partition("%")
        kind = KINDS.get(int(place.split(":")[1]))
        if kind is None or not lemma.isalpha():
            continue
        part = kind.partition(".")[0]
        marked[lemma, part] += int(count)
        meanings[lemma, part] = max(meanings.get((lemma, part), (0, 0, "")), (int(count), -int(rank), kind))
    found: dict[str, tuple[int, str]] = {}
    for (lemma, part), times in marked.items():
        if times:
            found[lemma] = max(found.get(lemma, (0, "")), (times, meanings[lemma, part][2]))
    return {lemma: kind for lemma, (_, kind) in found.items()}


if __name__ == "__main__":
    main()
