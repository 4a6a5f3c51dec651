"""Sentences of a CoNLL-U treebank."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True)
class Tree:
    """One sentence: its text and, for each word, form, tags, head (-1 for the root) and relation."""

    text: str
    forms: list[str]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    deprels: list[str]


def read(path: Path) -> Iterator[Tree]:
    """The sentences of a file; empty nodes and multiword tokens are left out, their words stay."""
    text, columns = "", []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# text = "):
            text = line.removeprefix("# text = ")
        elif line and not line.startswith("#"):
            cells = line.split("\t")
            if cells[0].isdigit():
                columns.append(cells)
        elif not line and columns:
            yield Tree(
                text,
                [cells[1] for cells in columns],
                [cells[3] for cells in columns],
                [cells[4] for cells in columns],
                [int(cells[6]) - 1 for cells in columns],
                [cells[7] for cells in columns],
            )
            columns = []


def as_written(tree: Tree, chance: random.Random) -> Tree:
    """The sentence, now and then as headlines and shouts are written: in other capitals, without its full stop."""
    forms, count = tree.forms, len(tree.forms)
    if chance.random() < 0.06:
        change = chance.choice((str.upper, str.title, str.lower))
        forms = [change(form) for form in forms]
    if count > 3 and forms[-1] == "." and count - 1 not in tree.heads and chance.random() < 0.08:
        count -= 1
    return Tree(
        tree.text, forms[:count], tree.upos[:count], tree.xpos[:count], tree.heads[:count], tree.deprels[:count]
    )
