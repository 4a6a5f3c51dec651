"""Who "he added" is, and who "the top leader"."""

import pytest

from dateline.enricher import actors, attribution, document


def speaker(text: str, cue: str) -> str | None:
    read = document.read(text)
    said = attribution.find(read, actors.find(read))
    one = next(one for one in said if one.cue and text[one.cue.start : one.cue.end] == cue)
    return one.speaker.name if one.speaker else None


MET = "President Ole Berg of Norway met President Juan Soto of Chile. "


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        # The one named most prominently is not the one who spoke.
        (MET + 'Berg was told by Soto, "The port is open." He added that the road was too.', "added", "Juan Soto"),
        (
            MET + "Berg listened while Soto said the port was open. He added that the road was too.",
            "added",
            "Juan Soto",
        ),
        # A pronoun that starts anew is read as before.
        (MET + "Berg listened while Soto said the port was open. He promised a road.", "promised", "Ole Berg"),
    ],
)
def test_who_goes_on_is_who_spoke_last(text: str, cue: str, name: str) -> None:
    assert speaker(text, cue) == name


def test_the_top_leader_is_the_leader_named_before() -> None:
    text = "Lao Supreme Leader Kham Sisoulath met the envoy. The top leader stressed that the river must stay clean."

    assert speaker(text, "stressed") == "Kham Sisoulath"
