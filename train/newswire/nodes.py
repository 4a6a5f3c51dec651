"""Words that depend on each other, and the sentence they make."""

from dataclasses import dataclass, field

from dateline.enricher.syntax.words import lines
from train.conllu import Tree


@dataclass(slots=True, eq=False)
class Node:
    """A word with its tags ("NOUN NN") and what depends on it, before and after."""

    form: str
    tag: str
    left: list[tuple[str, "Node"]] = field(default_factory=list)
    right: list[tuple[str, "Node"]] = field(default_factory=list)

    def before(self, *items: tuple[str, "Node"]) -> "Node":
        """With these before all that stands before it."""
        self.left[:0] = items
        return self

    def after(self, *items: tuple[str, "Node"]) -> "Node":
        """With these after all that stands after it."""
        self.right.extend(items)
        return self


def tree(root: Node) -> Tree:
    """The node and all below it as a sentence that begins with a capital."""
    order: list[tuple[Node, Node | None, str]] = []

    def walk(node: Node, head: Node | None, rel: str) -> None:
        for child_rel, child in node.left:
            walk(child, node, child_rel)
        order.append((node, head, rel))
        for child_rel, child in node.right:
            walk(child, node, child_rel)

    walk(root, None, "root")
    after = [node.form for node, _, _ in order[1:]] + [""]
    order = [
        item for item, then in zip(order, after, strict=True) if item[0].form != "," or then not in ("", ".", ",", ":")
    ]
    place = {id(node): at for at, (node, _, _) in enumerate(order)}
    forms = [node.form for node, _, _ in order]
    first = 1 if forms[0] in ('"', "“", "'") else 0
    forms[first] = forms[first][:1].upper() + forms[first][1:]
    tags = [node.tag.split(" ") for node, _, _ in order]
    return Tree(
        " ".join(forms),
        forms,
        [upos for upos, _ in tags],
        [xpos for _, xpos in tags],
        [place[id(head)] if head else -1 for _, head, _ in order],
        [rel for _, _, rel in order],
    )


def _irregular() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for line in lines("irregular.txt"):
        upos, base, past, *rest = line.split()
        if upos == "VERB" and not past.endswith(("s", "ing")) and (past == base or not base.startswith(past)):
            found.setdefault(base, (past, rest[0] if rest and not rest[0].endswith("ing") else past))
    return found


IRREGULAR = _irregular()
DOUBLED = {word: word + word[-1] for word in "slam plan ban expel stop begin admit set kidnap".split()}


def verb(base: str, xpos: str) -> Node:
    """A form of a verb."""
    soft = base.endswith("y") and base[-2] not in "aeou"
    stem = DOUBLED.get(base, base)
    match xpos:
        case "VBZ":
            form = base[:-1] + "ies" if soft else base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")
        case "VBG":
            form = (base[:-1] if base.endswith("e") and not base.endswith("ee") else stem) + "ing"
        case "VBD" | "VBN" if base in IRREGULAR:
            form = IRREGULAR[base][xpos == "VBN"]
        case "VBD" | "VBN":
            form = base[:-1] + "ied" if soft else base + "d" if base.endswith("e") else stem + "ed"
        case _:
            form = base
    return Node(form, f"VERB {xpos}")


def comma() -> tuple[str, Node]:
    return "punct", Node(",", "PUNCT ,")


def aside(rel: str, node: Node) -> tuple[str, Node]:
    """Something between commas, which belong to it."""
    return rel, node.before(comma()).after(comma())


def is_plural(node: Node) -> bool:
    return node.tag == "NOUN NNS" or node.form == "they" or any(rel == "conj" for rel, _ in node.right)


def an(node: Node) -> tuple[str, Node]:
    """The indefinite article for a noun, by the first letter of what will follow it."""
    first = node.left[0][1].form if node.left else node.form
    return "det", Node("an" if first[0].lower() in "aeio" else "a", "DET DT")
