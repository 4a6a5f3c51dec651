"""Whose things are met: those who hold positions, camps and convoys."""

import pytest

from dateline.enricher import actors, document


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("In Mali, jets bombed rebel positions near Kidal.", "rebels", "REB"),
        ("In Mali, troops raided a gunman hideout.", "gunmen", "UAF"),
        ("In Mali, gunmen ambushed an army convoy.", "army", "MIL"),
        ("Turkish jets bombed Kurdish militant positions in Iraq.", "Kurdish militants", "UAF"),
        ("In Mali, rebels shelled government lines.", "government", "GOV"),
        ("In Mali, teachers spurned a government offer.", "government", "GOV"),
        ("In Mali, marchers defied a police ban.", "police", "COP"),
    ],
)
def test_they_are_named_by_the_noun_before(text: str, name: str, sector: str) -> None:
    found = {actor.name: actor for actor in actors.find(document.read(text)).actors}
    assert found[name].sector == sector


@pytest.mark.parametrize("text", ["A rebel leader fled.", "He read a rebel manifesto.", "He won a student award."])
def test_other_nouns_say_nothing_of_whose_they_are(text: str) -> None:
    assert not {actor.name for actor in actors.find(document.read(text)).actors} & {"rebels", "students"}


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Georgians marched against the foreign agents law.", "agents"),
        ("Japan lodged a firm protest with China.", "firm"),
        ("Japan rejected the business plan.", "business"),
    ],
)
def test_a_noun_that_only_tells_of_another_is_nobody(text: str, nobody: str) -> None:
    assert not any(nobody in actor.name for actor in actors.find(document.read(text)).actors)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Air force jets struck a market.", "air force"),
        ("Army helicopters bombed a village.", "army"),
        ("A navy ship shelled a port.", "navy"),
    ],
)
def test_the_jets_of_a_force_are_the_force(text: str, name: str) -> None:
    assert name in {actor.name for actor in actors.find(document.read(text)).actors}
