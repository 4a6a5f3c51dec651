"""Who says what: source, cue and content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.enricher import actors, attribution, document
from dateline.enricher.attribution import candidates, features
from dateline.enricher.attribution.clause import Clauses
from dateline.enricher.attribution.quotes import Quotes
from dateline_schemas.coded import Attribution


def found(text: str) -> list[Attribution]:
    read = document.read(text)
    return list(attribution.find(read, actors.find(read)))


def parts(text: str, one: Attribution) -> tuple[str, str, str]:
    """Source, cue and content as they stand in the text."""
    words = [" … ".join(text[span.start : span.end] for span in spans) for spans in (one.source, one.content)]
    return words[0], text[one.cue.start : one.cue.end] if one.cue else "", words[1]


def by_cue(text: str, cue: str) -> Attribution:
    return next(one for one in found(text) if one.cue and text[one.cue.start : one.cue.end] == cue)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The minister said that the bridge would reopen in May.",
            ("The minister", "said", "that the bridge would reopen in May"),
        ),
        (
            "“The talks have failed,” said Ola Berg, the envoy of Norway.",
            ("Ola Berg, the envoy of Norway", "said", "“The talks have failed,”"),
        ),
        (
            '"The harvest is lost," the farmer told reporters on Sunday.',
            ("the farmer", "told", '"The harvest is lost,"'),
        ),
        (
            "According to the harbour office, two ships are missing.",
            ("the harbour office", "According to", "two ships are missing"),
        ),
        (
            "Two ships are missing, according to the harbour office.",
            ("the harbour office", "according to", "Two ships are missing"),
        ),
        ("The road is closed, police said.", ("police", "said", "The road is closed")),
        (
            "Berg, the envoy of Norway, said the talks had failed.",
            ("Berg, the envoy of Norway,", "said", "the talks had failed"),
        ),
    ],
)
def test_one_attribution_has_source_cue_and_content(text: str, expected: tuple[str, str, str]) -> None:
    [one] = found(text)

    assert parts(text, one) == expected


def test_quotation_that_goes_on_after_its_speaker_is_one_content() -> None:
    text = '"We tested it," Ana Ito said. "It is safe. It will last."'

    [one] = found(text)

    assert one.direct
    assert [text[span.start : span.end] for span in one.content] == ['"We tested it,"', '"It is safe. It will last."']


def test_participle_goes_on_with_its_sentences_speaker() -> None:
    text = "The governor said the dam was full, adding that villages would be warned."

    added = by_cue(text, "adding")

    assert parts(text, added) == ("The governor", "adding", "that villages would be warned")


def test_speaker_within_an_agencys_report_stands_within_it() -> None:
    text = "According to Tanjug, President Marta Kovac said the army would withdraw."

    agency, president = found(text)

    assert president.within == agency.id
    assert parts(text, agency)[0] == "Tanjug"


def test_paragraph_behind_a_colon_is_what_was_said() -> None:
    text = "The union added:\n\n“No ship leaves the port.”"

    assert parts(text, by_cue(text, "added"))[2] == "“No ship leaves the port.”"


def test_speaker_is_the_actor_whom_the_pronoun_stands_for() -> None:
    text = "French President Emmanuel Macron met bakers. He said that bread was dear."

    speaker = by_cue(text, "said").speaker

    assert speaker is not None
    assert speaker.country == "FRA"


def test_surer_forms_have_more_confidence() -> None:
    quoted = by_cue('"It is safe," Ana Ito said.', "said")
    weighed = [one.confidence for one in found("The union's claim that wages fell was heard.")]

    assert all(quoted.confidence > other for other in weighed)


def test_text_without_anybody_saying_anything_has_none() -> None:
    assert found("Rain fell on the coast. Two roads were flooded.") == []


@given(st.text(alphabet=st.sampled_from("aS said,.:\"“”‘’'\n—Heto that according"), max_size=150))
def test_spans_hold_text_and_ids_are_unique(text: str) -> None:
    all_found = found(text)

    assert len({one.id for one in all_found}) == len(all_found)
    for one in all_found:
        for span in (*one.source, *one.content, *([one.cue] if one.cue else [])):
            assert 0 <= span.start < span.end <= len(text)


def test_participle_before_the_verb_keeps_to_its_comma() -> None:
    text = "Ito, stressing that the dam was full, said: Villages will be warned."

    assert parts(text, by_cue(text, "stressing"))[2] == "that the dam was full"
    assert parts(text, by_cue(text, "said"))[::2] == ("Ito", "Villages will be warned")


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Two ships are missing, according to a report by the harbour office in Oslo.", "according to",
         "a report by the harbour office in Oslo"),
        ("The council urged farmers to demand that the dam be closed.", "to demand", "farmers"),
        ("With a week to go, Ola Berg, an adviser to the bank, called Mr. Ito's remarks a warning.", "called",
         "Ola Berg, an adviser to the bank,"),
        ("The row came after rival Ola Berg attacked the mayor as a liar.", "attacked", "rival Ola Berg"),
        ("The minister says the army is weak and warns that it will not hold.", "warns", "The minister"),
        ("The mayor said crews would search the river and promised that ferries would stop.", "promised", "The mayor"),
        ("Delegates praised the rules that promise that tolls will fall.", "promise", "the rules"),
        ("Not everyone believes that the dam will hold.", "believes", "Not everyone"),
        ("Only twelve of the captains agreed that the port should close.", "agreed", "Only twelve of the captains"),
        ("Other unions, including the Dockers' League, said the strike would go on.", "said",
         "Other unions, including the Dockers' League,"),
        ("The tolls will rise, according to Mara Quill, a professor of law at the harbour school.", "according to",
         "Mara Quill, a professor of law at the harbour school"),
    ],
)  # fmt: skip
def test_source_is_whole_and_its_own(text: str, cue: str, source: str) -> None:
    assert parts(text, by_cue(text, cue))[0] == source


def test_question_word_begins_what_is_said() -> None:
    text = "The captain explained why the ferry was late."

    assert parts(text, by_cue(text, "explained"))[2] == "why the ferry was late"


def test_traits_tell_what_a_candidate_stands_within_and_no_topic() -> None:
    [sentence] = document.read("The mayor said that the harbour wants a new crane.").sentences
    clauses = Clauses(sentence)
    quotes = Quotes("")
    said, wants = features.of_sentence(list(candidates.of_sentence(0, clauses, quotes)), clauses, quotes)

    assert {"within=1", "within lemma=say"} <= set(wants)
    assert {"within=0", "holds=1"} <= set(said)
    assert not [trait for trait in (*said, *wants) if "harbour" in trait or "crane" in trait or "mayor" in trait]
