"""Who says what: source, cue and content."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.enricher import actors, attribution, document
from dateline.enricher.attribution import candidates, conflicts, features, odds, refining
from dateline.enricher.attribution.alternatives import Alternatives
from dateline.enricher.attribution.candidates import Candidate
from dateline.enricher.attribution.clause import Clauses
from dateline.enricher.attribution.quotes import Quotes
from dateline.enricher.attribution.weights import Weights
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
            "The bridge will not reopen this year, the mayor told the Harbour Gazette on Sunday.",
            ("the mayor", "told", "The bridge will not reopen this year"),
        ),
        (
            '"The harvest is lost," the farmer told reporters on Sunday.',
            ("the farmer", "told", '"The harvest is lost,"'),
        ),
        (
            "Two villages went dry, the mayor said, because the pumps were switched off on Monday.",
            ("the mayor", "said", "Two villages went dry … because the pumps were switched off on Monday"),
        ),
        (
            "The pumps were switched off on Monday, the mayor said, which left two villages dry.",
            ("the mayor", "said", "The pumps were switched off on Monday … which left two villages dry"),
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
            ("Berg, the envoy of Norway", "said", "the talks had failed"),
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
        ("With a week to go, Ola Berg, an adviser to the bank, called Mr. Ito's remarks a warning.", "called",
         "Ola Berg, an adviser to the bank"),
        ("The row came after rival Ola Berg attacked the mayor as a liar.", "attacked", "rival Ola Berg"),
        ("The minister says the army is weak and warns that it will not hold.", "warns", "The minister"),
        ("The mayor said crews would search the river and promised that ferries would stop.", "promised", "The mayor"),
        ("Delegates praised the rules that promise that tolls will fall.", "promise", "the rules"),
        ("Not everyone believes that the dam will hold.", "believes", "Not everyone"),
        ("Only twelve of the captains agreed that the port should close.", "agreed", "Only twelve of the captains"),
        ("Other unions, including the Dockers' League, said the strike would go on.", "said",
         "Other unions, including the Dockers' League"),
        ("The tolls will rise, according to Mara Quill, a professor of law at the harbour school.", "according to",
         "Mara Quill, a professor of law at the harbour school"),
    ],
)  # fmt: skip
def test_source_is_whole_and_its_own(text: str, cue: str, source: str) -> None:
    assert parts(text, by_cue(text, cue))[0] == source


def test_object_of_the_verb_above_does_what_an_infinitive_says() -> None:
    [sentence] = document.read("The council urged farmers to demand that the dam be closed.").sentences
    clauses = Clauses(sentence)

    demand = next(
        one for one in candidates.of_sentence(0, clauses, Quotes("")) if sentence.tokens[one.head].text == "demand"
    )

    assert demand.source is not None
    assert [token.text for token in sentence.tokens[slice(*demand.source)]] == ["farmers"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan was endorsed by the dockers' union.", ("the dockers' union", "was endorsed", "The plan")),
        ("As Ola Berg said, the dam is full.", ("Ola Berg", "said", "the dam is full")),
        ("The dam is full, as Ola Berg has said.", ("Ola Berg", "has said", "The dam is full")),
        ("That is what the mayor wants.", ("the mayor", "wants", "what")),
        ("Quill is an outspoken critic of the tolls.", ("Quill", "is an outspoken critic of", "the tolls")),
        ("The harbour office reported “forty ships” in the bay.",
         ("The harbour office", "reported", "“forty ships” in the bay")),
        ("Some note that tolls fell.", ("", "note", "that tolls fell")),  # "note" is taken for a noun
        ("The mayor said at a meeting on Friday that the port would close.",
         ("The mayor", "said", "that the port would close")),
    ],
)  # fmt: skip
def test_what_is_said_stands_elsewhere_than_behind_its_verb(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in [parts(text, one) for one in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The storm sank two ferries off Bergen, the Harbour Post reports.",
         ("the Harbour Post", "reports", "The storm sank two ferries off Bergen")),
        ("A leaflet by the committee references four cases in which he spoke.",
         ("A leaflet by the committee", "references", "four cases in which he spoke")),
    ],
)  # fmt: skip
def test_verb_that_the_tagger_took_for_a_noun_is_a_cue(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in [parts(text, one) for one in found(text)]


def test_noun_at_the_end_of_a_list_is_no_cue() -> None:
    assert not found("They sold maps, charts and Harbour Post reports.")


def test_no_word_is_in_two_cues() -> None:
    text = "The woman disputes the idea that she took the boat."

    [disputes] = found(text)

    assert parts(text, disputes)[0] == "The woman"


def test_surest_of_overlapping_cues_is_taken_and_of_equals_the_first() -> None:
    assert conflicts.surest([(0, 5), (4, 9), (9, 12)], [10, 20, 5]) == [1, 2]
    assert conflicts.surest([(0, 5), (4, 9)], [7, 7]) == [0]


def only_candidate(text: str) -> tuple[Candidate, Clauses]:
    [sentence] = document.read(text).sentences
    clauses = Clauses(sentence)
    [candidate] = candidates.of_sentence(0, clauses, Quotes(text))
    return candidate, clauses


def test_source_and_cue_are_what_the_weights_choose() -> None:
    text = "The mayor from Oslo has never said that the port would close."
    candidate, clauses = only_candidate(text)
    nothing = Weights({})
    nobody = refining.Learned(Weights({"none": 900}), Weights({}, 1), Weights({}, 1), nothing)
    shorter = refining.Learned(Weights({"by=up to a preposition": 900}), nothing, Weights({}, 1), nothing)

    alone = refining.refined(candidate, clauses, Quotes(text), nobody, odds.ONE)
    short = refining.refined(candidate, clauses, Quotes(text), shorter, odds.ONE)

    assert (alone.source, alone.cue) == (None, (candidate.head, candidate.head + 1))
    assert short.source == (0, 2)


def test_a_long_list_is_not_cut_at_every_comma() -> None:
    text = "The union, " + "Ito, Berg, " * 20 + "and Quill said that the dam is full."
    [sentence] = document.read(text).sentences
    clauses = Clauses(sentence)
    said = next(one for one in candidates.of_sentence(0, clauses, Quotes(text)) if one.kind == "verb")
    whole = replace(said, source=(0, said.cue[0]))

    lengths = [len(range(*phrase)) for phrase in Alternatives(clauses, whole).found if phrase[0] == 0]

    assert len(lengths) > 5
    assert not [length for length in lengths if 40 < length < said.cue[0] - 5]


def test_words_of_the_source_are_none_of_the_cues() -> None:
    text = "The mayor said that the port would close."
    candidate, clauses = only_candidate(text)
    everything = refining.Learned(Weights({"by=rule": 900}), Weights({}), Weights({}), Weights({}))

    greedy = refining.refined(candidate, clauses, Quotes(text), everything, odds.ONE)

    assert greedy.cue == candidate.cue


def test_content_begins_behind_its_cue_however_long_that_is() -> None:
    text = "The mayor called for a new port."
    candidate, clauses = only_candidate(text)
    head_alone = refining.Learned(Weights({"by=rule": 900}), Weights({}, 1), Weights({}, 1), Weights({}))

    short = refining.refined(candidate, clauses, Quotes(text), head_alone, odds.ONE)

    [(start, end)] = short.content.spans
    assert text[start:end] == "for a new port"


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


def test_where_a_text_is_sent_from_says_nothing() -> None:
    assert found("NAKURU: Students marched to the governor's office on Monday over fees.") == []
    assert found("Kiprono: The road will be finished in May.") != []


def test_whose_lawyer_speaks_does_not_speak() -> None:
    speaker = by_cue("The Kenyan journalist was free, her lawyer said.", "said").speaker
    assert speaker is not None
    assert speaker.name == "lawyer of Kenya"


def test_who_has_seen_a_report_does_not_say_what_is_in_it() -> None:
    assert by_cue("A report seen by the BBC said that the bridge had fallen.", "said").speaker is None
