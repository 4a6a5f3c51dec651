"""The task `attribution`: who says what, by which cue."""

from typing import Any

from dateline.enricher import attribution, document


def predict(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """For each article its attributions by offsets.

    The task's contents are one stretch even where source and cue stand in their midst, so ours are given as one.
    """
    answers = []
    for row in rows:
        found = attribution.find(document.read(row["text"]), None)
        answers.append(
            {
                "id": row["id"],
                "attributions": [
                    {
                        "source": [[span.start, span.end] for span in one.source],
                        "cue": [[one.cue.start, one.cue.end]] if one.cue else [],
                        "content": [[min(s.start for s in one.content), max(s.end for s in one.content)]],
                    }
                    for one in found
                ],
            }
        )
    return answers
