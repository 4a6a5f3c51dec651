"""What the tree hangs on a cue: its objects and clauses, prepositions, auxiliaries, a negation."""

from typing import Final

from dateline.enricher.attribution.candidates import Candidate
from dateline.enricher.attribution.clause import Clauses
from dateline.enricher.attribution.lexicon import verb_classes

_HELD: Final = frozenset(
    {
        "obj", "iobj", "ccomp", "xcomp", "nsubj", "nsubj:pass", "aux:pass", "advcl",
        "obl:agent", "parataxis", "cop", "compound:prt", "expl", "csubj",
    }
)  # fmt: skip
_NOT: Final = frozenset({"not", "n't", "n’t", "never"})


def of(candidate: Candidate, own: str, clauses: Clauses) -> list[str]:
    """The traits of what the cue's head has below it; `own` is the cue's class. None twice."""
    tokens, at = clauses.tokens, candidate.head
    head = tokens[at]
    lemma, tag = head.lemma.lower(), head.xpos
    relation = head.deprel.partition(":")[0]
    of_class = " class=" + own
    traits = {
        f"lemma={lemma} tag={tag}": None,
        f"lemma={lemma} relation={relation}": None,
        f"tag={tag}{of_class}": None,
        f"relation={relation}{of_class}": None,
    }
    for child in clauses.families[at]:
        word = tokens[child]
        how = word.deprel
        if how in _HELD:
            traits["has=" + how + of_class] = None
        if how == "xcomp":
            below = verb_classes(word.lemma.lower())
            traits["xcomp class=" + (below[0] if below else "none")] = None
            traits[f"xcomp tag={word.xpos}{of_class}"] = None
        elif child < at:
            text = word.text.lower()
            if how in ("aux", "aux:pass", "mark"):
                traits[f"{how[:3]}={text}"] = None
                traits[f"{how[:3]}={text}{of_class}"] = None
            elif text in _NOT:
                traits["negated"] = None
                traits["negated" + of_class] = None
        elif how.startswith("obl"):
            case = clauses.child(child, "case")
            if case is not None:
                preposition = tokens[case].text.lower()
                traits["preposition=" + preposition + of_class] = None
                traits[f"preposition={preposition} lemma={lemma}"] = None
    return list(traits)
