"""Main verbs that were taken for participles."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.syntax.trees import Row, arcs, tree

from dateline.enricher.syntax.righting import righted
from dateline.enricher.syntax.tree import ROOT, Token


def clause(verb: str, lemma: str, relation: str, *, end: str = ".") -> tuple[Token, ...]:
    """A noun with a participle behind it, to which "survivors" stands in the relation."""
    return tree(
        ("Rescuers", "rescuer", "NOUN", "NNS", ROOT, "root"),
        (verb, lemma, "VERB", "VBN", 0, "acl"),
        ("survivors", "survivor", "NOUN", "NNS", 1, relation),
        (end, end, "PUNCT", ".", 0, "punct"),
    )


@pytest.mark.parametrize(
    ("verb", "lemma", "relation"), [("found", "find", "obj"), ("won", "win", "obj"), ("marched", "march", "obl")]
)
def test_a_noun_with_a_participle_is_a_clause(verb: str, lemma: str, relation: str) -> None:
    found = righted(clause(verb, lemma, relation))

    assert arcs(found)[verb] == ("", "root")
    assert arcs(found)["Rescuers"] == (verb, "nsubj")
    assert found[1].xpos == "VBD"


@pytest.mark.parametrize(
    ("verb", "lemma", "relation", "end"),
    [
        ("found", "find", "obl", "."),  # "Rescuers found among survivors."
        ("found", "find", "obj", "!"),  # no full stop: a headline may have no verb
        ("taken", "take", "obj", "."),  # no past tense
    ],
)
def test_a_true_participle_stays(verb: str, lemma: str, relation: str, end: str) -> None:
    assert arcs(righted(clause(verb, lemma, relation, end=end)))["Rescuers"] == ("", "root")


def passive(*, case: bool, auxiliary: bool = False) -> tuple[Token, ...]:
    """ "Norway donated by survivors": with "by" as the case of an agent, or without."""
    return tree(
        ("Norway", "Norway", "PROPN", "NNP", 1, "nsubj:pass"),
        ("donated", "donate", "VERB", "VBN", ROOT, "root"),
        ("was", "be", "AUX", "VBD", 1, "aux:pass") if auxiliary else ("then", "then", "ADV", "RB", 1, "advmod"),
        ("by", "by", "ADP", "IN", 4, "case") if case else ("ten", "ten", "NUM", "CD", 4, "nummod"),
        ("ships", "ship", "NOUN", "NNS", 1, "obl:agent"),
    )


def test_a_passive_without_auxiliary_and_by_is_active() -> None:
    found = righted(passive(case=False))

    assert arcs(found)["Norway"] == ("donated", "nsubj")
    assert arcs(found)["ships"] == ("donated", "obj")


def test_a_true_passive_stays() -> None:
    assert arcs(righted(passive(case=True)))["Norway"] == ("donated", "nsubj:pass")
    assert arcs(righted(passive(case=False, auxiliary=True)))["Norway"] == ("donated", "nsubj:pass")


@pytest.mark.parametrize(("auxiliary", "relation"), [("then", "nsubj"), ("was", "nsubj:pass")])
def test_who_calls_for_something_is_not_called(auxiliary: str, relation: str) -> None:
    found = righted(
        tree(
            ("Union", "Union", "PROPN", "NNP", 2, "nsubj:pass"),
            (auxiliary, auxiliary, "AUX", "VBD", 2, "aux:pass" if auxiliary == "was" else "advmod"),
            ("called", "call", "VERB", "VBN", ROOT, "root"),
            ("for", "for", "ADP", "IN", 4, "case"),
            ("calm", "calm", "NOUN", "NN", 2, "obl"),
        )
    )
    assert arcs(found)["Union"] == ("called", relation)


def test_a_verb_between_two_nouns_is_no_adjective() -> None:
    """ "The agency funded meals.": as if the meals were funded ones, and stood beside the agency."""
    found = righted(
        tree(
            ("agency", "agency", "NOUN", "NN", ROOT, "root"),
            ("funded", "fund", "VERB", "VBN", 2, "amod"),
            ("meals", "meal", "NOUN", "NNS", 0, "appos"),
            (".", ".", "PUNCT", ".", 0, "punct"),
        )
    )

    assert arcs(found)["agency"] == ("funded", "nsubj")
    assert arcs(found)["meals"] == ("funded", "obj")


def test_of_two_nouns_the_verb_may_hang_on_the_second() -> None:
    found = righted(
        tree(
            ("cargo", "cargo", "NOUN", "NN", ROOT, "root"),
            ("plane", "plane", "NOUN", "NN", 0, "compound"),
            ("brought", "bring", "VERB", "VBN", 1, "amod"),
            ("rice", "rice", "NOUN", "NN", 2, "obj"),
            (".", ".", "PUNCT", ".", 0, "punct"),
        )
    )

    assert arcs(found)["brought"] == ("", "root")
    assert arcs(found)["plane"] == ("brought", "nsubj")


def test_a_sentence_without_a_finite_verb_has_it_in_a_participle() -> None:
    found = righted(
        tree(
            ("A", "a", "DET", "DT", 5, "det"),
            ("drone", "drone", "NOUN", "NN", 2, "compound"),
            ("breached", "breach", "VERB", "VBN", 3, "amod"),
            ("Chad", "Chad", "PROPN", "NNP", 5, "nmod:poss"),
            ("'s", "'s", "PART", "POS", 3, "case"),
            ("airspace", "airspace", "NOUN", "NN", ROOT, "root"),
            ("on", "on", "ADP", "IN", 7, "case"),
            ("Friday", "Friday", "PROPN", "NNP", 5, "nmod"),
            (".", ".", "PUNCT", ".", 5, "punct"),
        )
    )

    assert arcs(found)["breached"] == ("", "root")
    assert arcs(found)["drone"] == ("breached", "nsubj")
    assert arcs(found)["airspace"] == ("breached", "obj")
    assert arcs(found)["Chad"] == ("airspace", "nmod:poss")


def test_a_gerund_is_the_subject_of_the_finite_verb() -> None:
    found = righted(
        tree(
            ("Shelling", "shell", "VERB", "VBG", ROOT, "root"),
            ("of", "of", "ADP", "IN", 2, "case"),
            ("towns", "town", "NOUN", "NNS", 0, "obl"),
            ("stopped", "stop", "VERB", "VBD", 0, "advcl"),
            (".", ".", "PUNCT", ".", 0, "punct"),
        )
    )

    assert arcs(found)["Shelling"] == ("stopped", "nsubj")
    assert arcs(found)["towns"] == ("Shelling", "obl")


def test_of_two_subjects_one_belongs_to_the_other() -> None:
    """ "The arrest of a driver angered Oslo.": no "of" stands before a subject."""
    found = righted(
        tree(
            ("arrest", "arrest", "NOUN", "NN", 3, "nsubj"),
            ("of", "of", "ADP", "IN", 2, "case"),
            ("drivers", "driver", "NOUN", "NNS", 3, "nsubj"),
            ("angered", "anger", "VERB", "VBD", ROOT, "root"),
            ("Oslo", "Oslo", "PROPN", "NNP", 3, "obj"),
        )
    )

    assert arcs(found)["drivers"] == ("arrest", "nmod")
    assert arcs(found)["arrest"] == ("angered", "nsubj")


@pytest.mark.parametrize("own", [True, False])
def test_a_finite_verb_has_the_subject_right_before_it(own: bool) -> None:
    """ "(They) ministers swapped lists suspects filled": no verb further on takes it, unless this one has another."""
    found = righted(
        tree(
            ("They", "they", "PRON", "PRP", 2 if own else 1, "nsubj" if own else "nmod"),
            ("ministers", "minister", "NOUN", "NNS", 4, "nsubj"),
            ("swapped", "swap", "VERB", "VBD", ROOT, "root"),
            ("lists", "list", "NOUN", "NNS", 2, "obj"),
            ("filled", "fill", "VERB", "VBD", 2, "ccomp"),
        )
    )

    assert arcs(found)["ministers"] == ("filled" if own else "swapped", "nsubj")


def test_a_name_before_a_finite_verb_is_its_subject() -> None:
    """ "Norway froze accounts": as if the accounts froze, of a Norway kind."""
    found = righted(
        tree(
            ("Norway", "Norway", "PROPN", "NNP", 1, "compound"),
            ("froze", "freeze", "VERB", "VBD", ROOT, "root"),
            ("accounts", "account", "NOUN", "NNS", 1, "nsubj"),
        )
    )

    assert arcs(found)["Norway"] == ("froze", "nsubj")
    assert arcs(found)["accounts"] == ("froze", "obj")


def test_a_preposition_stands_before_a_noun_and_not_before_what_describes_it() -> None:
    """ "Beaten by Nepali guards": Nepali is no subject of the guards."""
    found = righted(
        tree(
            ("Beaten", "beat", "VERB", "VBN", ROOT, "root"),
            ("by", "by", "ADP", "IN", 2, "case"),
            ("Nepali", "Nepali", "PROPN", "NNP", 3, "nsubj"),
            ("guards", "guard", "NOUN", "NNS", 0, "obl"),
        )
    )

    assert arcs(found)["by"] == ("guards", "case")
    assert arcs(found)["Nepali"] == ("guards", "compound")


def test_a_past_tense_has_no_passive_subject() -> None:
    found = righted(
        tree(
            ("Norway", "Norway", "PROPN", "NNP", 1, "nsubj:pass"),
            ("dismissed", "dismiss", "VERB", "VBD", ROOT, "root"),
            ("it", "it", "PRON", "PRP", 1, "obl"),
        )
    )

    assert arcs(found)["Norway"] == ("dismissed", "nsubj")


def test_of_two_subjects_the_one_behind_the_verb_is_its_object() -> None:
    found = righted(
        tree(
            ("Ruto", "Ruto", "PROPN", "NNP", 1, "nsubj"),
            ("met", "meet", "VERB", "VBD", ROOT, "root"),
            ("Museveni", "Museveni", "PROPN", "NNP", 1, "nsubj"),
        )
    )

    assert arcs(found)["Ruto"] == ("met", "nsubj")
    assert arcs(found)["Museveni"] == ("met", "obj")


def test_a_verb_of_what_is_said_is_no_adjective_of_its_object() -> None:
    found = righted(
        tree(
            ("Jets", "jet", "NOUN", "NNS", 2, "compound"),
            ("struck", "strike", "VERB", "VBN", 2, "amod"),
            ("camps", "camp", "NOUN", "NNS", 4, "obj"),
            ("he", "he", "PRON", "PRP", 4, "nsubj"),
            ("said", "say", "VERB", "VBD", ROOT, "root"),
            (".", ".", "PUNCT", ".", 4, "punct"),
        )
    )
    assert arcs(found)["struck"] == ("said", "ccomp")
    assert arcs(found)["Jets"] == ("struck", "nsubj")
    assert arcs(found)["camps"] == ("struck", "obj")


def test_what_nobody_can_be_done_is_no_passive() -> None:
    found = righted(
        tree(
            ("Nurses", "nurse", "NOUN", "NNS", 1, "nsubj:pass"),
            ("rallied", "rally", "VERB", "VBN", ROOT, "root"),
            (".", ".", "PUNCT", ".", 1, "punct"),
        )
    )
    assert arcs(found)["Nurses"] == ("rallied", "nsubj")


def test_an_object_before_the_main_verb_is_its_subject() -> None:
    """ "Store had asked Tusk": whom the net took for what is asked, and for whom it is asked."""
    found = righted(
        tree(
            ("Store", "Store", "PROPN", "NNP", 2, "obj"),
            ("had", "have", "AUX", "VBD", 2, "aux"),
            ("asked", "ask", "VERB", "VBN", ROOT, "root"),
            ("Tusk", "Tusk", "PROPN", "NNP", 2, "iobj"),
            (".", ".", "PUNCT", ".", 2, "punct"),
        )
    )

    assert arcs(found)["Store"] == ("asked", "nsubj")
    assert arcs(found)["Tusk"] == ("asked", "obj")


Drawn = tuple[str, str, str, str, int]
"""Form, universal tag, tag, relation, and what says on which word it hangs."""
WORDS = st.tuples(
    st.sampled_from(["by", "held", "rebels", "is", "that", ",", "and", "'s", "first"]),
    st.sampled_from(["NOUN", "PROPN", "VERB", "AUX", "ADP", "ADJ", "PUNCT", "PRON", "NUM"]),
    st.sampled_from(["NN", "VBN", "VBD", "VBZ", "VBG", "IN", "DT", "RP", "POS"]),
    st.sampled_from(
        (
            "nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss case cop aux:pass ccomp advcl acl amod conj "
            "compound flat appos mark punct parataxis"
        ).split()
    ),
    st.integers(0, 1 << 16),
)


@given(st.lists(WORDS, min_size=1, max_size=9), st.randoms(use_true_random=False))
def test_whatever_the_net_says_it_stays_a_tree(words: list[Drawn], draw: random.Random) -> None:
    order = draw.sample(range(len(words)), len(words))
    place = {at: rank for rank, at in enumerate(order)}
    rows: list[Row] = []
    for at, (form, tag, fine, relation, drawn) in enumerate(words):
        rank = place[at]  # a word hangs on one that comes before it in the order
        head = order[drawn % rank] if rank else ROOT
        rows.append((form, form, tag, fine, head, relation if rank else "root"))

    found = righted(tree(*rows))

    assert [token.head for token in found].count(ROOT) == 1
    for token in found:
        above, steps = token, 0
        while above.head != ROOT:
            above, steps = found[above.head], steps + 1
            assert steps <= len(found)


def test_what_would_be_no_tree_stays_as_the_net_has_it() -> None:
    """A determiner on which its own noun hangs."""
    found = righted(tree(("that", "that", "DET", "DT", ROOT, "root"), ("shows", "show", "VERB", "VBZ", 0, "obj")))

    assert arcs(found) == {"that": ("", "root"), "shows": ("that", "obj")}
    assert found[1].upos == "VERB"


def test_a_noun_right_before_a_verb_without_a_subject_is_it() -> None:
    found = righted(
        tree(
            ("Russian", "russian", "ADJ", "JJ", 2, "amod"),
            ("missiles", "missile", "NOUN", "NNS", 2, "compound"),
            ("struck", "strike", "VERB", "VBN", ROOT, "root"),
            ("houses", "house", "NOUN", "NNS", 2, "obj"),
            (".", ".", "PUNCT", ".", 2, "punct"),
        )
    )

    assert arcs(found)["missiles"] == ("struck", "nsubj")
    assert found[2].xpos == "VBD"


def test_of_two_subjects_the_one_before_a_colon_is_what_the_line_is_about() -> None:
    found = righted(
        tree(
            ("Ghana", "Ghana", "PROPN", "NNP", 3, "nsubj"),
            (":", ":", "PUNCT", ":", 3, "punct"),
            ("nurses", "nurse", "NOUN", "NNS", 3, "nsubj"),
            ("suspend", "suspend", "VERB", "VBP", ROOT, "root"),
            ("walkout", "walkout", "NOUN", "NN", 3, "obj"),
        )
    )
    assert arcs(found)["Ghana"] == ("suspend", "dislocated")
    assert arcs(found)["nurses"] == ("suspend", "nsubj")


def test_a_plural_before_a_past_form_does_it() -> None:
    found = righted(
        tree(
            ("Rebels", "rebel", "NOUN", "NNS", 2, "compound"),
            ("usurped", "usurped", "ADJ", "JJ", 2, "amod"),
            ("power", "power", "NOUN", "NN", ROOT, "root"),
            (".", ".", "PUNCT", ".", 2, "punct"),
        )
    )
    assert arcs(found) == {
        "Rebels": ("usurped", "nsubj"),
        "usurped": ("", "root"),
        "power": ("usurped", "obj"),
        ".": ("usurped", "punct"),
    }


def test_an_officer_by_whom_he_was_expelled() -> None:
    """ "The expulsion of an officer by Chad angered": the second subject belongs to the first, however far."""
    found = righted(
        tree(
            ("expulsion", "expulsion", "NOUN", "NN", 5, "nsubj"),
            ("of", "of", "ADP", "IN", 2, "case"),
            ("officers", "officer", "NOUN", "NNS", 0, "nmod"),
            ("by", "by", "ADP", "IN", 4, "case"),
            ("Chad", "Chad", "PROPN", "NNP", 5, "nsubj"),
            ("angered", "anger", "VERB", "VBD", ROOT, "root"),
        )
    )
    assert arcs(found)["Chad"] == ("expulsion", "nmod")
