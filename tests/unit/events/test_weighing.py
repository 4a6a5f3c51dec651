"""When the classifier's word goes before the lexicon's."""

import pytest
from tests.unit.events.coding import deeds

from dateline.enricher.events import weighing
from dateline.enricher.events.classifier import Judgement

pytestmark = pytest.mark.usefixtures("uncompiled")


def judged(monkeypatch: pytest.MonkeyPatch, confidence: float) -> None:
    """Has the classifier say AID of everything."""

    class Stub:
        def judge(self, _: object) -> Judgement:
            return Judgement("AID", 1, confidence)

    monkeypatch.setattr(weighing, "head", lambda _: Stub())


def test_it_gives_the_type_where_it_is_sure_and_no_phrase_does(monkeypatch: pytest.MonkeyPatch) -> None:
    judged(monkeypatch, 0.9)

    (found,) = deeds("Kenya condemned Uganda over the border incident.")

    assert (found.type.value, found.mode, found.cameo) == ("AID", None, None)
    assert found.rule.startswith("weights:")


def test_it_leaves_the_lexicon_its_type_where_it_is_not_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    judged(monkeypatch, 0.8)

    (found,) = deeds("Kenya condemned Uganda over the border incident.")

    assert found.type.value == "ACCUSE"


def test_it_leaves_a_deed_alone_in_a_sentence_that_tells_of_its_type_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    judged(monkeypatch, 0.9)

    found = deeds("Kenya condemned Uganda, and Norway donated food to Chad.")

    assert [mention.type.value for mention in found] == ["ACCUSE", "AID"]


def test_a_plain_word_needs_no_weighing(monkeypatch: pytest.MonkeyPatch) -> None:
    judged(monkeypatch, 0.9)

    (found,) = deeds("Kenya accused Uganda of smuggling.")

    assert found.type.value == "ACCUSE"
