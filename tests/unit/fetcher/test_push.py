"""Programs on this machine hand articles in and are told what became of each; nobody else does."""

import json
import socket
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestClient, TestServer
from structlog.testing import capture_logs
from tests.unit.fetcher.outbox import Outbox

from dateline.eventlog.port import LogUnavailable
from dateline.fetcher import Fetcher, FetcherError, FetcherSettings
from dateline.fetcher.intake import Intake
from dateline.fetcher.push import Push
from dateline.fetcher.state import FetcherState, refused_in
from dateline_schemas.article import Article
from dateline_schemas.envelope import encode

LARGEST = 300_000
LINES = {"Content-Type": "application/x-ndjson"}
Client = TestClient[web.Request, web.Application]


@pytest.fixture
def outbox() -> Outbox:
    return Outbox()


@pytest.fixture
async def client(tmp_path: Path, outbox: Outbox) -> AsyncIterator[Client]:
    with FetcherState(tmp_path / "state.sqlite") as state:
        application = web.Application()
        application.add_routes(Push(Intake(state, outbox.publish), largest=LARGEST).routes())
        async with TestClient(TestServer(application)) as client:
            yield client


async def test_one_article(client: Client, outbox: Outbox) -> None:
    article = {"text": "He left.", "url": "https://a.example/1", "published": "2025-05-02T10:00:00Z", "authors": "Ana"}
    for outcome in ("published", "unchanged"):
        answer = await client.post("/articles", json=article)
        assert answer.status == 202
        (told,) = (await answer.json())["articles"]
        assert told == {"outcome": outcome, "id": outbox.articles[0].id, "revision": 1}
    assert outbox.articles[0].authors == ("Ana",)
    assert outbox.articles[0].provenance.kind == "push"


@pytest.mark.parametrize("name", [{}, {"id": 1}])
async def test_each_outlet_has_an_article_of_its_own(client: Client, outbox: Outbox, name: dict[str, int]) -> None:
    items = [{"text": "He left.", "outlet": outlet, **name} for outlet in ("Alpha Daily", "Beta Times", "Alpha Daily")]
    answer = await client.post("/articles", json=items)
    told = (await answer.json())["articles"]
    assert [(one["outcome"], one["revision"]) for one in told] == [("published", 1), ("published", 1), ("unchanged", 1)]
    assert [article.outlet for article in outbox.articles] == ["Alpha Daily", "Beta Times"]
    assert len({article.id for article in outbox.articles}) == 2


async def test_what_has_a_url_is_one_article_whoever_hands_it_in(client: Client, outbox: Outbox) -> None:
    for outlet, text in (("Alpha Daily", "He left."), ("Alpha", "He left today.")):
        await client.post("/articles", json={"text": text, "outlet": outlet, "url": "https://a.example/1"})
    assert [article.revision for article in outbox.articles] == [1, 2]


async def test_a_list_and_lines_each_with_its_fate(client: Client, outbox: Outbox) -> None:
    items = [{"text": "One.", "id": "a"}, {"text": 5}, {"text": ""}, "text", {"text": "Two.", "id": "b", "new": 1}]
    expected = ["published", "refused:wrong_fields", "refused:empty", "refused:wrong_fields", "published"]
    answer = await client.post("/articles", json=items)
    assert answer.status == 202
    assert [told["outcome"] for told in (await answer.json())["articles"]] == expected
    lines = "\n".join([*map(json.dumps, items), "{broken", ""])
    answer = await client.post("/articles", data=lines.encode(), headers=LINES)
    told = (await answer.json())["articles"]
    assert [one["outcome"] for one in told][-2:] == ["unchanged", "refused:not_json"]
    assert "text" in told[1]["detail"]
    assert outbox.titles == ["One.", "Two."]


async def test_a_date_that_cannot_be_read_is_told_and_left_out(client: Client, outbox: Outbox) -> None:
    answer = await client.post("/articles", json={"text": "He left.", "published": "last Friday"})
    (told,) = (await answer.json())["articles"]
    assert told["outcome"] == "published"
    assert "'last Friday'; write it as 2025-" in told["detail"]
    assert outbox.articles[0].published_quality == "missing"


async def test_fields_that_are_not_read_are_told_with_those_that_are(client: Client, outbox: Outbox) -> None:
    items = [
        {"text": "He left.", "link": "https://a.example/1", "date": "2025-05-02"},
        {"body": "He left."},
        {"text": "She left.", **{f"{number}\n{'x' * 500}": 1 for number in range(90)}},
    ]
    answer = await client.post("/articles", json=items)
    published, refused, many = (await answer.json())["articles"]
    assert published["outcome"] == "published"
    assert published["detail"].startswith("not read: link, date; an article has text, title, url, outlet, published, ")
    assert refused["outcome"] == "refused:empty"
    assert refused["detail"].startswith("there is no text in it; not read: body; an article has text, ")
    assert " and 85 more; " in many["detail"]
    assert len(many["detail"]) < 500
    assert "\n" not in many["detail"]
    assert outbox.titles == ["He left.", "She left."]


@pytest.mark.parametrize("url", ["ftp://a.example/1", "a.example/1", "https://" + "x" * 5_000])
async def test_a_url_that_is_left_out_is_told(client: Client, outbox: Outbox, url: str) -> None:
    answer = await client.post("/articles", json={"text": "He left.", "url": url})
    (told,) = (await answer.json())["articles"]
    assert told["outcome"] == "published"
    assert told["detail"].startswith(f"url is '{url[:60]}', which is left out; write it as https://")
    assert outbox.articles[0].url is None


async def test_a_text_that_is_cut_is_told(client: Client, outbox: Outbox) -> None:
    answer = await client.post("/articles", json={"text": "He left. " * 30_000})
    (told,) = (await answer.json())["articles"]
    assert told["outcome"] == "published"
    assert told["detail"] == f"the text is cut after its first {len(outbox.articles[0].text):,} characters"


async def test_what_the_contract_adds_to_an_article_is_not_told_of(client: Client, outbox: Outbox) -> None:
    await client.post("/articles", json={"text": "He left.", "url": "https://a.example/1"})
    again = json.loads(encode(outbox.articles[0])) | {"text": "He stayed."}
    answer = await client.post("/articles", json=again)
    (told,) = (await answer.json())["articles"]
    assert told["outcome"] == "published"
    assert "detail" not in told


async def test_a_record_of_the_topic_can_be_handed_in_again(client: Client, outbox: Outbox) -> None:
    await client.post("/articles", json={"text": "He left.", "url": "https://a.example/1", "outlet": "Andes Wire"})
    answer = await client.post(
        "/articles", data=encode(outbox.articles[0]), headers={"Content-Type": "application/json"}
    )
    assert (await answer.json())["articles"][0]["outcome"] == "unchanged"


@pytest.mark.parametrize("kind", ["application/json", "application/x-ndjson"])
async def test_a_byte_order_mark_is_no_part_of_the_json(client: Client, outbox: Outbox, kind: str) -> None:
    body = b'\xef\xbb\xbf{"text": "He left.", "id": 1}'
    answer = await client.post("/articles", data=body, headers={"Content-Type": kind})
    assert answer.status == 202
    assert outbox.titles == ["He left."]


async def test_an_article_is_withdrawn(client: Client, outbox: Outbox) -> None:
    for more in ({"text": "He left."}, {"content_status": "withdrawn"}):
        answer = await client.post("/articles", json={"url": "https://a.example/1", **more})
        assert answer.status == 202
    assert (outbox.articles[1].revision, outbox.articles[1].text) == (2, "")


@pytest.mark.parametrize(
    ("body", "headers", "status", "words"),
    [
        (b"{broken", {}, 400, "JSON|key"),
        (b"", {}, 400, "EOF"),
        (b'{"text": "He left.", "id": NaN}', {}, 400, "expected value"),
        (b'{"text": "He left.", "id": 1e400}', {}, 422, "too large"),
        (b"[" * 10_000, {}, 400, "recursion|depth"),
        (b"[]", {}, 422, "no article in it"),
        (b'{"text": 5}', {}, 422, "valid string"),
        (b"x" * (LARGEST + 1), {}, 413, f"{LARGEST} bytes"),
        (b"[" + b"{}," * 1_000 + b"{}]", {}, 413, "1001 items"),
        (b"{}", {"Content-Type": "text/plain"}, 415, "application/json"),
        (b"{}", {"Origin": "https://evil.example"}, 403, "evil.example"),
        (b"{}", {"Origin": "null"}, 403, "null"),
        (b"{}", {"Sec-Fetch-Site": "cross-site"}, 403, "other sites"),
        (b"{}", {"Host": "evil.example"}, 403, "evil.example"),
        (b"{}", {"Host": "127.0.0.1.evil.example:80"}, 403, "evil.example"),
        (b"{}", {"Host": "[::1"}, 403, "none of"),
    ],
)
async def test_what_is_turned_away_is_told_why(
    client: Client, outbox: Outbox, body: bytes, headers: dict[str, str], status: int, words: str
) -> None:
    answer = await client.post("/articles", data=body, headers={"Content-Type": "application/json", **headers})
    text = await answer.text()
    assert answer.status == status, text
    assert any(word in text for word in words.split("|")), text
    assert json.loads(text)
    assert outbox.articles == []


@pytest.mark.parametrize(("kind", "body"), [("json", b"[" + b"0," * 2_000 + b"0]"), ("x-ndjson", b"0\n" * 2_001)])
async def test_of_too_many_items_none_is_looked_at(
    client: Client, monkeypatch: pytest.MonkeyPatch, kind: str, body: bytes
) -> None:
    """A body has room for millions, and to look at them would keep everybody waiting for most of a minute."""
    looked_at: list[object] = []
    monkeypatch.setattr("dateline.fetcher.push.object_of", lambda one, _: looked_at.append(one))
    monkeypatch.setattr("dateline.fetcher.push.read_object", lambda one, _: looked_at.append(one))
    answer = await client.post("/articles", data=body, headers={"Content-Type": f"application/{kind}"})
    assert (answer.status, looked_at) == (413, [])
    assert "2001 items" in await answer.text()


async def test_a_page_of_ours_may_push(client: Client) -> None:
    origin = f"http://{client.host}:{client.port}"
    headers = {"Origin": origin, "Sec-Fetch-Site": "same-origin"}
    assert (await client.post("/articles", json={"text": "He left."}, headers=headers)).status == 202


async def test_a_log_that_takes_nothing_is_said_at_once(tmp_path: Path) -> None:
    async def no_room(_: Sequence[Article]) -> None:
        raise LogUnavailable("the disk is full")

    async with Fetcher(FetcherSettings(push_port=0), no_room, tmp_path / "state.sqlite") as fetcher:
        async with ClientSession() as session:
            answer = await session.post("http://{}:{}/articles".format(*fetcher.push_address), json={"text": "Left."})
            assert answer.status == 503
            assert "the disk is full" in (await answer.json())["error"]
        assert fetcher.outcomes == {}


async def test_on_a_port_of_its_own(tmp_path: Path, outbox: Outbox) -> None:
    async with Fetcher(FetcherSettings(push_port=0), outbox.publish, tmp_path / "state.sqlite") as fetcher:
        host, port = fetcher.push_address
        assert host == "127.0.0.1"
        async with ClientSession() as session:
            answer = await session.post(f"http://localhost:{port}/articles", json={"text": "He left."})
            assert answer.status == 202
        assert fetcher.outcomes == {"published": 1}


async def test_a_port_in_use_is_one_clear_line(tmp_path: Path, outbox: Outbox) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        fetcher = Fetcher(FetcherSettings(push_port=port), outbox.publish, tmp_path / "state.sqlite")
        with pytest.raises(FetcherError, match=rf"cannot listen on 127.0.0.1:{port}: .*in use.*; choose another port"):
            await fetcher.__aenter__()


async def test_a_name_of_megabytes_is_not_kept_whole_where_it_is_refused(client: Client, tmp_path: Path) -> None:
    names = ["n" * 100_000 + end for end in "ab"]
    with capture_logs() as logs:
        answer = await client.post("/articles", json=[{"id": name, "text": ""} for name in names])
    assert answer.status == 422
    kept = {refused.item for refused in refused_in(tmp_path / "state.sqlite")}
    assert len(kept) == 2
    assert kept == {log["item"] for log in logs}
    assert max(map(len, kept)) < 1_100
    await client.post("/articles", json=[{"id": name, "text": "He left."} for name in names])
    assert refused_in(tmp_path / "state.sqlite") == []
