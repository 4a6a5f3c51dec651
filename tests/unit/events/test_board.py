"""The benchmark board answers any folder of cases, a line a row, and tasks without a module with empty answers."""

import json
import sys
from pathlib import Path

import pytest
from bench.board.__main__ import TASKS, empty, main

ROWS = {
    "event_type": [{"text": "Chad condemned Libya.", "source": "Chad", "target": "Libya"}],
    "event_tuple": [{"text": "Chad condemned Libya."}],
    "penta": [{"text": "Chad condemned Libya."}, {"text": "Blue skies."}],
}


def test_a_line_for_every_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for task, rows in ROWS.items():
        (tmp_path / f"{task}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    out = tmp_path / "out"
    monkeypatch.setattr(sys, "argv", ["bench.board", "--data", str(tmp_path), "--out", str(out)])

    main()

    answers = {path.stem: [json.loads(line) for line in path.read_text().splitlines()] for path in out.glob("*.jsonl")}
    assert {task: len(lines) for task, lines in answers.items()} == {task: len(rows) for task, rows in ROWS.items()}
    assert answers["event_type"] == [{"type": "ACCUSE"}]
    assert answers["event_tuple"][0]["events"][0]["type"] == "ACCUSE"
    assert [side["country"] for side in answers["event_tuple"][0]["events"][0]["actor"]] == ["TCD"]
    assert answers["penta"][0] == {"penta": 3, "source": ["Chad"], "target": ["Libya"]}


def test_an_empty_answer_has_the_form_that_the_scorer_reads() -> None:
    row = {"id": "a", "mentions": [{}, {}]}

    assert empty("stories", row) == {"id": "a", "story": "a"}
    assert empty("event_coref", row) == {"id": "a", "clusters": ["0", "1"]}
    assert all(isinstance(empty(task, row), dict) for task in TASKS)
