"""The lexicon is well formed, and its phrases are found where they stand."""

import pytest

from dateline.enricher.events.judging import untagged
from dateline.enricher.events.lexicon import Match, forms, phrases, read_phrase, variants
from dateline.enricher.events.matching import matches
from dateline.enricher.events.scale import scores
from dateline.enricher.events.selecting import NO_DEED
from dateline_schemas import EventType


def longest(text: str) -> Match:
    return min(matches(untagged(text)), key=lambda match: match.phrase.rank)


def test_every_phrase_has_a_type_and_mode_of_the_ontology() -> None:
    wrong = [p.text for p in phrases() if p.type != NO_DEED and (p.type, p.mode) not in scores()]

    assert wrong == []


def test_every_type_has_phrases() -> None:
    assert {phrase.type for phrase in phrases()} >= {kind.value for kind in EventType}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lesotho imposed a night curfew on its capital", "COERCE"),
        ("A curfew was imposed on the capital", "COERCE"),  # the object stands before a passive
        ("Chile lifted its ban on Peruvian fruit", "RETREAT"),
        ("Ghana pulled out of the talks", "REJECT"),
        ("Fiji provided the islands with emergency medicine", "AID"),
        ("Malta refused to release the sailors", "REJECT"),
        ("Kenya and Uganda held three days of talks", "CONSULT"),
        ("the air force bombed a bridge", "ASSAULT"),
    ],
)
def test_a_phrase_is_found_with_words_between(text: str, expected: str) -> None:
    assert longest(text).phrase.type == expected


def test_a_gap_does_not_reach_into_another_clause() -> None:
    found = matches(untagged("Ghana rejected the map because the demand was late"))

    assert not any(match.phrase.text.startswith("reject ~ demand") for match in found)


def test_the_trigger_is_the_starred_word() -> None:
    phrase = read_phrase("go on strike *strike", "143", "PROTEST", "strike", 0)

    assert [sorted(element.words) for element in phrase.elements] == [["go"], ["on"], ["strike"]]
    assert phrase.trigger == 2


def test_an_auxiliary_is_never_the_trigger() -> None:
    phrase = read_phrase("will lift @sanction", "035", "AGREE", None, 0)

    assert phrase.trigger == 1


def test_a_class_stands_for_each_of_its_words() -> None:
    phrase = read_phrase("lift ~ @sanction", "085", "RETREAT", None, 0)

    assert {"embargo", "tariff"} <= phrase.elements[1].words
    assert phrase.elements[1].gap


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("attack/v", ["attack/v"]),
        ("walk-out/n", ["walk - *out"]),
        ("stage ~ *walk-out|rally", ["stage ~ walk - *out", "stage ~ *rally"]),
        ("must <says", ["must <says"]),
        ("co-operate/v", ["co-operate/v"]),  # a prefix: one word of the sentence too
    ],
)
def test_a_word_with_a_hyphen_is_the_words_that_sentences_have_of_it(phrase: str, expected: list[str]) -> None:
    assert list(variants(phrase.split())) == expected


def test_a_participle_may_come_of_a_verb_with_or_without_an_e() -> None:
    assert "extradite" in forms("extradited")
    assert "boycott" in forms("boycotted")
