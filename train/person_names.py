"""Learns the weights of `dateline.enricher.actors.unlisted`: `python -m train.person_names [--write]`.

Reads ../shared/treebanks: the persons of GUM (`Entity=`) and of EWT's dev and test parts (Universal NER). Prints how
well names are told, cross-validated over parts of whole documents; with --write, learns from all and writes the file.
Needs numpy.
"""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from dateline.enricher import document
from dateline.enricher.actors.find import inner_names
from dateline.enricher.actors.scan import units
from dateline.enricher.actors.units import Vocabulary
from dateline.enricher.actors.unlisted import LIKELY, UNLIKELY, name_of, signs_of
from dateline.enricher.gazetteer import load

SHARED = Path(os.environ.get("DATELINE_SHARED", Path(__file__).parents[2] / "shared"))
OUT = Path(__file__).parents[1] / "services/dateline/enricher/actors/weights/person_names.tsv"
PARTS = 8
PENALTY = 3.3  # of the squared weights; chosen by the same cross-validation
STEPS = 300
SELDOM = 4  # names; a sign of fewer is left out
LEAST = 20  # thousandths of a logit; a smaller weight is left out
MOST = 4  # mentions; a name of more weighs no more
ENTITY = re.compile(r"\((\d+)-([a-z]+)-[^()]*?(?=[()]|\d+\)|$)(\))?|(\d+)(?:\[\d+/\d+\])?\)")

Span = tuple[int, int]


@dataclass
class Text:
    """A document of a treebank: its words as running text, and where it names persons."""

    source: str
    text: str = ""
    persons: list[Span] = field(default_factory=list)


@dataclass
class Case:
    """One name of one document: the signs around it, and at how many of its mentions it is a person's."""

    source: str
    signs: list[str]
    persons: int
    mentions: int


def blocks(path: Path) -> Iterator[tuple[bool, str, list[list[str]]]]:
    """Of each sentence whether a document begins with it, its text and its words' cells."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.split("\n")
        told = next((line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")), "")
        cells = [line.split("\t") for line in lines if line[:1].isdigit()]
        if cells:
            opens = any(line.startswith("# newdoc") for line in lines)
            yield opens, told, [row for row in cells if row[0].isdigit()]


def texts() -> list[Text]:
    found: list[Text] = []
    for path in (
        *sorted((SHARED / "treebanks/gum").glob("*.conllu")),
        *sorted((SHARED / "treebanks/ewt").glob("*.iob2")),
    ):
        persons_of = named_in_gum if path.suffix == ".conllu" else named_in_ewt
        for opens, told, cells in blocks(path):
            if opens or not found:
                found.append(Text(path.parent.name))
            last = found[-1]
            spans = located(told, [row[1] for row in cells], len(last.text))
            last.persons += [(spans[first][0], spans[end][1]) for first, end in persons_of(cells)]
            last.text += told + "\n"
    return found


def located(text: str, forms: list[str], offset: int) -> list[Span]:
    at, found = 0, []
    for form in forms:
        start = max(text.find(form, at), at)
        at = start + len(form) if text.startswith(form, start) else start
        found.append((offset + start, offset + start + len(form)))
    return found


def named_in_ewt(cells: list[list[str]]) -> Iterator[Span]:
    """First and last word of each person."""
    for index, row in enumerate(cells):
        if row[2] == "B-PER":
            end = index
            while end + 1 < len(cells) and cells[end + 1][2] == "I-PER":
                end += 1
            yield index, end


def named_in_gum(cells: list[list[str]]) -> Iterator[Span]:
    """First and last word of each person whose phrase has a proper noun for its head."""
    is_open: list[tuple[str, str, int]] = []
    for index, row in enumerate(cells):
        told = next((value[7:] for value in row[9].split("|") if value.startswith("Entity=")), "")
        for match in ENTITY.finditer(told):
            begun, kind, at_once, ended = match.groups()
            if begun and not at_once:
                is_open.append((begun, kind, index))
                continue
            first = index
            if ended:
                known = next((entity for entity in reversed(is_open) if entity[0] == ended), None)
                if known is None:
                    continue
                is_open.remove(known)
                _, kind, first = known
            if kind == "person" and head_of(cells, first, index)[3] == "PROPN":
                yield first, index


def head_of(cells: list[list[str]], first: int, last: int) -> list[str]:
    inside = {row[0] for row in cells[first : last + 1]}
    return next((row for row in cells[first : last + 1] if row[6] not in inside), cells[first])


def cases_of(text: Text, vocabulary: Vocabulary) -> list[Case]:
    read = document.read(text.text)
    names = inner_names(read)
    found = [units(vocabulary, sentence, names) for sentence in read.sentences]
    labels: dict[tuple[str, ...], list[bool]] = {}
    for sentence, listed in zip(read.sentences, found, strict=True):
        for unit in listed:
            if unit.what == "name":
                start, end = sentence[unit.first].start, sentence[unit.last - 1].end
                is_person = any(start < stop and end > begin for begin, stop in text.persons)
                labels.setdefault(name_of(read, sentence.tokens, unit), []).append(is_person)
    signs = signs_of(read, found, vocabulary)
    return [Case(text.source, signs[name], sum(seen), len(seen)) for name, seen in labels.items() if name in signs]


def learned(cases: list[Case]) -> dict[str, int]:
    """Logistic regression with squared weights held small, by Adam from zero."""
    seen = Counter(sign for case in cases for sign in case.signs)
    number = {sign: at for at, sign in enumerate(sorted(sign for sign, times in seen.items() if times >= SELDOM))}
    rows = np.array([at for at, case in enumerate(cases) for sign in case.signs if sign in number])
    columns = np.array([number[sign] for case in cases for sign in case.signs if sign in number])
    wanted = np.array([case.persons / case.mentions for case in cases])
    heavy = np.sqrt([min(case.mentions, MOST) for case in cases])
    weights, mean, spread = (np.zeros(len(number) + 1) for _ in range(3))
    for step in range(1, STEPS + 1):
        logits = weights[-1] + np.bincount(rows, weights=weights[columns], minlength=len(cases))
        off = heavy * (1 / (1 + np.exp(-logits)) - wanted)
        slope = np.bincount(columns, weights=off[rows], minlength=len(number)) + PENALTY * weights[:-1]
        slope = np.append(slope, off.sum()) / len(cases)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        weights -= 0.1 * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-9)
    scaled = {sign: round(1000 * float(weights[at])) for sign, at in number.items()}
    return {"": round(1000 * float(weights[-1])), **{s: w for s, w in scaled.items() if abs(w) >= LEAST}}


def logit(weights: dict[str, int], case: Case) -> int:
    return weights[""] + sum(weights.get(sign, 0) for sign in case.signs)


def report(judged: list[tuple[Case, int]], source: str) -> str:
    """Precision and recall of the mentions of names, and how pure the two ends are that the rules are given."""
    mine = [(case, told) for case, told in judged if case.source == source]
    persons = sum(case.persons for case, _ in mine)
    lines = []
    for bound in (-500, 0, LIKELY):
        taken = [case for case, told in mine if told > bound]
        right, every = sum(case.persons for case in taken), sum(case.mentions for case in taken)
        lines.append(f"  above {bound:5}: precision {right / every:.3f}, recall {right / persons:.3f} of {persons}")
    below = [case for case, told in mine if told < UNLIKELY]
    no, every = sum(case.mentions - case.persons for case in below), sum(case.mentions for case in below)
    return "\n".join([source, *lines, f"  below {UNLIKELY:5}: {no / every:.3f} of {every} are none"])


def main() -> None:
    vocabulary = Vocabulary(load())
    documents = [cases for text in texts() if (cases := cases_of(text, vocabulary))]
    judged = []
    for part in range(PARTS):
        weights = learned([c for at, cases in enumerate(documents) if at % PARTS != part for c in cases])
        judged += [(c, logit(weights, c)) for at, cases in enumerate(documents) if at % PARTS == part for c in cases]
    print("\n".join(report(judged, source) for source in ("gum", "ewt")))
    if "--write" in sys.argv:
        weights = learned([case for cases in documents for case in cases])
        head = [
            "# Weights that tell a person's name (above 0) from other names that nobody lists.",
            "# Made by train/person_names.py.",
            "# Learned from GUM and EWT. Licence: CC BY-SA 4.0, see NOTICE. No sentence and no name is kept.",
            "# sign (none: the constant)\tweight in thousandths of a logit",
        ]
        OUT.write_text("\n".join([*head, *(f"{s}\t{w}" for s, w in sorted(weights.items()))]) + "\n", encoding="utf-8")
        print(len(weights), "weights")


if __name__ == "__main__":
    main()
