"""Particles read as prepositions, verbs read as adjectives."""

from tests.unit.syntax.trees import arcs, tree

from dateline.enricher.syntax.righting import righted
from dateline.enricher.syntax.tree import ROOT, Token


def strike(tag: str) -> tuple[Token, ...]:
    """ "Unions called off strikes": the small word has the tag."""
    return tree(
        ("Unions", "union", "NOUN", "NNS", 1, "nsubj"),
        ("called", "call", "VERB", "VBD", ROOT, "root"),
        ("off", "off", "ADP", tag, 3, "case"),
        ("strikes", "strike", "NOUN", "NNS", 1, "obl"),
        (".", ".", "PUNCT", ".", 1, "punct"),
    )


def test_a_particle_makes_an_object() -> None:
    assert arcs(righted(strike("RP")))["strikes"] == ("called", "obj")
    assert arcs(righted(strike("IN")))["strikes"] == ("called", "obl")


def ousted(following: str, tag: str, upos: str = "DET") -> tuple[Token, ...]:
    """ "Deputies ousted the premier": the verb is read as an adjective of its object."""
    return tree(
        ("Deputies", "deputy", "NOUN", "NNS", ROOT, "root"),
        ("ousted", "ousted", "ADJ", "JJ", 3, "amod"),
        (following, following, upos, tag, 3, "det"),
        ("premier", "premier", "NOUN", "NN", 0, "nmod"),
        (".", ".", "PUNCT", ".", 0, "punct"),
    )


def test_an_adjective_before_an_article_is_the_verb() -> None:
    found = righted(ousted("the", "DT"))
    assert arcs(found)["ousted"] == ("", "root")
    assert arcs(found)["Deputies"] == ("ousted", "nsubj")
    assert arcs(found)["premier"] == ("ousted", "obj")
    assert arcs(righted(ousted("Jane", "NNP", "PROPN")))["ousted"] == ("", "root")
    assert found[1].lemma == "oust"


def test_an_adjective_before_its_noun_stays() -> None:
    assert arcs(righted(ousted("former", "JJ")))["Deputies"] == ("", "root")


def test_a_verb_behind_an_article_is_a_noun() -> None:
    found = righted(
        tree(
            ("The", "the", "DET", "DT", 1, "nsubj"),
            ("suspects", "suspect", "VERB", "VBZ", 2, "nsubj"),
            ("fired", "fire", "VERB", "VBD", ROOT, "root"),
            (".", ".", "PUNCT", ".", 2, "punct"),
        )
    )

    assert (found[1].upos, found[1].xpos, found[1].lemma) == ("NOUN", "NNS", "suspect")
    assert arcs(found)["The"] == ("suspects", "det")


def test_a_name_with_a_clitic_before_a_noun_owns_it() -> None:
    found = righted(
        tree(
            ("Okello", "Okello", "PROPN", "NNP", 2, "nmod"),
            ("'s", "'s", "PART", "POS", 0, "case"),
            ("visit", "visit", "NOUN", "NN", 3, "nsubj"),
            ("began", "begin", "VERB", "VBD", ROOT, "root"),
            (".", ".", "PUNCT", ".", 3, "punct"),
        )
    )

    assert arcs(found)["Okello"] == ("visit", "nmod:poss")


def grant(verb: str) -> tuple[Token, ...]:
    """ "Egypt grants Kenya ten ships": the receiver is read as part of what is given."""
    return tree(
        ("Egypt", "Egypt", "PROPN", "NNP", 1, "nsubj"),
        (verb, verb, "VERB", "VB", ROOT, "root"),
        ("Kenya", "Kenya", "PROPN", "NNP", 4, "compound"),
        ("ten", "ten", "NUM", "CD", 4, "nummod"),
        ("ships", "ship", "NOUN", "NNS", 1, "obj"),
        (".", ".", "PUNCT", ".", 1, "punct"),
    )


def test_who_stands_behind_a_verb_of_giving_and_before_a_number_receives() -> None:
    assert arcs(righted(grant("grant")))["Kenya"] == ("grant", "iobj")
    assert arcs(righted(grant("build")))["Kenya"] == ("ships", "compound")


def test_what_stands_in_the_passive_is_a_verb() -> None:
    found = righted(
        tree(
            ("Pickers", "picker", "NOUN", "NNS", 2, "nsubj:pass"),
            ("were", "be", "AUX", "VBD", 2, "aux:pass"),
            ("beaten", "beaten", "ADJ", "JJ", ROOT, "root"),
            (".", ".", "PUNCT", ".", 2, "punct"),
        )
    )

    assert (found[2].upos, found[2].xpos, found[2].lemma) == ("VERB", "VBN", "beat")


def test_a_gerund_with_a_preposition_and_an_adjective_is_a_noun() -> None:
    found = righted(
        tree(
            ("Nine", "nine", "NUM", "CD", 1, "nsubj"),
            ("died", "die", "VERB", "VBD", ROOT, "root"),
            ("in", "in", "ADP", "IN", 4, "case"),
            ("heavy", "heavy", "ADJ", "JJ", 4, "amod"),
            ("shelling", "shell", "VERB", "VBG", 1, "advcl"),
            (".", ".", "PUNCT", ".", 1, "punct"),
        )
    )

    assert (found[4].upos, found[4].deprel, found[4].lemma) == ("NOUN", "obl", "shelling")


def charge(before: str, tag: str, relation: str) -> tuple[Token, ...]:
    """ "They left, a charge his office denied": what he denied is read as an office denied to somebody."""
    return tree(
        ("They", "they", "PRON", "PRP", 1, "nsubj"),
        ("left", "leave", "VERB", "VBD", ROOT, "root"),
        ("a", "a", "DET", "DT", 3, "det"),
        ("charge", "charge", "NOUN", "NN", 1, "obj"),
        (before, before, "PRON", tag, 5, relation),
        ("office", "office", "NOUN", "NN", 3, "obj"),
        ("denied", "deny", "VERB", "VBN", 5, "acl"),
    )


def test_a_noun_with_its_own_article_between_a_noun_and_a_participle_is_its_subject() -> None:
    found = arcs(righted(charge("his", "PRP$", "nmod:poss")))
    assert found["office"] == ("denied", "nsubj")
    assert found["denied"] == ("charge", "acl:relcl")


def test_a_noun_with_an_adjective_is_not() -> None:
    found = arcs(righted(charge("big", "JJ", "amod")))
    assert found["office"] == ("charge", "obj")
    assert found["denied"] == ("office", "acl")


def test_a_clause_behind_a_subject_hangs_on_its_verb() -> None:
    found = righted(
        tree(
            ("Egypt", "Egypt", "PROPN", "NNP", 6, "nsubj"),
            (",", ",", "PUNCT", ",", 0, "punct"),
            ("having", "have", "AUX", "VBG", 3, "aux"),
            ("signed", "sign", "VERB", "VBN", 7, "ccomp"),
            (",", ",", "PUNCT", ",", 3, "punct"),
            ("has", "have", "AUX", "VBZ", 6, "aux"),
            ("paid", "pay", "VERB", "VBN", 7, "ccomp"),
            ("said", "say", "VERB", "VBD", ROOT, "root"),
        )
    )
    assert arcs(found)["signed"] == ("paid", "advcl")


def freed(relation: str, tied_by: str) -> tuple[Token, ...]:
    """ "Chad freed farmers seized": the farmers are read as those who seized."""
    return tree(
        ("Chad", "Chad", "PROPN", "NNP", 1, "nsubj"),
        ("freed", "free", "VERB", "VBD", ROOT, "root"),
        ("farmers", "farmer", "NOUN", "NNS", 3, "nsubj"),
        ("seized", "seize", "VERB", "VBD", 1, relation),
        ("land", "land", "NOUN", "NN", 3, tied_by),
    )


def test_a_noun_between_two_verbs_that_nothing_ties_is_the_object_of_the_first() -> None:
    found = righted(freed("conj", "obl"))
    assert arcs(found)["farmers"] == ("freed", "obj")
    assert arcs(found)["seized"] == ("farmers", "acl")
    assert found[3].xpos == "VBN"


def test_it_is_the_subject_of_a_clause_that_is_said_or_has_an_object() -> None:
    assert arcs(righted(freed("ccomp", "obl")))["farmers"] == ("seized", "nsubj")
    assert arcs(righted(freed("conj", "obj")))["farmers"] == ("seized", "nsubj")


def arrested(number: str) -> tuple[Token, ...]:
    """ "Soldiers arrested seven suspects": the number is read as the subject of a verb."""
    return tree(
        ("Soldiers", "soldier", "NOUN", "NNS", 1, "nsubj"),
        ("arrested", "arrest", "VERB", "VBD", ROOT, "root"),
        (number, number, "NUM", "CD", 3, "nsubj"),
        ("suspects", "suspect", "VERB", "VBZ", 1, "parataxis"),
    )


def test_what_is_counted_behind_a_preposition_hangs_by_it() -> None:
    """ "Confirmed the arrest of nine suspects": what is counted is read as a verb of the arrest."""
    found = righted(
        tree(
            ("Police", "police", "NOUN", "NNS", 1, "nsubj"),
            ("confirmed", "confirm", "VERB", "VBD", ROOT, "root"),
            ("arrest", "arrest", "NOUN", "NN", 1, "obj"),
            ("of", "of", "ADP", "IN", 4, "case"),
            ("nine", "nine", "NUM", "CD", 2, "nmod"),
            ("suspects", "suspect", "VERB", "VBZ", 2, "acl"),
        )
    )
    assert arcs(found)["suspects"] == ("arrest", "nmod")
    assert arcs(found)["of"] == ("suspects", "case")
    assert arcs(found)["nine"] == ("suspects", "nummod")


def test_what_is_counted_behind_a_verb_is_its_object() -> None:
    found = righted(arrested("seven"))
    assert arcs(found)["suspects"] == ("arrested", "obj")
    assert arcs(found)["seven"] == ("suspects", "nummod")
    assert (found[3].upos, found[3].lemma) == ("NOUN", "suspect")
    assert arcs(righted(arrested("one")))["suspects"] == ("arrested", "parataxis")


def test_what_an_object_is_suspected_of_is_said_of_it() -> None:
    found = righted(
        tree(
            ("Chad", "Chad", "PROPN", "NNP", 1, "nsubj"),
            ("detained", "detain", "VERB", "VBD", ROOT, "root"),
            ("dockers", "docker", "NOUN", "NNS", 1, "obj"),
            ("suspected", "suspect", "VERB", "VBN", 1, "xcomp"),
        )
    )
    assert arcs(found)["suspected"] == ("dockers", "acl")


def test_a_gerund_with_of_behind_whom_somebody_accuses_is_a_clause() -> None:
    found = righted(
        tree(
            ("Chad", "Chad", "PROPN", "NNP", 1, "nsubj"),
            ("accused", "accuse", "VERB", "VBD", ROOT, "root"),
            ("dockers", "docker", "NOUN", "NNS", 1, "obj"),
            ("of", "of", "SCONJ", "IN", 4, "mark"),
            ("leaning", "lean", "VERB", "VBG", 2, "nmod"),
        )
    )
    assert arcs(found)["leaning"] == ("dockers", "acl")


def condemned(relation: str) -> tuple[Token, ...]:
    """ "They met and condemned strikes": what is condemned is read as the subject."""
    return tree(
        ("They", "they", "PRON", "PRP", 1, "nsubj"),
        ("met", "meet", "VERB", "VBD", ROOT, "root"),
        ("and", "and", "CCONJ", "CC", 3, "cc"),
        ("condemned", "condemn", "VERB", "VBD", 1, relation),
        ("strikes", "strike", "NOUN", "NNS", 3, "nsubj"),
    )


def test_what_stands_right_behind_a_second_verb_is_its_object() -> None:
    assert arcs(righted(condemned("conj")))["strikes"] == ("condemned", "obj")
    assert arcs(righted(condemned("parataxis")))["strikes"] == ("condemned", "nsubj")


def test_what_is_claimed_tells_of_the_claim() -> None:
    """ "Kenya rejected an allegation that Chad fled": the clause is read as one of the verb."""
    found = righted(
        tree(
            ("Kenya", "Kenya", "PROPN", "NNP", 1, "nsubj"),
            ("rejected", "reject", "VERB", "VBD", ROOT, "root"),
            ("allegation", "allegation", "NOUN", "NN", 1, "obj"),
            ("that", "that", "SCONJ", "IN", 5, "mark"),
            ("Chad", "Chad", "PROPN", "NNP", 5, "nsubj"),
            ("fled", "flee", "VERB", "VBD", 1, "advcl"),
        )
    )
    assert arcs(found)["fled"] == ("allegation", "acl")


def test_who_only_says_so_between_commas_does_not_do_what_follows() -> None:
    """ "Rebels shelled it, Manila says, and rammed it"."""
    found = righted(
        tree(
            ("Rebels", "rebel", "NOUN", "NNS", 1, "nsubj"),
            ("shelled", "shell", "VERB", "VBD", ROOT, "root"),
            ("it", "it", "PRON", "PRP", 1, "obj"),
            (",", ",", "PUNCT", ",", 5, "punct"),
            ("Manila", "Manila", "PROPN", "NNP", 5, "nsubj"),
            ("says", "say", "VERB", "VBZ", 1, "conj"),
            (",", ",", "PUNCT", ",", 8, "punct"),
            ("and", "and", "CCONJ", "CC", 8, "cc"),
            ("rammed", "ram", "VERB", "VBD", 5, "conj"),
            ("ships", "ship", "NOUN", "NNS", 8, "obj"),
        )
    )
    assert arcs(found)["says"] == ("shelled", "parataxis")
    assert arcs(found)["rammed"] == ("shelled", "conj")


def test_an_attorney_general_is_a_general() -> None:
    found = righted(
        tree(
            ("Peru", "Peru", "PROPN", "NNP", 1, "nsubj"),
            ("sued", "sue", "VERB", "VBD", ROOT, "root"),
            ("an", "a", "DET", "DT", 3, "det"),
            ("attorney", "attorney", "NOUN", "NN", 1, "obj"),
            ("general", "general", "ADJ", "JJ", 3, "amod"),
            (".", ".", "PUNCT", ".", 1, "punct"),
        )
    )
    assert arcs(found)["general"] == ("sued", "obj")
    assert arcs(found)["attorney"] == ("general", "compound")
    assert arcs(found)["an"] == ("general", "det")


def test_a_gerund_before_a_name_is_what_is_denied() -> None:
    tokens = righted(
        tree(
            ("Kenya", "Kenya", "PROPN", "NNP", 1, "nsubj"),
            ("denied", "deny", "VERB", "VBD", ROOT, "root"),
            ("shelling", "shell", "VERB", "VBG", 3, "amod"),
            ("Moyale", "Moyale", "PROPN", "NNP", 1, "obj"),
            (".", ".", "PUNCT", ".", 1, "punct"),
        )
    )
    assert (arcs(tokens)["shelling"], arcs(tokens)["Moyale"]) == (("denied", "xcomp"), ("shelling", "obj"))
