"""Participles behind a subject, read as the verb."""

from tests.unit.syntax.trees import arcs, tree

from dateline.enricher.syntax.objects import right_lost_objects
from dateline.enricher.syntax.reduced import right_reduced
from dateline.enricher.syntax.tree import ROOT


def test_who_is_backed_is_the_subject_of_the_verb_behind() -> None:
    tokens = tree(
        ("Police", "police", "NOUN", "NNS", 1, "nsubj:pass"),
        ("backed", "back", "VERB", "VBN", 4, "advcl"),
        ("by", "by", "ADP", "IN", 3, "case"),
        ("Chad", "Chad", "PROPN", "NNP", 1, "obl:agent"),
        ("retook", "retake", "VERB", "VBD", ROOT, "root"),
        ("Goma", "Goma", "PROPN", "NNP", 4, "obj"),
    )
    right_reduced(tokens)
    assert arcs(tokens)["Police"] == ("retook", "nsubj")
    assert arcs(tokens)["backed"] == ("Police", "acl")


def test_what_is_thrown_wounds() -> None:
    tokens = tree(
        ("Grenades", "grenade", "NOUN", "NNS", ROOT, "root"),
        ("thrown", "throw", "VERB", "VBN", 0, "acl"),
        ("inside", "inside", "ADV", "RB", 1, "advmod"),
        ("wounded", "wound", "VERB", "VBD", 1, "advcl"),
        ("nurses", "nurse", "NOUN", "NNS", 3, "obj"),
        (".", ".", "PUNCT", ".", 0, "punct"),
    )
    right_reduced(tokens)
    assert arcs(tokens)["Grenades"] == ("wounded", "nsubj")
    assert arcs(tokens)["wounded"] == ("", "root")
    assert arcs(tokens)["."] == ("wounded", "punct")


def test_what_has_only_an_agent_is_the_participle() -> None:
    tokens = tree(
        ("Soldiers", "soldier", "NOUN", "NNS", 1, "nsubj"),
        ("backed", "back", "VERB", "VBD", ROOT, "root"),
        ("by", "by", "ADP", "IN", 3, "case"),
        ("tanks", "tank", "NOUN", "NNS", 1, "obl"),
        ("raided", "raid", "VERB", "VBN", 3, "acl"),
        ("Goma", "Goma", "PROPN", "NNP", 4, "obj"),
        (".", ".", "PUNCT", ".", 1, "punct"),
    )
    right_reduced(tokens)
    assert arcs(tokens) == {
        "Soldiers": ("raided", "nsubj"),
        "backed": ("Soldiers", "acl"),
        "by": ("tanks", "case"),
        "tanks": ("backed", "obl:agent"),
        "raided": ("", "root"),
        "Goma": ("raided", "obj"),
        ".": ("raided", "punct"),
    }


def test_who_was_held_is_told_more_of_behind_the_object() -> None:
    tokens = tree(
        ("Chad", "Chad", "PROPN", "NNP", 1, "nsubj"),
        ("freed", "free", "VERB", "VBD", ROOT, "root"),
        ("nurses", "nurse", "NOUN", "NNS", 1, "obj"),
        ("held", "hold", "VERB", "VBN", 1, "xcomp"),
        ("in", "in", "ADP", "IN", 5, "case"),
        ("Goma", "Goma", "PROPN", "NNP", 3, "obl"),
    )
    right_reduced(tokens)
    assert arcs(tokens)["held"] == ("nurses", "acl")


def test_what_somebody_is_made_to_be_is_not() -> None:
    tokens = tree(
        ("Chad", "Chad", "PROPN", "NNP", 1, "nsubj"),
        ("kept", "keep", "VERB", "VBD", ROOT, "root"),
        ("nurses", "nurse", "NOUN", "NNS", 1, "obj"),
        ("held", "hold", "VERB", "VBN", 1, "xcomp"),
        ("in", "in", "ADP", "IN", 5, "case"),
        ("Goma", "Goma", "PROPN", "NNP", 3, "obl"),
    )
    right_reduced(tokens)
    assert arcs(tokens)["held"] == ("kept", "xcomp")


def test_what_a_pronoun_did_tells_more_of_the_object() -> None:
    tokens = tree(
        ("Chad", "Chad", "PROPN", "NNP", 1, "nsubj"),
        ("freed", "free", "VERB", "VBD", ROOT, "root"),
        ("nurses", "nurse", "NOUN", "NNS", 1, "obj"),
        ("it", "it", "PRON", "PRP", 5, "nsubj"),
        ("had", "have", "AUX", "VBD", 5, "aux"),
        ("held", "hold", "VERB", "VBN", 1, "advcl"),
    )
    right_reduced(tokens)
    assert arcs(tokens)["held"] == ("nurses", "acl:relcl")


def test_what_stands_right_behind_a_gerund_is_its_object() -> None:
    tokens = tree(
        ("Chad", "Chad", "PROPN", "NNP", 1, "nsubj"),
        ("accused", "accuse", "VERB", "VBD", ROOT, "root"),
        ("rebels", "rebel", "NOUN", "NNS", 1, "obj"),
        ("of", "of", "SCONJ", "IN", 4, "mark"),
        ("taxing", "tax", "VERB", "VBG", 2, "acl"),
        ("miners", "miner", "NOUN", "NNS", 2, "nmod"),
    )
    right_lost_objects(tokens)
    assert arcs(tokens)["miners"] == ("taxing", "obj")


def test_who_stands_right_behind_said_says_it() -> None:
    tokens = tree(
        ("Rebels", "rebel", "NOUN", "NNS", 5, "nsubj"),
        ("by", "by", "ADP", "IN", 2, "case"),
        ("cars", "car", "NOUN", "NNS", 0, "nmod"),
        ("fired", "fire", "VERB", "VBD", 2, "acl"),
        (",", ",", "PUNCT", ",", 0, "punct"),
        ("said", "say", "VERB", "VBD", ROOT, "root"),
        ("police", "police", "NOUN", "NN", 7, "compound"),
        ("officer", "officer", "NOUN", "NN", 8, "compound"),
        ("Opondo", "Opondo", "PROPN", "NNP", 5, "obj"),
    )
    right_lost_objects(tokens)
    found = arcs(tokens)
    assert (found["Opondo"], found["fired"], found["Rebels"]) == (
        ("said", "nsubj"),
        ("said", "ccomp"),
        ("fired", "nsubj"),
    )
