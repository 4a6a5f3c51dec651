"""A language model codes under the rules' own checks; it times out, lies and breaks, and no harm is done."""

import json
from typing import Any

import pytest
from tests.unit.enricher.articles import MOMENT, VISIT, article
from tests.unit.enricher.llmserver import Reply, floods, model, raw, says, stalls

from dateline.enricher.choosing import told, verify, wall_seconds
from dateline.enricher.evidence import holds
from dateline.enricher.llm.asking import Endpoint
from dateline.enricher.llm.coder import LlmCoder
from dateline.enricher.llm.settings import LlmSettings
from dateline.enricher.port import Away, NotReady, Uncodable
from dateline.enricher.settings import EnricherSettings
from dateline_schemas import EnrichedArticle, EventType

KEY = "sk-never-to-be-seen"
SENTENCE = "Egypt condemned the attack on the convoy."
RUTO = {"quote": "President William Ruto", "name": "William Ruto", "kind": "person", "country": "KEN", "sector": "GOV"}
EGYPT = {"quote": "Egypt", "name": "Egypt", "kind": "government", "country": "EGY", "sector": "GOV"}
EVENT: dict[str, Any] = {
    "sentence": SENTENCE, "trigger": "condemned", "type": "ACCUSE", "mode": "disapprove", "realis": "actual",
    "confidence": 0.9, "actors": [EGYPT], "recipients": [], "date": None, "place": None, "attribution": None,
}  # fmt: skip


def answer(*events: dict[str, Any]) -> Reply:
    return says(json.dumps({"events": list(events)}))


def coded(*replies: Reply, waits: list[float] | None = None, text: str = VISIT, **settings: Any) -> EnrichedArticle:
    with model(*replies) as server:
        chosen = LlmSettings.model_validate(
            {"url": server.url, "model": "toy:1b", "key": KEY, "seconds": 20} | settings
        )
        endpoint = Endpoint(chosen, sleep=(waits if waits is not None else []).append)
        enriched = LlmCoder(chosen, endpoint)(article(text), MOMENT)
        assert server.keys == [f"Bearer {KEY}"] * len(server.keys)
    assert KEY not in enriched.model_dump_json()
    return enriched


def test_what_stands_in_the_text_is_coded_with_its_evidence() -> None:
    said = {"speaker": RUTO, "cue": "said", "content": "Our trade reached 1.2 billion dollars last year"}
    whole = EVENT | {
        "date": {"quote": "on Monday", "start": "2024-06-10", "end": None},
        "place": {"quote": "Cairo", "name": "Cairo", "country": "EGY"},
        "attribution": said,
        "recipients": [RUTO],
    }
    enriched = coded(answer(whole))

    (mention,) = enriched.mentions
    assert (mention.type, mention.mode, mention.rule, mention.confidence) == (
        EventType.ACCUSE,
        "disapprove",
        "llm:toy:1b",
        0.9,
    )
    assert VISIT[mention.trigger.start : mention.trigger.end] == "condemned"
    assert mention.quote == SENTENCE
    assert [party.actor for party in mention.actors] == ["EGY/government"]
    assert mention.date
    assert mention.place
    assert enriched.attributions[0].id == mention.attribution
    assert enriched.attributions[0].direct
    assert set(mention.empty) == {"cameo"}
    assert enriched.coder == "dateline-llm/1.0.0+toy-1b"
    assert enriched.shed == {}


def test_a_lie_costs_the_field_and_says_so() -> None:
    lies = EVENT | {
        "mode": ["no", "mode"],
        "actors": [EGYPT | {"quote": "the Sultan"}, EGYPT],
        "recipients": [RUTO | {"quote": "Ruto of Narnia"}],
        "date": {"quote": "on Friday", "start": "2024-06-14"},
        "place": {"quote": "Cairo", "country": "Egypt, of course"},
        "attribution": {"speaker": RUTO, "cue": "thundered", "content": SENTENCE},
        "confidence": 7,
    }
    enriched = coded(answer(lies, EVENT | {"sentence": "Egypt surrendered.", "trigger": "surrendered"}))

    (mention,) = enriched.mentions
    assert len(mention.actors) == 1
    assert mention.recipients == ()
    assert mention.empty["recipient"] == mention.empty["date"] == mention.empty["attribution"]
    assert "not in the text" in mention.empty["recipient"]
    assert "is no mode of ACCUSE" in mention.empty["mode"]
    assert mention.place
    assert mention.place.country is None
    assert mention.confidence == 0.5
    assert enriched.shed == {"events without evidence": 1}
    assert all(holds(VISIT, item) for item in (*enriched.mentions, *enriched.actors, *enriched.places))


def test_a_name_that_is_not_in_the_text_is_what_the_quote_says() -> None:
    named = EVENT | {
        "actors": [RUTO | {"name": "William Samoei Ruto"}],
        "recipients": [RUTO],
        "place": {"quote": "Cairo", "name": "Al-Qahirah", "country": "EGY"},
    }
    (mention,) = coded(answer(named)).mentions
    assert [party.name for party in mention.actors] == ["President William Ruto"]
    assert [party.name for party in mention.recipients] == ["William Ruto"]
    assert mention.place
    assert mention.place.name == "Cairo"


@pytest.mark.parametrize("query", ["", "?api-version=2024-10-21&x=/"])
def test_a_query_of_the_address_stays_behind_the_path(query: str) -> None:
    with model(answer(EVENT)) as server:
        settings = LlmSettings(url=f"{server.url}/{query}", model="toy")
        assert LlmCoder(settings)(article(VISIT), MOMENT).mentions
        assert server.paths == [f"/v1/chat/completions{query}"]


@pytest.mark.parametrize(
    ("given", "country", "sector"),
    [
        ({}, "KEN", "GOV"),
        ({"country": "UNO", "sector": "UAF"}, "UNO", "UAF"),
        ({"country": "ZZZ", "sector": "GOD"}, None, None),
        ({"country": "ken", "sector": ["GOV"]}, None, None),
    ],
)
def test_a_code_is_of_the_ontology_or_left_out(given: dict[str, Any], country: str | None, sector: str | None) -> None:
    place = {"quote": "Cairo", "name": "Cairo", "country": given.get("country", "KEN")}
    (mention,) = coded(answer(EVENT | {"actors": [RUTO | given], "place": place})).mentions
    assert [(party.country, party.sector) for party in mention.actors] == [(country, sector)]
    assert mention.place
    assert mention.place.country == country


@pytest.mark.parametrize(
    ("quote", "start", "is_taken"),
    [
        ("on Monday", "2024-06-10", True),
        ("on Monday", "1990", True),
        ("on Monday", "2024-02-30", False),
        ("on Monday", "0001-06-10", False),
        ("on Monday", "2424-06-10", False),
        ("on Monday", "\u0662\u0660\u0662\u0664", False),  # digits, but none of ours
        ("In 1912", "1912", True),
        ("In 1912", "2024", False),
    ],
)
def test_a_day_is_possible_and_near_its_words(quote: str, start: str, is_taken: bool) -> None:
    dated = EVENT | {"date": {"quote": quote, "start": start, "end": "9999-12-31"}}
    (mention,) = coded(answer(dated), text=f"In 1912 it sank. {VISIT}").mentions
    assert (mention.date.start if mention.date else None) == (start if is_taken else None)
    assert mention.date is None or mention.date.end is None
    assert ("far from its words" in mention.empty.get("date", "")) != is_taken


def test_a_name_is_one_line_of_visible_characters() -> None:
    named = "Mi\u202esr \n the\u200b state\u001b[31m"
    sentence = f"{named} rejected the plan."
    hostile = EVENT | {"sentence": sentence, "trigger": "rejected", "type": "REJECT", "mode": None}
    actor = EGYPT | {"quote": named, "name": named, "kind": "organisation"}
    (mention,) = coded(answer(hostile | {"actors": [actor]}), text=f"{VISIT} {sentence}").mentions
    assert mention.actors[0].name == "Misr the state[31m"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"sentence": "Egypt surrendered."}, "a sentence that is not there"),
        ({"trigger": "arrived"}, "a deed of another sentence"),
        ({"type": "INVADE"}, "a type that is none"),
        ({"realis": "perhaps"}, "a realis that is none"),
        ({"sentence": 5, "trigger": ["condemned"]}, "no words"),
    ],
)
def test_when_nothing_stands_in_the_text_the_article_is_uncodable(change: dict[str, Any], why: str) -> None:
    with pytest.raises(Uncodable, match="none of 1 events") as raised:
        coded(answer(EVENT | change))
    assert raised.value.cause == "llm_evidence", why


@pytest.mark.parametrize(
    "reply",
    [
        says('{"events": [{"sentence": '),
        says('["events"]'),
        says("I cannot help with that."),
        says("[" * 100_000),
        raw(200, b"<html>"),
        raw(200, b'{"choices": []}'),
        raw(200, b'{"choices": [{"message": {"content": 5}}]}'),
    ],
)
def test_an_answer_that_is_none_is_asked_for_again_then_the_article_is_uncodable(reply: Reply) -> None:
    with pytest.raises(Uncodable) as raised:
        coded(reply)
    assert raised.value.cause == "llm_answer"

    assert coded(reply, answer(EVENT)).mentions


LISTED = json.dumps({"events": [EVENT]})
DRAFT = json.dumps({"events": []})


@pytest.mark.parametrize(
    "wrapped",
    [
        f"<think>\nFirst I thought {DRAFT}, or\n```json\n{DRAFT}\n```\n</think>\n\n{LISTED}",
        f"as the endpoint itself opened the tag</think>{LISTED}\n",  # many chat templates do
        f"<think>the text says </think> somewhere</think>{LISTED}",
        f"<think>hm</think>Here it is:\n```json\n{LISTED}\n```\nThat is all.",
        f"```\n{LISTED}\n```",
        f"```json {LISTED}",
        f"Here it is:\n```json\n{LISTED}\n```",
    ],
)
def test_an_answer_behind_its_reasoning_or_in_a_fence_is_read(wrapped: str) -> None:
    assert [mention.type for mention in coded(says(wrapped), raw(500)).mentions] == [EventType.ACCUSE]


def test_a_sentence_may_quote_a_tag_and_a_fence() -> None:
    sentence = "Egypt condemned a page of ```json and </think> on Monday."
    quoting = EVENT | {"sentence": sentence, "actors": [EGYPT | {"quote": "Egypt"}]}
    assert coded(answer(quoting), text=f"{VISIT} {sentence}").mentions


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (f"<think>It may be {DRAFT}, or else", "ends within its reasoning; DATELINE_LLM_ANSWER_TOKENS"),
        (f"<think>It may be {DRAFT}</think>I do not know.", "no JSON object with a list of events"),
        ("<think>" * 60_000, "ends within its reasoning"),
        ("```json\n" * 40_000, "no JSON object"),
        ("```" + " " * 400_000, "no JSON object"),
        ("</think>" * 60_000, "no JSON object"),
    ],
)
def test_reasoning_or_a_fence_without_an_answer_is_none(said: str, why: str) -> None:
    with pytest.raises(Uncodable, match=why) as raised:
        coded(says(said), tries=1)
    assert raised.value.cause == "llm_answer"


def test_an_answer_in_a_fence_or_with_strange_letters_is_taken() -> None:
    strange = json.dumps({"events": [EVENT | {"actors": [EGYPT | {"name": "Misr\ud800", "kind": "person"}]}, 7]})
    enriched = coded(says(f"```json\n{strange}\n```"))
    assert enriched.mentions[0].actors[0].name == "Egypt"
    assert EnrichedArticle.model_validate_json(enriched.model_dump_json()) == enriched


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_endpoint_is_asked_again_ever_later_then_it_is_away(status: int) -> None:
    waits: list[float] = []
    assert coded(raw(status), raw(status), answer(EVENT), waits=waits).mentions
    assert waits == [0.5, 1.0]

    with pytest.raises(Away, match=f"does not answer: status {status}") as raised:
        coded(raw(status), waits=[])
    assert KEY not in str(raised.value)


@pytest.mark.parametrize("status", [401, 403, 404, 302])
def test_wrong_settings_blame_no_article_and_follow_no_redirect(status: int) -> None:
    with pytest.raises(Away, match="look at DATELINE_LLM_URL") as raised:
        coded(raw(status))
    assert KEY not in str(raised.value)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", ""),
        (b'{"error": {"message": "context\\nlength is 4096", "code": 7}}', ": context length is 4096"),
        (b'{"error": "no such\\u202e model"}', ": no such model"),
        (b'{"message": "bad\\u001b[31m request"}', ": bad [31m request"),
        (b"<html>\x00 busy", ": <html> busy"),
        (b"[[" * 50_000, f": {'[' * 300}"),
        (f"the key {KEY} is not for toys".encode(), ": the key … is not for toys"),
    ],
)
def test_a_text_that_the_endpoint_refuses_is_uncodable_for_the_reason_that_it_gives(body: bytes, reason: str) -> None:
    with pytest.raises(Uncodable, match="llm_refused") as raised:
        coded(raw(400, body))
    assert raised.value.detail == f"the endpoint answers 400 to this text{reason}"


def test_an_answer_that_does_not_end_is_given_up_in_time() -> None:
    with pytest.raises(Away, match=r"no answer within 0\.3 s"):
        coded(stalls, seconds=0.3)


def test_an_answer_without_end_is_given_up_by_its_bytes() -> None:
    with pytest.raises(Uncodable, match="more than 500000 bytes"):
        coded(floods)


def test_an_endpoint_that_is_not_there_is_away() -> None:
    with model(answer()) as server:
        gone = server.url
    settings = LlmSettings(url=gone, model="toy", seconds=5)
    with pytest.raises(Away, match="ConnectionRefusedError"):
        LlmCoder(settings, Endpoint(settings, sleep=lambda _: None))(article(VISIT), MOMENT)


def test_what_is_not_english_or_empty_is_not_asked_about() -> None:
    settings = LlmSettings(url="http://127.0.0.1:9/v1", model="toy")
    enriched = LlmCoder(settings)(article(" "), MOMENT)
    assert enriched.not_coded
    assert enriched.not_coded.reason == "empty"


def test_of_a_long_text_the_beginning_is_given_and_the_rest_is_counted() -> None:
    with model(answer(EVENT)) as server:
        settings = LlmSettings(url=server.url, model="toy", text_chars=1_000)
        enriched = LlmCoder(settings)(article(VISIT + " " * 800_000), MOMENT)
        assert len(server.asked[0]["messages"][1]["content"]) < 1_200
    assert enriched.shed["characters not read"] == len(VISIT) + 800_000 - 1_000


def test_settings_come_from_the_environment_and_the_key_is_told_over_the_pipe_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(NotReady, match="DATELINE_LLM_URL: Field required"):
        verify(EnricherSettings(coder="llm"))
    monkeypatch.setenv("DATELINE_LLM_URL", "https://models.example/v1")
    monkeypatch.setenv("DATELINE_LLM_MODEL", "toy")
    monkeypatch.setenv("DATELINE_LLM_KEY", KEY)
    settings = EnricherSettings(coder="llm", wall_seconds=5)
    verify(settings)
    assert json.loads(told(settings))["llm"]["key"] == KEY
    assert wall_seconds(settings) > LlmSettings(url="http://a", model="b").seconds
    assert KEY not in repr(settings) + repr(LlmSettings(url="http://a", model="b"))
    monkeypatch.setenv("DATELINE_LLM_URL", "https://user:secret@models.example/v1")
    with pytest.raises(NotReady, match="DATELINE_LLM_URL") as raised:
        verify(settings)
    assert "secret" not in str(raised.value)
