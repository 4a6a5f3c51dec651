"""Subjects so long that the verb behind them was lost."""

from tests.unit.syntax.trees import arcs, tree

from dateline.enricher.syntax.righting import righted
from dateline.enricher.syntax.tree import ROOT


def test_the_verb_behind_a_described_subject_is_the_sentences() -> None:
    found = arcs(
        righted(
            tree(
                ("Migrants", "migrant", "NOUN", "NNS", 1, "nsubj"),
                ("held", "hold", "VERB", "VBD", ROOT, "root"),
                ("in", "in", "ADP", "IN", 3, "case"),
                ("camps", "camp", "NOUN", "NNS", 1, "obl"),
                ("were", "be", "AUX", "VBD", 5, "aux:pass"),
                ("beaten", "beat", "VERB", "VBN", 1, "advcl"),
                (".", ".", "PUNCT", ".", 1, "punct"),
            )
        )
    )

    assert found["beaten"] == ("", "root")
    assert found["Migrants"] == ("beaten", "nsubj:pass")
    assert found["held"] == ("Migrants", "acl")
    assert found["."] == ("beaten", "punct")


def test_a_verb_behind_a_comma_is_another_clauses() -> None:
    found = arcs(
        righted(
            tree(
                ("Migrants", "migrant", "NOUN", "NNS", 1, "nsubj"),
                ("fled", "flee", "VERB", "VBD", ROOT, "root"),
                ("to", "to", "ADP", "IN", 3, "case"),
                ("camps", "camp", "NOUN", "NNS", 1, "obl"),
                (",", ",", "PUNCT", ",", 6, "punct"),
                ("were", "be", "AUX", "VBD", 6, "aux:pass"),
                ("beaten", "beat", "VERB", "VBN", 1, "conj"),
                (".", ".", "PUNCT", ".", 1, "punct"),
            )
        )
    )

    assert found["fled"] == ("", "root")


def test_what_is_said_of_a_noun_is_no_part_of_it() -> None:
    found = arcs(
        righted(
            tree(
                ("Inmates", "inmate", "NOUN", "NNS", ROOT, "root"),
                ("in", "in", "ADP", "IN", 2, "case"),
                ("Bafra", "Bafra", "PROPN", "NNP", 0, "nmod"),
                ("are", "be", "AUX", "VBP", 6, "cop"),
                ("on", "on", "ADP", "IN", 6, "case"),
                ("hunger", "hunger", "NOUN", "NN", 6, "compound"),
                ("strike", "strike", "NOUN", "NN", 0, "nmod"),
                (".", ".", "PUNCT", ".", 0, "punct"),
            )
        )
    )

    assert found["strike"] == ("", "root")
    assert found["Inmates"] == ("strike", "nsubj")
    assert found["Bafra"] == ("Inmates", "nmod")


def test_of_two_subjects_the_first_is_that_of_what_is_said() -> None:
    found = arcs(
        righted(
            tree(
                ("Inmates", "inmate", "NOUN", "NNS", 6, "nsubj"),
                ("are", "be", "AUX", "VBP", 3, "cop"),
                ("on", "on", "ADP", "IN", 3, "case"),
                ("strike", "strike", "NOUN", "NN", 6, "ccomp"),
                (",", ",", "PUNCT", ",", 6, "punct"),
                ("lawyers", "lawyer", "NOUN", "NNS", 6, "nsubj"),
                ("said", "say", "VERB", "VBD", ROOT, "root"),
                (".", ".", "PUNCT", ".", 6, "punct"),
            )
        )
    )

    assert found["Inmates"] == ("strike", "nsubj")
    assert found["lawyers"] == ("said", "nsubj")


def test_a_preposition_takes_the_noun_behind_a_participle() -> None:
    found = arcs(
        righted(
            tree(
                ("Farmers", "farmer", "NOUN", "NNS", 2, "nsubj:pass"),
                ("were", "be", "AUX", "VBD", 2, "aux:pass"),
                ("killed", "kill", "VERB", "VBN", ROOT, "root"),
                ("by", "by", "ADP", "IN", 4, "case"),
                ("suspected", "suspect", "VERB", "VBN", 2, "advcl"),
                ("rebels", "rebel", "NOUN", "NNS", 4, "obj"),
                (".", ".", "PUNCT", ".", 2, "punct"),
            )
        )
    )

    assert found["rebels"] == ("killed", "obl")
    assert found["by"] == ("rebels", "case")
    assert found["suspected"] == ("rebels", "amod")


def test_what_who_opens_is_no_main_clause() -> None:
    found = arcs(
        righted(
            tree(
                ("Mulino", "Mulino", "PROPN", "NNP", 6, "nsubj"),
                (",", ",", "PUNCT", ",", 3, "punct"),
                ("who", "who", "PRON", "WP", 3, "nsubj"),
                ("visits", "visit", "VERB", "VBZ", ROOT, "root"),
                ("Chad", "Chad", "PROPN", "NNP", 3, "obj"),
                (",", ",", "PUNCT", ",", 6, "punct"),
                ("signed", "sign", "VERB", "VBD", 3, "ccomp"),
                (".", ".", "PUNCT", ".", 3, "punct"),
            )
        )
    )

    assert found["signed"] == ("", "root")
    assert found["visits"] == ("Mulino", "acl:relcl")
    assert found["."] == ("signed", "punct")


def test_a_noun_with_a_preposition_is_no_object_of_the_verb_behind_it() -> None:
    found = arcs(
        righted(
            tree(
                ("Chad", "Chad", "PROPN", "NNP", 1, "nsubj"),
                ("wrote", "write", "VERB", "VBD", ROOT, "root"),
                ("to", "to", "ADP", "IN", 3, "case"),
                ("Tusk", "Tusk", "PROPN", "NNP", 4, "obj"),
                ("accusing", "accuse", "VERB", "VBG", 1, "advcl"),
                ("Kenya", "Kenya", "PROPN", "NNP", 4, "obj"),
                (".", ".", "PUNCT", ".", 1, "punct"),
            )
        )
    )

    assert found["Tusk"] == ("wrote", "obl")
    assert found["Kenya"] == ("accusing", "obj")


def test_a_participle_behind_a_noun_with_a_preposition_describes_it() -> None:
    found = arcs(
        righted(
            tree(
                ("Nine", "nine", "NUM", "CD", 1, "nsubj"),
                ("died", "die", "VERB", "VBD", ROOT, "root"),
                ("in", "in", "ADP", "IN", 3, "case"),
                ("ambushes", "ambush", "NOUN", "NNS", 4, "obl"),
                ("laid", "lay", "VERB", "VBN", 1, "advcl"),
                ("by", "by", "ADP", "IN", 6, "case"),
                ("rebels", "rebel", "NOUN", "NNS", 4, "obl"),
                (".", ".", "PUNCT", ".", 1, "punct"),
            )
        )
    )

    assert found["ambushes"] == ("died", "obl")
    assert found["laid"] == ("ambushes", "acl")


def test_what_as_opens_is_another_clause() -> None:
    found = arcs(
        righted(
            tree(
                ("Races", "race", "NOUN", "NNS", 1, "nsubj:pass"),
                ("thrown", "throw", "VERB", "VBN", ROOT, "root"),
                ("into", "into", "ADP", "IN", 3, "case"),
                ("chaos", "chaos", "NOUN", "NN", 1, "obl"),
                ("as", "as", "ADP", "IN", 5, "case"),
                ("crashes", "crash", "NOUN", "NNS", 6, "nsubj"),
                ("bring", "bring", "VERB", "VBP", 1, "conj"),
                ("flags", "flag", "NOUN", "NNS", 6, "obj"),
            )
        )
    )

    assert found["thrown"] == ("", "root")
