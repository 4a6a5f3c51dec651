"""Write the trees that the teacher finds for raw news: `python -m train.taught --model FOLDER --teacher teacher.npz
--out taught.conllu FILE...`; each file is JSON Lines with `text`, or `articles` that have one.

Sentences and words are cut by our own rules, as the parser will get them. A head, relation or tag that the teacher is
not sure of is left unknown: head -1, or "_".
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from dateline.enricher.syntax.sentences import split
from train.teacher import Teacher

SURE = 0.5
LEAST, MOST = 3, 90  # words of a sentence


def texts(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for article in row.get("articles", [row]):
            yield "\n\n".join(part for part in (article.get("title"), article["text"]) if part)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="folder of the pretrained transformer")
    parser.add_argument("--teacher", type=Path, required=True, help="weights that train.teacher wrote")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("files", nargs="+", type=Path)
    o = parser.parse_args()
    sentences: dict[tuple[str, ...], None] = {}
    for text in (text for path in o.files for text in texts(path)):
        for spans in split(text):
            if LEAST <= len(spans) <= MOST:
                sentences[tuple(text[start:end] for start, end in spans)] = None
    told = list(sentences)
    teacher = Teacher.read(o.model, o.teacher)
    with o.out.open("w", encoding="utf-8") as out:
        for number, found in sorted(teacher.parse(told).items()):
            out.write(f"# text = {' '.join(told[number])}\n")
            for at, (form, head, sure, label, of_label, tag, of_tag) in enumerate(
                zip(told[number], *found, strict=True), 1
            ):
                upos, xpos = teacher.tags[tag].split(" ") if of_tag >= SURE else ("_", "_")
                relation = teacher.labels[label] if min(sure, of_label) >= SURE else "_"
                cells = (at, form, "_", upos, xpos, "_", head + 1 if sure >= SURE else -1, relation, "_", "_")
                out.write("\t".join(map(str, cells)) + "\n")
            out.write("\n")
    print(f"{len(told)} sentences, {sum(map(len, told))} words")


if __name__ == "__main__":
    main()
