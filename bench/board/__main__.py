"""Answers every task of a folder of cases: `python -m bench.board --data DIR --out DIR [--task NAME ...]`."""

import argparse
import importlib
import importlib.util
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

TASKS = (
    "event_type", "event_tuple", "penta", "attribution", "stories", "event_coref", "five_w", "dates", "actors",
    "entities", "metonymy",
)  # fmt: skip
Row = dict[str, Any]


def main() -> None:
    """Writes one `TASK.jsonl` a task and, where `score.py` lies in the data folder, prints its table."""
    arguments = read_arguments()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for task in arguments.task or TASKS:
        rows_file = arguments.data / f"{task}.jsonl"
        if not rows_file.exists():
            continue
        rows = [json.loads(line) for line in rows_file.read_text(encoding="utf-8").splitlines() if line.strip()]
        began = time.perf_counter()
        answers, done = answer(task, rows)
        took = time.perf_counter() - began
        lines = "".join(json.dumps(prediction, ensure_ascii=False) + "\n" for prediction in answers)
        (arguments.out / f"{task}.jsonl").write_text(lines, encoding="utf-8")
        print(f"{task:12} {len(rows):5} rows {took:7.2f} s" + ("" if done else "  no module yet: answered empty"))
    scorer = arguments.data / "score.py"
    if scorer.exists():
        command = [sys.executable, str(scorer), "--data", str(arguments.data), "--predictions", str(arguments.out)]
        for task in arguments.task or ():
            command += ["--task", task]
        sys.stdout.flush()
        subprocess.run(command, check=True)


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.board", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with TASK.jsonl files")
    parser.add_argument("--out", type=Path, required=True, help="folder for the predictions")
    parser.add_argument("--task", action="append", choices=TASKS, help="only this task; may be given again")
    return parser.parse_args()


def answer(task: str, rows: list[Row]) -> tuple[list[Row], bool]:
    """The predictions of the task's module, and whether there is one; without one, empty answers of the right form."""
    name = f"bench.board.{task}"
    if importlib.util.find_spec(name) is None:
        return [empty(task, row) for row in rows], False
    predictions: list[Row] = importlib.import_module(name).predict(rows)
    if len(predictions) != len(rows):
        raise SystemExit(f"{name}.predict gave {len(predictions)} answers for {len(rows)} rows")
    return predictions, True


def empty(task: str, row: Row) -> Row:
    if task == "stories":  # the scorer wants a label: each article alone
        return {"id": row["id"], "story": row["id"]}
    if task == "event_coref":
        return {"id": row["id"], "clusters": [str(number) for number in range(len(row["mentions"]))]}
    return {}


if __name__ == "__main__":
    main()
