"""Who "the Ministry" is on a ministry's own page."""

from dateline.enricher import actors
from dateline.enricher.document import read

PAGE = (
    "Latvia summons the Russian envoy\n\n"
    "The Ministry of Foreign Affairs summoned the Russian envoy on Monday. Latvia condemns the flight and expects an "
    "answer, said Minister Ilze Ozola.\n\n"
    "The Minister then called the Estonian president. Latvia supports Kenya.\n\n"
    "The Embassy in Tbilisi is helping two nationals held by Georgia. The Government has banned the flights."
)


def country(text: str, name: str) -> set[str | None]:
    return {actor.country for actor in actors.find(read(text)).actors if actor.name == name}


def test_offices_and_people_of_the_page_are_its_states() -> None:
    for name in ("Ministry of Foreign Affairs", "Ilze Ozola", "embassy", "nationals", "government"):
        assert country(PAGE, name) == {"LVA"}, name


def test_whom_the_page_names_as_of_elsewhere_stay_so() -> None:
    assert country(PAGE, "envoy of Russia") == {"RUS"}
    assert country(PAGE, "president of Estonia") == {"EST"}


def test_an_article_with_a_dateline_is_nobodys_page() -> None:
    assert country(f"MOSCOW, May 2 (Reuters) -- {PAGE}", "embassy") != {"LVA"}


def test_where_two_states_do_as_much_it_is_neithers_page() -> None:
    text = f"{PAGE} Russia denied it. Russia expelled a consul."
    assert country(text, "embassy") == {None}


def test_an_embassy_is_not_of_the_state_that_it_is_in() -> None:
    text = "The embassy in Tbilisi is helping two Latvians. Kenya's embassy in Cairo slept. Police in Chad left."
    found = {actor.name: actor.country for actor in actors.find(read(text)).actors}
    assert found["embassy"] is None
    assert found["embassy of Kenya"] == "KEN"
    assert found["police of Chad"] == "TCD"
