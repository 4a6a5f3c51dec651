"""Of whom or of which country those are whom a name before them owns."""

import pytest

from dateline.enricher import actors
from dateline.enricher.document import read


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Chad's Oumar Dalleh criticised the plan.", "Oumar Dalleh", "TCD"),
        ("Police arrested Texas's Bob Harlan.", "Bob Harlan", "USA"),
    ],
)
def test_whom_nobody_lists_is_of_the_place_whose_the_text_calls_him(text: str, name: str, country: str) -> None:
    assert (name, country) in {(actor.name, actor.country) for actor in actors.find(read(text)).actors}


@pytest.mark.parametrize("whose", ["Putin supporters", "Putin's supporters", "Supporters of Putin"])
def test_whose_supporters_they_are_does_not_do_what_they_do(whose: str) -> None:
    [who] = [m for m in actors.find(read(f"{whose} marched.")).mentions[0] if m.how == "role"]
    assert [(figure.country, figure.sector) for figure in who.figures] == [("RUS", "CVL")]
