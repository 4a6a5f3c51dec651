"""What mypyc cannot make machine code of, found without the minutes that a build takes."""

import ast
from collections.abc import Iterator
from pathlib import Path

SERVICES = Path(__file__).parents[2] / "services"


def starred_memberships(source: str) -> Iterator[int]:
    """The lines with "x in (*several, one)", on which mypyc fails."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare) and any(isinstance(operator, ast.In | ast.NotIn) for operator in node.ops):
            for tuple_ in node.comparators:
                if isinstance(tuple_, ast.Tuple) and any(isinstance(part, ast.Starred) for part in tuple_.elts):
                    yield node.lineno


def test_the_check_sees_what_it_is_for() -> None:
    assert list(starred_memberships("x in (*several, 1)\nx in several\n")) == [1]


def test_no_module_asks_whether_something_is_in_a_starred_tuple() -> None:
    found = [
        f"{path.relative_to(SERVICES)}:{line}"
        for path in sorted(SERVICES.rglob("*.py"))
        for line in starred_memberships(path.read_text(encoding="utf-8"))
    ]
    assert found == []
