"""Whom a name or a plain noun means, where something else is near at hand."""

import pytest
from tests.unit.actors.meant import at, find


def names(text: str) -> set[str]:
    return {actor.name for actor in find(text).actors}


def test_a_leader_is_not_the_group_that_he_leads() -> None:
    assert names("Nasrallah said on Monday that Hezbollah would answer.") == {"Hassan Nasrallah", "Hezbollah"}


def test_the_given_name_of_somebody_named_goes_before_what_sounds_alike() -> None:
    reading = find("Prime Minister Abiy Ahmed visited Pretoria. Abiy thanked South Africa for its help.")
    assert at(reading, "Abiy", 1) == ["Abiy Ahmed"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Abiy thanked Kenya.", "Shinzo Abe"),
        ("General Jamil Rashid said the army would advance. Rashid met the Egyptian president.", "Abdul Latif Rashid"),
    ],
)
def test_what_only_sounds_alike_is_somebody_else(text: str, name: str) -> None:
    assert name not in names(text)


@pytest.mark.parametrize("text", ["Sissi visited Russia. Egypt was glad.", "President Sissi visited Russia."])
def test_another_spelling_is_meant_where_the_country_or_the_office_is_named(text: str) -> None:
    assert "Abdel Fattah el-Sisi" in names(text)


def test_a_towns_name_behind_a_title_is_whoever_is_called_so() -> None:
    reading = find("Paulo Rangel came to Angola. That was settled by Minister Rangel.")
    assert at(reading, "Rangel", 1) == ["Paulo Rangel"]


def test_a_given_name_before_a_countrys_name_is_a_person() -> None:
    reading = find("Finance Minister Sinisa Mali announced the budget in Belgrade. Mali said that spending would rise.")
    assert at(reading, "Mali") == at(reading, "Mali", 1) == ["Sinisa Mali"]


def test_a_country_with_a_namesake_in_the_article_is_still_one() -> None:
    reading = find("Michael Jordan visited Amman. Jordan said it was pleased.")
    assert at(reading, "Michael Jordan") == ["Michael Jordan"]
    assert at(reading, "Jordan", 1) == ["Jordan"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("South Korean lawmaker Kim Min-su criticized the plan.", "Kim Min-su"),
        ("Jan Christian Vestre met Swedish officials.", "Jan Christian Vestre"),
        ("Environmental group Friends of the Earth accused Shell of lying.", "Friends of the Earth"),
    ],
)
def test_a_name_is_read_whole(text: str, name: str) -> None:
    assert at(find(text), text[: text.index(name) + len(name)]) == [name]


def test_a_word_behind_a_name_and_a_hyphen_is_no_part_of_it() -> None:
    assert "Donald Trump" in names("Donald Trump-era tariffs hurt China.")


def test_a_body_of_many_states_is_not_of_the_only_one_named() -> None:
    (council,) = (a for a in find("The European Dairy Council signed a deal with India.").actors if a.name != "India")
    assert (council.name, council.country) == ("European Dairy Council", None)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "NAIROBI, Kenya (AP) -- Ethiopia sent troops to the north on Monday. Ethiopian officials spoke of rebels. "
            "Residents in Ethiopia heard shots. The police made arrests.",
            "police",
            "ETH",
        ),
        (
            "NAIROBI, Kenya (AP) -- Police killed a man on Monday. The United States urged restraint. "
            "The president spoke to Ethiopia.",
            "police",
            "KEN",
        ),
        (
            "MADRID (Reuters) - Police clashed with protesters on Monday. Venezuela criticized Spain. "
            "Spain answered Venezuela.",
            "police",
            "ESP",
        ),
    ],
)
def test_the_police_are_of_the_country_told_of(text: str, name: str, country: str) -> None:
    assert {actor.country for actor in find(text).actors if actor.name == name} == {country}


def test_a_ministry_that_tells_of_another_capital_is_not_of_its_country() -> None:
    reading = find("The Defense Ministry reported that Kiev lost 360 men.")
    (ministry,) = (actor for actor in reading.actors if actor.name == "defense ministry")
    assert ministry.country is None


@pytest.mark.parametrize(
    ("text", "doubles"),
    [
        ("Tunisia banned the Islamist Ennahda party. Ennahda was angry.", {"Ennahda", "party"}),
        ("The semi-official ISNA agency told of a blast.", {"Iranian Students' News Agency"}),
        ("The minister (Juma Okello) said it.", {"Juma Okello", "minister"}),
    ],
)
def test_one_actor_is_listed_once(text: str, doubles: set[str]) -> None:
    found = [actor.name for actor in find(text).actors if any(name in actor.name for name in doubles)]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Tehreek-i-Taliban Pakistan was blamed.", "Tehreek-e-Taliban Pakistan"),
        ("The Iranian Student News Agency was blamed.", "Iranian Students' News Agency"),
        ("COSCO Shipping, a firm, was blamed.", "COSCO"),
    ],
)
def test_another_spelling_is_the_listed_body(text: str, name: str) -> None:
    assert names(text) - {"firm"} == {name}


def test_the_un_agency_is_the_one_named() -> None:
    assert at(find("UNRWA said that aid was blocked. The UN agency accused Israel."), "UN agency") == ["UNRWA"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Brussels imposed tariffs on China. The European Union called them fair.", "European Union"),
        ("Brussels imposed tariffs on China. Belgium called them fair.", "Belgium"),
        ("Kenya appealed to Brussels for help.", "European Union"),
        ("EU ministers met. Belgium objected. Kenya accused Brussels of sabotage.", "European Union"),
    ],
)
def test_brussels_is_the_union_unless_belgium_is_named(text: str, who: str) -> None:
    assert at(find(text), "Brussels") == [who]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("DUBLIN, Ohio - Police arrested three protesters on Monday.", "USA"),
        ("Police arrested three protesters in Paris, Texas, on Monday.", "USA"),
        ("NAIROBI, May 3 (AP) - Ministers met on Monday. In Toulouse, police blocked a road.", "FRA"),
        ("Georgia's parliament met. Georgians marched in Georgia. Russia said nothing. Police beat people.", "GEO"),
    ],
)
def test_police_are_of_the_place_or_of_the_country_most_told_of(text: str, country: str) -> None:
    assert {actor.country for actor in find(text).actors if actor.sector == "COP"} == {country}


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Kenya's ambassador to the United Nations Jane Opondo left.", "KEN", "GOV"),
        ("Kenya's ambassador to the African Union, Jane Opondo, left.", "KEN", "GOV"),
        ("The head of the Kenyan parliament's defence committee, Jane Opondo, left.", "KEN", "LEG"),
    ],
)
def test_a_name_behind_what_an_office_is_of_is_the_holders(text: str, country: str, sector: str) -> None:
    [actor] = [actor for actor in find(text).actors if actor.name == "Jane Opondo"]

    assert (actor.country, actor.sector) == (country, sector)


def test_a_name_that_describes_the_body_is_not_the_officers() -> None:
    reading = find("The head of the Kenyan parliament's defence committee Jane Opondo once led left.")

    assert at(reading, "head") != ["Jane Opondo"]


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        (
            "The talks go on, said Jane Opondo, a spokeswoman for Kenyan President William Ruto.",
            "Jane Opondo",
            "KEN",
            "GOV",
        ),
        ("Kenyan information minister Alhaji Moses Opondo left.", "Moses Opondo", "KEN", "GOV"),
        ("The former captives met President William Ruto of Kenya.", "captives", "KEN", "CVL"),
        ("The governor of northeastern Nigeria's Borno state left for Kenya.", "governor of Nigeria", "NGA", "GOV"),
        ("Chinese firms and citizens left Kenya.", "citizens of China", "CHN", "CVL"),
        ("The troops from Chad left Kenya.", "troops of Chad", "TCD", "MIL"),
    ],
)
def test_what_the_words_say_of_somebody(text: str, name: str, country: str, sector: str) -> None:
    found = {actor.name: (actor.country, actor.sector) for actor in find(text).actors}

    assert found.get(name) == (country, sector)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Kenyan and Chadian soldiers left.", "soldiers", ["soldiers of Kenya", "soldiers of Chad"]),
        ("Kenya's and Chad's ambassadors left.", "ambassadors", ["ambassadors of Kenya", "ambassadors of Chad"]),
        ("Boko Haram left Chad. The extremist group freed nine.", "group", ["Boko Haram"]),
        ("Boko Haram left Chad. The terror group, which held nine, freed them.", "group", ["Boko Haram"]),
        ("Kenya asked the international community for help.", "community", ["international community"]),
        ("A Nairobi-based campaign thanked Chad.", "campaign", []),
        ("The group wants Sharia in Syria.", "Sharia", []),
    ],
)
def test_who_stands_behind_a_noun(text: str, words: str, who: list[str]) -> None:
    assert at(find(text), words) == who


@pytest.mark.parametrize(
    ("president", "name"), [("the President", "William Ruto"), ("the president", "Yoweri Museveni")]
)
def test_an_offices_own_page_calls_nobody_else_by_it_with_a_capital(president: str, name: str) -> None:
    met = "President William Ruto met President Yoweri Museveni of Uganda."
    assert at(find(f"{met} At the opening {president} asked for calm."), president) == [name]


def test_the_government_of_such_a_page_is_that_of_whose_it_is() -> None:
    page = (
        "Prime Minister Jane Opondo of Kenya rang President Yoweri Museveni of Uganda. Later the Prime Minister rested."
    )
    assert at(find(f"{page} Today, the Government took its time."), "the Government") == ["Kenya"]
    assert at(find(f"{page} Today, the government took its time."), "the government") != ["Kenya"]


def test_a_spokesman_is_who_was_called_so() -> None:
    text = (
        "A spokesman for the Chadian foreign ministry said that N'Djamena would wait. The spokesman blamed Ismail "
        "Guelleh of Djibouti. Later he thanked Kenya."
    )
    reading = find(text)
    assert at(reading, "The spokesman") == at(reading, "Later he") == ["spokesman of Chad"]
    assert {actor.sector for actor in reading.actors if actor.name == "spokesman of Chad"} == {"GOV"}


def test_a_body_named_like_another_states_is_of_the_state_that_the_words_say() -> None:
    reading = find("The head of the Israeli Labor Party, Jane Opondo, left. Moses Opondo left Kenya.")

    assert {(a.country, a.sector) for a in reading.actors if a.name == "Jane Opondo"} == {("ISR", "PTY")}


def test_opposition_to_something_is_nobody() -> None:
    assert at(find("Kenya voiced opposition to the deal."), "opposition") == []
    assert at(find("Kenya urged the opposition to join."), "opposition") != []


def test_who_is_named_by_a_plain_noun_is_of_the_country_that_the_article_is_all_about() -> None:
    text = "Kenya said so. Kenya knew. Kenya's army came. Chad wrote. The mother of the boy thanked Kenya. Kenya left."

    assert {a.country for a in find(text).actors if a.name == "mother"} == {"KEN"}


def test_a_bare_surname_is_nobodys_who_left_office_in_a_country_that_nobody_speaks_of() -> None:
    assert "Lenín Moreno" not in names("Kenya's police arrested nine men on Monday. Moreno said they were innocent.")
    assert "Lenín Moreno" in names("Ecuador's police arrested nine men on Monday. Moreno said they were innocent.")


def test_the_name_behind_an_officer_of_a_body_is_the_officers() -> None:
    reading = find("The chairwoman of the union, Jane Opondo, spoke. Shri Ravi Menon, a trader, did not.")
    (chair,) = [actor for actor in reading.actors if actor.name == "Jane Opondo"]
    assert (chair.kind.value, chair.sector) == ("person", "LAB")
    assert at(reading, "Menon") == ["Ravi Menon"]


def test_the_ministers_of_both_countries_are_of_both() -> None:
    reading = find("Egypt and Kenya held talks. The foreign ministers of both countries signed an accord in Nairobi.")
    assert at(reading, "ministers") == ["Egypt", "Kenya"]


def test_a_house_that_many_presidents_have_is_that_of_the_country_told_of_most() -> None:
    reading = find("Zambia's army met Kenya's envoy. Zambia thanked him. State House said that all was well.")
    assert at(reading, "State House") == ["State House of Zambia"]


def test_a_newspaper_is_of_no_country_for_being_told_something() -> None:
    reading = find("CAIRO, March 3 - An Egyptian official told Suez Dispatch that the canal was shut.")
    assert [(actor.country, actor.sector) for actor in reading.actors if "Dispatch" in actor.name] == [(None, "JRN")]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Rebels kidnap priest in Chad\nIt rained.", "priest", ["priest"]),
        ("Kenya jails opposition politician\nIt rained.", "politician", ["opposition politician"]),
        ("They were told of priest and king.", "priest", []),
    ],
)
def test_headlines_leave_articles_out(text: str, words: str, who: list[str]) -> None:
    assert at(find(text), words) == who
