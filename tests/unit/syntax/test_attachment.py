"""What hangs on the wrong word."""

import pytest
from tests.unit.syntax.trees import arcs, tree

from dateline.enricher.syntax.attachment import right_attachment
from dateline.enricher.syntax.tree import ROOT


@pytest.mark.parametrize(("head", "upos"), [("Talks", "NOUN"), ("Gao", "PROPN")])
def test_what_is_held_in_a_town_is_between_two_not_the_town(head: str, upos: str) -> None:
    tokens = tree(
        (head, head, upos, "NNS", 6, "nsubj"),
        ("in", "in", "ADP", "IN", 2, "case"),
        ("Gao", "Gao", "PROPN", "NNP", 0, "nmod"),
        ("between", "between", "ADP", "IN", 4, "case"),
        ("Chad", "Chad", "PROPN", "NNP", 2, "nmod"),
        ("and", "and", "CCONJ", "CC", 4, "cc"),
        ("ended", "end", "VERB", "VBD", ROOT, "root"),
    )
    right_attachment(tokens)
    assert tokens[4].head == (0 if upos == "NOUN" else 2)


@pytest.mark.parametrize(("noun", "head"), [("battle", "battle"), ("van", "killed")])
def test_a_battle_is_with_somebody(noun: str, head: str) -> None:
    tokens = tree(
        ("killed", "kill", "VERB", "VBN", ROOT, "root"),
        ("in", "in", "ADP", "IN", 2, "case"),
        (noun, noun, "NOUN", "NN", 0, "obl"),
        ("with", "with", "ADP", "IN", 4, "case"),
        ("rebels", "rebel", "NOUN", "NNS", 0, "obl"),
    )
    right_attachment(tokens)
    assert arcs(tokens)["rebels"][0] == head


def test_what_others_are_urged_to_do_hangs_on_the_urging() -> None:
    tokens = tree(
        ("urged", "urge", "VERB", "VBD", ROOT, "root"),
        ("states", "state", "NOUN", "NNS", 0, "obj"),
        ("to", "to", "PART", "TO", 3, "mark"),
        ("stop", "stop", "VERB", "VB", 1, "xcomp"),
    )
    right_attachment(tokens)
    assert arcs(tokens)["stop"] == ("urged", "xcomp")


def test_of_two_objects_side_by_side_the_first_says_what_the_second_is() -> None:
    tokens = tree(
        ("raided", "raid", "VERB", "VBD", ROOT, "root"),
        ("a", "a", "DET", "DT", 2, "det"),
        ("gunman", "gunman", "NOUN", "NN", 0, "obj"),
        ("hideout", "hideout", "NOUN", "NN", 0, "obj"),
    )
    right_attachment(tokens)
    assert (arcs(tokens)["gunman"], arcs(tokens)["a"]) == (("hideout", "compound"), ("hideout", "det"))


def test_who_stands_right_before_a_participle_is_whom_it_tells_of() -> None:
    tokens = tree(
        ("mourned", "mourn", "VERB", "VBD", ROOT, "root"),
        ("a", "a", "DET", "DT", 2, "det"),
        ("pastor", "pastor", "NOUN", "NN", 0, "obj"),
        ("kidnapped", "kidnap", "VERB", "VBN", 0, "advcl"),
    )
    right_attachment(tokens)
    assert arcs(tokens)["kidnapped"] == ("pastor", "acl")


def test_some_who_stand_before_a_verb_do_it() -> None:
    tokens = tree(
        ("Some", "some", "DET", "DT", 2, "det"),
        ("hurled", "hurl", "VERB", "VBD", ROOT, "root"),
        ("stones", "stone", "NOUN", "NNS", 1, "obj"),
    )
    right_attachment(tokens)
    assert arcs(tokens)["Some"] == ("hurled", "nsubj")


def test_a_name_right_before_a_noun_is_part_of_it() -> None:
    tokens = tree(
        ("Hundreds", "hundred", "NOUN", "NNS", 4, "nsubj"),
        ("of", "of", "ADP", "IN", 2, "case"),
        ("Castillo", "Castillo", "PROPN", "NNP", 0, "nmod"),
        ("supporters", "supporter", "NOUN", "NNS", 0, "nmod"),
        ("marched", "march", "VERB", "VBD", ROOT, "root"),
    )
    right_attachment(tokens)
    assert (arcs(tokens)["Castillo"], arcs(tokens)["of"]) == (("supporters", "compound"), ("supporters", "case"))


@pytest.mark.parametrize(("agent", "relation"), [("obl:agent", "obl"), ("obl", "nmod")])
def test_what_somebody_imposes_on_a_country_meets_it(agent: str, relation: str) -> None:
    tokens = tree(
        ("tariffs", "tariff", "NOUN", "NNS", ROOT, "root"),
        ("imposed", "impose", "VERB", "VBN", 0, "acl"),
        ("by", "by", "ADP", "IN", 3, "case"),
        ("Peru", "Peru", "PROPN", "NNP", 1, agent),
        ("on", "on", "ADP", "IN", 5, "case"),
        ("Chile", "Chile", "PROPN", "NNP", 3, "nmod"),
    )
    right_attachment(tokens)
    assert arcs(tokens)["Chile"] == ("imposed" if relation == "obl" else "Peru", relation)
