"""What goes on behind "and" is done by the same subject; what is never a noun is the sentence's verb."""

from tests.unit.syntax.trees import arcs, tree

from dateline.enricher.syntax.righting import righted


def test_an_adjective_behind_and_that_says_something_is_the_second_verb() -> None:
    tokens = righted(
        tree(
            ("Kenya", "Kenya", "PROPN", "NNP", 1, "nsubj"),
            ("stressed", "stress", "VERB", "VBD", -1, "root"),
            ("its", "its", "PRON", "PRP$", 3, "nmod:poss"),
            ("duty", "duty", "NOUN", "NN", 1, "obj"),
            ("and", "and", "CCONJ", "CC", 6, "cc"),
            ("voiced", "voice", "ADJ", "VBN", 6, "amod"),
            ("opposition", "opposition", "NOUN", "NN", 3, "conj"),
            (".", ".", "PUNCT", ".", 1, "punct"),
        )
    )
    assert arcs(tokens)["voiced"] == ("stressed", "conj")
    assert arcs(tokens)["opposition"] == ("voiced", "obj")


def test_another_adjective_behind_and_stays_one() -> None:
    tokens = righted(
        tree(
            ("Police", "police", "NOUN", "NNS", 1, "nsubj"),
            ("seized", "seize", "VERB", "VBD", -1, "root"),
            ("guns", "gun", "NOUN", "NNS", 1, "obj"),
            ("and", "and", "CCONJ", "CC", 5, "cc"),
            ("stolen", "stolen", "ADJ", "VBN", 5, "amod"),
            ("cars", "car", "NOUN", "NNS", 2, "conj"),
            (".", ".", "PUNCT", ".", 1, "punct"),
        )
    )
    assert arcs(tokens)["stolen"] == ("cars", "amod")


def test_a_second_verb_of_saying_hangs_on_the_main_verb_and_not_on_a_noun() -> None:
    tokens = righted(
        tree(
            ("He", "he", "PRON", "PRP", 1, "nsubj"),
            ("appealed", "appeal", "VERB", "VBD", -1, "root"),
            ("for", "for", "ADP", "IN", 3, "case"),
            ("calm", "calm", "NOUN", "NN", 1, "obl"),
            ("and", "and", "CCONJ", "CC", 5, "cc"),
            ("rejected", "reject", "VERB", "VBN", 3, "conj"),
            ("it", "it", "PRON", "PRP", 5, "obj"),
            (".", ".", "PUNCT", ".", 1, "punct"),
        )
    )
    assert arcs(tokens)["rejected"] == ("appealed", "conj")
    assert tokens[5].xpos == "VBD"


def test_of_two_verbs_each_has_the_object_behind_it() -> None:
    tokens = righted(
        tree(
            ("She", "she", "PRON", "PRP", 1, "nsubj"),
            ("urged", "urge", "VERB", "VBD", -1, "root"),
            ("restraint", "restraint", "NOUN", "NN", 5, "compound"),
            ("and", "and", "CCONJ", "CC", 4, "cc"),
            ("voiced", "voice", "VERB", "VBD", 1, "conj"),
            ("alarm", "alarm", "NOUN", "NN", 1, "obj"),
            (".", ".", "PUNCT", ".", 1, "punct"),
        )
    )
    assert arcs(tokens)["restraint"] == ("urged", "obj")
    assert arcs(tokens)["alarm"] == ("voiced", "obj")


def test_what_is_never_a_noun_is_the_verb_and_the_gerund_behind_it_what_it_is_about() -> None:
    tokens = righted(
        tree(
            ("Kigali", "Kigali", "PROPN", "NNP", 1, "compound"),
            ("denies", "deny", "NOUN", "NNS", -1, "root"),
            ("backing", "back", "VERB", "VBG", 1, "acl"),
            ("them", "they", "PRON", "PRP", 2, "obj"),
            ("and", "and", "CCONJ", "CC", 5, "cc"),
            ("says", "say", "VERB", "VBZ", 2, "conj"),
            ("so", "so", "ADV", "RB", 5, "advmod"),
            (".", ".", "PUNCT", ".", 1, "punct"),
        )
    )
    assert (tokens[1].upos, tokens[1].xpos, tokens[1].lemma) == ("VERB", "VBZ", "deny")
    assert arcs(tokens)["Kigali"] == ("denies", "nsubj")
    assert arcs(tokens)["backing"] == ("denies", "xcomp")
    assert arcs(tokens)["says"] == ("denies", "conj")


def test_who_is_the_noun_right_before_it() -> None:
    tokens = righted(
        tree(
            ("the", "the", "DET", "DT", 1, "det"),
            ("visit", "visit", "NOUN", "NN", -1, "root"),
            ("by", "by", "ADP", "IN", 3, "case"),
            ("Lahbib", "Lahbib", "PROPN", "NNP", 6, "obl"),
            (",", ",", "PUNCT", ",", 6, "punct"),
            ("who", "who", "PRON", "WP", 6, "nsubj"),
            ("met", "meet", "VERB", "VBD", 1, "acl:relcl"),
            ("them", "they", "PRON", "PRP", 6, "obj"),
        )
    )
    assert arcs(tokens)["Lahbib"] == ("visit", "nmod")
    assert arcs(tokens)["met"] == ("Lahbib", "acl:relcl")


def test_a_gerund_behind_an_infinitive_goes_on_with_the_gerund_above() -> None:
    tokens = righted(
        tree(
            ("Otieno", "Otieno", "PROPN", "NNP", 1, "nsubj"),
            ("spoke", "speak", "VERB", "VBD", -1, "root"),
            (",", ",", "PUNCT", ",", 3, "punct"),
            ("asking", "ask", "VERB", "VBG", 1, "advcl"),
            ("them", "they", "PRON", "PRP", 3, "obj"),
            ("to", "to", "PART", "TO", 6, "mark"),
            ("stay", "stay", "VERB", "VB", 3, "xcomp"),
            ("and", "and", "CCONJ", "CC", 8, "cc"),
            ("begging", "beg", "VERB", "VBG", 6, "conj"),
            ("for", "for", "ADP", "IN", 10, "case"),
            ("help", "help", "NOUN", "NN", 8, "obl"),
            (".", ".", "PUNCT", ".", 1, "punct"),
        )
    )
    assert arcs(tokens)["begging"] == ("asking", "conj")
