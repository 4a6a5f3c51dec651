"""Which words can be words for one deed."""

import pytest

from dateline.corroborator.meaning import nearness
from dateline.corroborator.wording import stem_of


@pytest.mark.parametrize(
    ("form", "verb"), [("shot", "shoot"), ("stolen", "steal"), ("met", "meet"), ("visited", "visit")]
)
def test_forms_of_one_verb_have_one_stem(form: str, verb: str) -> None:
    assert stem_of(form) == stem_of(verb)


def test_a_form_that_is_rather_a_word_of_its_own_keeps_its_stem() -> None:
    assert stem_of("wound") != stem_of("wind")


@pytest.mark.parametrize(("one", "other"), [("foil", "thwart"), ("buy", "acquisition"), ("murder", "slaying")])
def test_words_for_one_deed_are_near_in_meaning(one: str, other: str) -> None:
    assert nearness(stem_of(one), stem_of(other)) > 0.4
    assert nearness(stem_of(one), stem_of(other)) == nearness(stem_of(other), stem_of(one))


@pytest.mark.parametrize(("one", "other"), [("visit", "bomb"), ("rescue", "vote"), ("elect", "no such word")])
def test_words_for_different_deeds_are_not(one: str, other: str) -> None:
    assert nearness(stem_of(one), stem_of(other)) < 0.2
