"""Copies are found by their labels, however many carry a text."""

from datetime import timedelta

from tests.unit.corroborator.wire import report

from dateline.corroborator.features.copies import Copies
from dateline.corroborator.reports.holding import hold


def test_a_text_is_known_for_as_long_as_an_article_carries_it() -> None:
    copies = Copies(timedelta(days=14))
    wire = [hold(report(f"a{number}", 0, wording=1), number) for number in range(3)]
    for held in wire:
        copies.recognise(held)
        copies.add(held)
    late = hold(report("late", 0, wording=1), 9)

    for held in wire[:2]:
        copies.remove(held)
    copies.recognise(late)

    assert late.text == wire[0].text
    copies.remove(wire[2])
    copies.recognise(late)
    assert late.text != wire[0].text
    assert not copies._bands


def test_numbers_of_more_than_32_bits_are_compared_all_the_same() -> None:
    far = report("a", 0, wording=1)
    wide = far.signature.model_copy(update={"shingles": tuple(2**40 + n for n in range(64))})
    copies = Copies(timedelta(days=14))
    first, second = (hold(far.model_copy(update={"article": name, "signature": wide}), 1) for name in "ab")
    copies.recognise(first)
    copies.add(first)

    copies.recognise(second)

    assert second.text == first.text
