"""What an article is about."""

from dateline.enricher import document, topics

STRIKE = (
    "Dock workers began a strike in the port of Gdansk on Monday over pay. The union said wages had fallen behind "
    "inflation. Employers called the walkout illegal and asked a court to end it."
)
RAID = (
    "Rebels killed nine soldiers in an attack on an army post, the military said. The ceasefire that diplomats had "
    "mediated collapsed within hours, and shelling was heard along the border."
)


def codes(text: str) -> dict[str, float]:
    return {topic.label: topic.score for topic in topics.score(document.read(text))}


def test_strike_is_about_labor_and_its_relations() -> None:
    found = codes(STRIKE)

    assert next(iter(found)) == "Labor"
    assert "Labor relations" in found


def test_raid_is_about_war_and_not_about_labor() -> None:
    found = codes(RAID)

    assert found["Armed conflict"] >= topics.scoring.LEAST
    assert "Labor" not in found


def test_lower_topic_counts_for_the_one_above() -> None:
    found = codes(RAID)

    assert found["Conflict, war and peace"] >= found["Armed conflict"]


def test_contexts_are_plovers() -> None:
    assert topics.contexts(document.read(RAID))[0] == "military"


def test_empty_text_is_about_nothing() -> None:
    assert topics.score(document.read("")) == ()
    assert topics.contexts(document.read("")) == ()


def test_every_context_of_plover_has_words() -> None:
    assert len(topics.lexicon.contexts().labels) == 37
