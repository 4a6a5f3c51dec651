"""Agencies that an article leans on."""

import pytest
from tests.unit.enricher.articles import MOMENT, article

from dateline.enricher.coder import code


@pytest.mark.parametrize(("outlet", "agencies"), [("The Lake Basin Post", ("Reuters",)), ("Reuters", ())])
def test_an_outlet_does_not_lean_on_itself(outlet: str, agencies: tuple[str, ...]) -> None:
    text = "CAIRO (Reuters) - Egypt's president received Kenya's in Cairo on Wednesday, his office said."
    assert code(article(text, outlet=outlet), MOMENT).agencies == agencies
