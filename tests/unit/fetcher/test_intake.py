"""Every item has one outcome; a revision's number never stands for two contents, whenever the fetcher is killed."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.eventlog.port import LogUnavailable
from dateline.fetcher import FetcherError
from dateline.fetcher.found import Found, Origin, Refusal
from dateline.fetcher.intake import Intake
from dateline.fetcher.state import REFUSED_KEPT, FetcherState, RefusedItem, refused_in
from dateline_schemas.article import Article, ContentStatus, SourceKind


class Outbox:
    """Takes what is published; can fail before or after it has taken it."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.failure = "none"

    async def publish(self, articles: Sequence[Article]) -> None:
        if self.failure == "before":
            raise LogUnavailable("no room")
        self.articles += articles
        if self.failure == "after":
            raise LogUnavailable("no answer")


def item(text: str, name: str = "one", **more: object) -> Found:
    return Found(Origin(SourceKind.FOLDER, "/wire", name), text, **more)  # type: ignore[arg-type]


@pytest.fixture
def outbox() -> Outbox:
    return Outbox()


@pytest.fixture
def intake(tmp_path: Path, outbox: Outbox) -> Iterator[Intake]:
    with FetcherState(tmp_path / "state.sqlite") as state:
        yield Intake(state, outbox.publish)


async def test_a_revision_counts_the_versions_of_an_article(intake: Intake, outbox: Outbox) -> None:
    for text in ("He left.", "He left.", "He left today.", "He left."):
        await intake.take([item(text)])
    assert [(article.revision, article.text) for article in outbox.articles] == [
        (1, "He left."),
        (2, "He left today."),
        (3, "He left."),
    ]
    assert len({article.id for article in outbox.articles}) == 1
    assert intake.outcomes == {"published": 3, "unchanged": 1}


async def test_another_outlet_or_language_is_another_version(intake: Intake, outbox: Outbox) -> None:
    for more in (
        {"language": "und"},
        {"language": "en"},
        {"language": "en"},
        {"language": "en", "outlet": "Lima Today"},
    ):
        await intake.take([item("He left.", **more)])
    told = [(article.revision, article.language, article.outlet) for article in outbox.articles]
    assert told == [(1, "und", "one"), (2, "en", "one"), (3, "en", "Lima Today")]
    assert len({article.content_hash for article in outbox.articles}) == 1


async def test_what_an_earlier_version_of_the_fetcher_has_issued_is_not_told_again(
    tmp_path: Path, intake: Intake, outbox: Outbox
) -> None:
    await intake.take([item("He left.")])
    with sqlite3.connect(tmp_path / "state.sqlite") as state:
        state.execute("UPDATE articles SET content_hash = ?", (outbox.articles[0].content_hash,))

    fates = await intake.take([item("He left."), item("He left today.")])

    assert [(fate.outcome, fate.revision) for fate in fates] == [("unchanged", 1), ("published", 2)]


async def test_versions_in_one_batch_are_told_apart(intake: Intake, outbox: Outbox) -> None:
    fates = await intake.take([item("He left."), item("He stayed."), item("He stayed."), item("She left.", "two")])
    assert [fate.revision for fate in fates] == [1, 2, 2, 1]
    assert [fate.outcome for fate in fates] == ["published", "published", "unchanged", "published"]
    assert len(outbox.articles) == 3


async def test_what_is_no_article_is_counted_by_its_cause(intake: Intake, outbox: Outbox) -> None:
    origin = Origin(SourceKind.FOLDER, "/wire", "bad")
    fates = await intake.take([Refusal(origin, "not_utf8", "byte 3"), item(" \x00\n"), item("He left.")])
    assert [fate.outcome for fate in fates] == ["refused:not_utf8", "refused:empty", "published"]
    assert intake.outcomes == {"refused:not_utf8": 1, "refused:empty": 1, "published": 1}


async def test_a_feeds_summary_does_not_replace_the_full_text(intake: Intake, outbox: Outbox) -> None:
    await intake.take([item("He left.", status=ContentStatus.FEED_ONLY)])
    await intake.take([item("He left the city.")])
    await intake.take([item("He left.", status=ContentStatus.FEED_ONLY)])
    assert [article.content_status for article in outbox.articles] == ["feed_only", "full"]


async def test_a_withdrawal_is_a_revision_without_text(intake: Intake, outbox: Outbox) -> None:
    await intake.take([item("He left.")])
    await intake.take([item("", status=ContentStatus.WITHDRAWN)])
    assert [(article.revision, article.text) for article in outbox.articles] == [(1, "He left."), (2, "")]


async def test_what_was_not_acknowledged_goes_out_again_as_it_was(tmp_path: Path, outbox: Outbox) -> None:
    for failure in ("after", "before", "none"):
        with FetcherState(tmp_path / "state.sqlite") as state:
            outbox.failure = failure
            try:
                await Intake(state, outbox.publish).take([item("He left.")])
            except LogUnavailable:
                assert failure != "none"
    assert [(article.id, article.revision) for article in outbox.articles] == [(outbox.articles[0].id, 1)] * 2


async def test_a_log_out_of_reach_is_waited_for(
    intake: Intake, outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.fetcher.intake.FIRST_WAIT_SECONDS", 0.001)
    publish, tries = outbox.publish, []

    async def publish_at_last(articles: Sequence[Article]) -> None:
        tries.append(len(articles))
        outbox.failure = "before" if len(tries) < 5 else "none"
        await publish(articles)

    intake._publish = publish_at_last
    fates = await intake.take_patiently([item("He left.")])
    assert [fate.outcome for fate in fates] == ["published"]
    assert len(tries) == 5
    assert intake.outcomes == {"published": 1}


steps = st.lists(
    st.tuples(
        st.lists(st.tuples(st.sampled_from(["one", "two"]), st.sampled_from("abc")), max_size=4),
        st.sampled_from(["none", "before", "after"]),
    ),
    max_size=8,
)


@settings(max_examples=40)
@given(steps)
async def test_no_number_stands_for_two_contents_whatever_fails(
    history: list[tuple[list[tuple[str, str]], str]],
) -> None:
    outbox = Outbox()
    with TemporaryDirectory() as folder:
        for batch, outbox.failure in history:
            with FetcherState(Path(folder) / "state.sqlite") as state:  # each step a new process
                try:
                    await Intake(state, outbox.publish).take([item(text, name) for name, text in batch])
                except LogUnavailable:
                    continue
            newest = {article.provenance.item: article for article in sorted(outbox.articles, key=lambda a: a.revision)}
            assert all(newest[name].text == text for name, text in dict(batch).items())
    contents: dict[tuple[str, int], set[str]] = {}
    for article in outbox.articles:
        contents.setdefault((article.id, article.revision), set()).add(article.text)
    assert all(len(texts) == 1 for texts in contents.values())


async def test_what_is_refused_is_kept_until_it_is_mended(intake: Intake, tmp_path: Path) -> None:
    torn = Refusal(Origin(SourceKind.FOLDER, "/wire", "two"), "not_utf8", "byte 3")
    await intake.take([item(""), torn, item("He left.", "three")])

    assert [(one.item, one.cause, one.detail) for one in refused_in(tmp_path / "state.sqlite")] == [
        ("one", "empty", "there is no text in it"),
        ("two", "not_utf8", "byte 3"),
    ]

    await intake.take([item("He came back."), torn])

    assert [one.item for one in refused_in(tmp_path / "state.sqlite")] == ["two"]


def test_only_the_newest_of_what_was_refused_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    assert refused_in(path) == []
    with FetcherState(path) as state:
        for at in range(REFUSED_KEPT + 3):
            state.refuse([RefusedItem("/wire", str(at), "empty", "", at)], [])

    kept = refused_in(path)

    assert [one.item for one in kept] == [str(at) for at in range(REFUSED_KEPT + 2, 2, -1)]


def test_a_state_that_kept_no_refusals_yet_has_none(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    sqlite3.connect(path).close()
    assert refused_in(path) == []


async def test_what_is_refused_without_a_name_is_kept_each_by_itself(intake: Intake, tmp_path: Path) -> None:
    nameless = Origin(SourceKind.PUSH, "push")
    await intake.take([Refusal(nameless, "not_json", "line 1"), Refusal(nameless, "empty", "")])
    await intake.take([Found(nameless, "He left.")])

    assert {one.cause for one in refused_in(tmp_path / "state.sqlite")} == {"not_json", "empty"}


async def test_a_full_disc_takes_nothing_and_costs_nothing(tmp_path: Path, outbox: Outbox) -> None:
    items = [item(f"Minister {number} left.", str(number)) for number in range(100)]
    with FetcherState(tmp_path / "state.sqlite") as state:
        intake = Intake(state, outbox.publish)
        state._database.execute("PRAGMA max_page_count = 1")  # no more than there are
        with pytest.raises(LogUnavailable, match=r"state\.sqlite: database or disk is full"):
            await intake.take(items)
        assert (outbox.articles, intake.outcomes) == ([], {})

        state._database.execute("PRAGMA max_page_count = 1000000")
        await intake.take(items)
    assert intake.outcomes == {"published": 100}


async def test_a_disc_that_fills_up_on_the_way_changes_no_fate(tmp_path: Path, outbox: Outbox) -> None:
    with FetcherState(tmp_path / "state.sqlite") as state:

        async def fill(articles: Sequence[Article]) -> None:
            state._database.execute("PRAGMA max_page_count = 1")
            await outbox.publish(articles)

        items: list[Found | Refusal] = [
            item("He left."),
            Refusal(Origin(SourceKind.FOLDER, "/wire", "two"), "not_json", "x" * 10_000),
        ]
        with pytest.raises(LogUnavailable, match="full"):
            await Intake(state, fill).take(items)

        state._database.execute("PRAGMA max_page_count = 1000000")
        intake = Intake(state, outbox.publish)
        await intake.take(items)
    assert intake.outcomes == {"published": 1, "refused:not_json": 1}
    assert {(article.revision, article.text) for article in outbox.articles} == {(1, "He left.")}


def test_a_file_that_is_no_database_is_told_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    path.write_bytes(b"not a database" * 1_000)
    for opened in (FetcherState, refused_in):
        with pytest.raises(FetcherError, match=r"state\.sqlite cannot be used, file is not a database; .*move it away"):
            opened(path)
