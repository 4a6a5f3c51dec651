"""A part made without checks is the one that checks make, in memory and as JSON."""

from dateline_schemas import ActorKind, Party, Span, encode


def test_a_part_made_of_checked_values_is_the_one_that_was_checked() -> None:
    checked = Party(actor="a", name="A", kind=ActorKind.PERSON, country=None, sector="GOV", span=Span(start=0, end=1))

    made = Party.of_checked(**dict(checked))

    assert made == checked
    assert encode(made) == encode(checked)
    assert made.model_copy(update={"name": "B"}) == checked.model_copy(update={"name": "B"})
    assert made.model_dump(exclude_unset=True) == checked.model_dump(exclude_unset=True)
    assert made.model_extra == {}
