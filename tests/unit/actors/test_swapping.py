"""An article with other persons, countries and cities has the same actors under their new names."""

import pytest
from tests.unit.actors.swap import swap
from tests.unit.actors.test_finding_actors import DAY, VISIT

from dateline.enricher import actors
from dateline.enricher.document import read


@pytest.mark.parametrize("seed", range(6))
def test_swapped_names_are_found_as_the_old_ones_were(seed: int) -> None:
    swapped = swap(VISIT, seed, DAY)
    assert {"KEN", "UGA"} == set(swapped.countries)
    reading = actors.find(read(swapped.text, published=DAY))
    found = {actor.id: actor for actor in reading.actors}
    for person in swapped.persons.values():
        assert person.id in found, (swapped.text, sorted(found))
        assert found[person.id].country == person.country
        assert found[person.id].sector == "GOV"
    for country in swapped.countries.values():
        assert f"{country}/government" in found, (swapped.text, sorted(found))


@pytest.mark.parametrize("seed", range(6))
def test_spans_move_with_the_names(seed: int) -> None:
    swapped = swap(VISIT, seed, DAY)
    for old_start, old_end, start, end in swapped.changes:
        assert swapped.moved(old_start, old_end) == (start, end)
    start = VISIT.index("thanked")
    moved = swapped.moved(start, start + len("thanked"))
    assert swapped.text[slice(*moved)] == "thanked"
