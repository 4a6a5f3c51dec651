"""Clauses in which the net took a verb for a part of a name, or a name for the verb."""

from tests.unit.syntax.trees import arcs, tree

from dateline.enricher.syntax.righting import righted
from dateline.enricher.syntax.tree import ROOT


def test_a_finite_verb_is_no_part_of_a_name() -> None:
    found = arcs(
        righted(
            tree(
                ("Jihadists", "Jihadists", "PROPN", "NNP", ROOT, "root"),
                ("overran", "overrun", "VERB", "VBD", 0, "flat"),
                ("posts", "post", "NOUN", "NNS", 0, "appos"),
                (".", ".", "PUNCT", ".", 0, "punct"),
            )
        )
    )
    assert found["overran"] == ("", "root")
    assert found["Jihadists"] == ("overran", "nsubj")
    assert found["posts"] == ("overran", "obj")


def test_what_is_said_with_whose_is_no_main_clause() -> None:
    found = arcs(
        righted(
            tree(
                ("Chad", "Chad", "PROPN", "NNP", 5, "nsubj:pass"),
                (",", ",", "PUNCT", ",", 3, "punct"),
                ("whose", "whose", "PRON", "WP$", 3, "nmod:poss"),
                ("offer", "offer", "NOUN", "NN", 0, "acl:relcl"),
                ("was", "be", "AUX", "VBD", 5, "aux:pass"),
                ("refused", "refuse", "VERB", "VBN", ROOT, "root"),
                (",", ",", "PUNCT", ",", 0, "punct"),
                ("urged", "urge", "VERB", "VBD", 5, "conj"),
                ("restraint", "restraint", "NOUN", "NN", 7, "obj"),
                (".", ".", "PUNCT", ".", 5, "punct"),
            )
        )
    )
    assert found["urged"] == ("", "root")
    assert found["Chad"] == ("urged", "nsubj")
    assert found["refused"] == ("Chad", "acl:relcl")
    assert found["offer"] == ("refused", "nsubj:pass")


def test_a_given_name_with_a_surname_behind_it_is_no_verb() -> None:
    found = arcs(
        righted(
            tree(
                ("Wallace", "wallace", "VERB", "VB", ROOT, "root"),
                ("Okello", "Okello", "PROPN", "NNP", 0, "flat"),
                ("demanded", "demand", "VERB", "VBD", 0, "parataxis"),
                ("that", "that", "SCONJ", "IN", 5, "mark"),
                ("Peru", "Peru", "PROPN", "NNP", 2, "nsubj"),
                ("leave", "leave", "VERB", "VB", 2, "ccomp"),
                (".", ".", "PUNCT", ".", 0, "punct"),
            )
        )
    )
    assert found["demanded"] == ("", "root")
    assert found["Wallace"] == ("demanded", "nsubj")
    assert found["Peru"] == ("leave", "nsubj")


def test_of_two_subjects_the_first_has_the_verb_with_an_object() -> None:
    found = arcs(
        righted(
            tree(
                ("Youths", "youth", "NOUN", "NNS", 5, "nsubj"),
                ("hurled", "hurl", "VERB", "VBN", 0, "amod"),
                ("bottles", "bottle", "NOUN", "NNS", 1, "obj"),
                (";", ";", "PUNCT", ":", 5, "punct"),
                ("officers", "officer", "NOUN", "NNS", 5, "nsubj"),
                ("fled", "flee", "VERB", "VBD", ROOT, "root"),
                (".", ".", "PUNCT", ".", 5, "punct"),
            )
        )
    )
    assert found["Youths"] == ("hurled", "nsubj")
    assert found["hurled"] == ("fled", "parataxis")
    assert found["officers"] == ("fled", "nsubj")


def test_a_past_tense_behind_an_infinitive_is_the_main_verbs() -> None:
    found = arcs(
        righted(
            tree(
                ("It", "it", "PRON", "PRP", 1, "nsubj"),
                ("met", "meet", "VERB", "VBD", ROOT, "root"),
                ("to", "to", "PART", "TO", 3, "mark"),
                ("talk", "talk", "VERB", "VB", 1, "advcl"),
                ("and", "and", "CCONJ", "CC", 5, "cc"),
                ("barred", "bar", "VERB", "VBD", 3, "conj"),
                ("flights", "flight", "NOUN", "NNS", 5, "obj"),
                (".", ".", "PUNCT", ".", 1, "punct"),
            )
        )
    )
    assert found["barred"] == ("met", "conj")


def test_no_place_is_somebody_who_was_held() -> None:
    found = arcs(
        righted(
            tree(
                ("It", "it", "PRON", "PRP", 1, "nsubj"),
                ("met", "meet", "VERB", "VBD", ROOT, "root"),
                ("nurses", "nurse", "NOUN", "NNS", 1, "obj"),
                ("in", "in", "ADP", "IN", 4, "case"),
                ("Mali", "Mali", "PROPN", "NNP", 2, "nmod"),
                ("who", "who", "PRON", "WP", 6, "nsubj"),
                ("marched", "march", "VERB", "VBD", 4, "acl:relcl"),
                (".", ".", "PUNCT", ".", 1, "punct"),
            )
        )
    )
    assert found["marched"] == ("nurses", "acl:relcl")


def test_what_has_a_subject_before_it_and_an_object_behind_is_a_verb() -> None:
    found = righted(
        tree(
            ("Banks", "bank", "NOUN", "NNS", 1, "nsubj"),
            ("froze", "froze", "NOUN", "NN", ROOT, "root"),
            ("accounts", "account", "NOUN", "NNS", 1, "obj"),
            (".", ".", "PUNCT", ".", 1, "punct"),
        )
    )
    assert (found[1].upos, found[1].xpos, found[1].lemma) == ("VERB", "VBD", "freeze")


def test_the_verb_behind_what_is_told_of_its_subject_is_no_adjective() -> None:
    found = arcs(
        righted(
            tree(
                ("Kings", "king", "NOUN", "NNS", ROOT, "root"),
                (",", ",", "PUNCT", ",", 3, "punct"),
                ("who", "who", "PRON", "WP", 3, "nsubj"),
                ("mediated", "mediate", "VERB", "VBD", 0, "acl:relcl"),
                (",", ",", "PUNCT", ",", 5, "punct"),
                ("commended", "commended", "ADJ", "JJ", 0, "amod"),
                ("them", "they", "PRON", "PRP", 5, "obj"),
                (".", ".", "PUNCT", ".", 0, "punct"),
            )
        )
    )
    assert found["commended"] == ("", "root")
    assert found["Kings"] == ("commended", "nsubj")
    assert found["mediated"] == ("Kings", "acl:relcl")


def test_a_perfect_tense_is_no_passive() -> None:
    found = arcs(
        righted(
            tree(
                ("Chad", "Chad", "PROPN", "NNP", 2, "nsubj:pass"),
                ("has", "have", "AUX", "VBZ", 2, "aux"),
                ("denied", "deny", "VERB", "VBN", ROOT, "root"),
                ("arming", "arm", "VERB", "VBG", 2, "xcomp"),
                ("them", "they", "PRON", "PRP", 3, "obj"),
                (".", ".", "PUNCT", ".", 2, "punct"),
            )
        )
    )
    assert found["Chad"] == ("denied", "nsubj")


def test_who_was_beaten_is_no_adjective() -> None:
    found = righted(
        tree(
            ("Nurses", "nurse", "NOUN", "NNS", 2, "nsubj"),
            ("were", "be", "AUX", "VBD", 2, "cop"),
            ("beaten", "beaten", "ADJ", "JJ", ROOT, "root"),
            (".", ".", "PUNCT", ".", 2, "punct"),
        )
    )
    assert (found[2].upos, found[2].xpos, found[2].lemma) == ("VERB", "VBN", "beat")
    assert arcs(found)["Nurses"] == ("beaten", "nsubj:pass")
    assert arcs(found)["were"] == ("beaten", "aux:pass")


def test_whom_tells_more_of_the_name_before_it() -> None:
    found = arcs(
        righted(
            tree(
                ("Kings", "king", "NOUN", "NNS", 1, "nsubj"),
                ("met", "meet", "VERB", "VBD", ROOT, "root"),
                ("Joseph", "Joseph", "PROPN", "NNP", 1, "obj"),
                ("Okello", "Okello", "PROPN", "NNP", 2, "flat"),
                (",", ",", "PUNCT", ",", 7, "punct"),
                ("whom", "whom", "PRON", "WP", 7, "obj"),
                ("courts", "court", "NOUN", "NNS", 7, "nsubj"),
                ("sentenced", "sentence", "VERB", "VBD", 1, "advcl"),
                (".", ".", "PUNCT", ".", 1, "punct"),
            )
        )
    )
    assert found["sentenced"] == ("Joseph", "acl:relcl")


def test_a_verb_behind_a_name_of_two_halves_is_no_adjective() -> None:
    found = arcs(
        righted(
            tree(
                ("Han", "Han", "PROPN", "NNP", ROOT, "root"),
                ("Seo", "Seo", "PROPN", "NNP", 0, "flat"),
                ("-", "-", "PUNCT", "HYPH", 3, "punct"),
                ("yun", "yun", "PROPN", "NNP", 0, "flat"),
                ("faulted", "faulted", "ADJ", "JJ", 5, "amod"),
                ("Okello", "Okello", "PROPN", "NNP", 0, "flat"),
                (".", ".", "PUNCT", ".", 0, "punct"),
            )
        )
    )
    assert found["faulted"] == ("", "root")
    assert found["Okello"] == ("faulted", "obj")


def test_a_noun_behind_as_is_the_subject_of_the_verb_behind_it() -> None:
    found = arcs(
        righted(
            tree(
                ("Banks", "bank", "NOUN", "NNS", 1, "nsubj"),
                ("closed", "close", "VERB", "VBD", ROOT, "root"),
                ("as", "as", "ADP", "IN", 3, "case"),
                ("marines", "marine", "NOUN", "NNS", 1, "obl"),
                ("raided", "raid", "VERB", "VBD", 1, "advcl"),
                ("prisons", "prison", "NOUN", "NNS", 4, "obj"),
                (".", ".", "PUNCT", ".", 1, "punct"),
            )
        )
    )
    assert found["marines"] == ("raided", "nsubj")
    assert found["as"] == ("raided", "mark")


def test_of_which_and_a_noun_before_a_verb_the_noun_is_the_subject() -> None:
    found = arcs(
        righted(
            tree(
                ("It", "it", "PRON", "PRP", 1, "nsubj"),
                ("met", "meet", "VERB", "VBD", ROOT, "root"),
                ("groups", "group", "NOUN", "NNS", 1, "obj"),
                ("which", "which", "PRON", "WDT", 5, "nsubj"),
                ("Chad", "Chad", "PROPN", "NNP", 5, "nsubj"),
                ("banned", "ban", "VERB", "VBD", 2, "acl:relcl"),
                (".", ".", "PUNCT", ".", 1, "punct"),
            )
        )
    )
    assert found["which"] == ("banned", "obj")
    assert found["Chad"] == ("banned", "nsubj")


def test_what_follows_a_clause_about_the_only_noun_is_the_sentences_verb() -> None:
    """ "Interpol, which Chad quit, called for calm": the verb is read as one of the clause."""
    found = arcs(
        righted(
            tree(
                ("Interpol", "Interpol", "NOUN", "NNS", ROOT, "root"),
                (",", ",", "PUNCT", ",", 4, "punct"),
                ("which", "which", "PRON", "WDT", 4, "obj"),
                ("Chad", "Chad", "PROPN", "NNP", 4, "nsubj"),
                ("quit", "quit", "VERB", "VBD", 0, "acl:relcl"),
                (",", ",", "PUNCT", ",", 6, "punct"),
                ("called", "call", "VERB", "VBN", 4, "advcl"),
                (".", ".", "PUNCT", ".", 0, "punct"),
            )
        )
    )
    assert found["called"] == ("", "root")
    assert found["Interpol"] == ("called", "nsubj")
    assert found["quit"] == ("Interpol", "acl:relcl")
