"""Of which country "the police" are, where an article tells of several."""

import pytest

from dateline.enricher import actors
from dateline.enricher.document import read


def countries(text: str, name: str) -> set[str | None]:
    return {actor.country for actor in actors.find(read(text)).actors if actor.name == name}


ROUND_UP = (
    "World in brief: strikes and arrests\n\n"
    "KENYA - Teachers have called off a strike after the government raised pay. A judge praised them.\n\n"
    "TURKEY - Police held forty people. The teachers of a school near Izmir joined a march.\n\n"
    "And finally: the queue was long, an officer said."
)


def test_those_of_a_round_ups_item_are_of_its_country() -> None:
    assert countries(ROUND_UP, "police") == {"TUR"}
    assert countries(ROUND_UP, "government") == {"KEN"}
    assert countries(ROUND_UP, "judge") == {"KEN"}


def test_a_round_up_says_where_its_items_begin() -> None:
    assert [ROUND_UP[at:][:6] for at in actors.find(read(ROUND_UP)).items] == ["KENYA ", "TURKEY"]
    assert actors.find(read("Kenya: teachers end a walkout\n\nTeachers went home.")).items == ()


def test_those_of_two_items_are_two() -> None:
    assert countries(ROUND_UP, "teachers") == {"KEN", "TUR"}


def test_what_comes_behind_the_items_is_of_none_of_their_countries() -> None:
    assert countries(ROUND_UP, "officer") == {None}


def test_a_heading_says_of_which_country_its_item_is() -> None:
    text = (
        "News in brief: strikes and arrests\n\n"
        "Kenya: teachers end a walkout\n\nTeachers called off a strike after the government raised pay.\n\n"
        "Turkey: marchers held\n\nPolice held forty people near Izmir.\n\nThe officers went home."
    )
    assert countries(text, "police") == {"TUR"}
    assert countries(text, "government") == {"KEN"}
    assert countries(text, "teachers") == {"KEN"}


def test_the_government_of_an_item_is_not_that_of_the_item_before() -> None:
    text = (
        "News in brief: strikes\n\nNigeria: boys found\n\nNigeria's government thanked the army.\n\n"
        "Ghana: nurses end a walkout\n\nNurses called off a strike after the government promised pay."
    )
    promising = text.index("the government promised")
    found = [actor for actor in actors.find(read(text)).actors if promising in {span.start for span in actor.spans}]
    assert [actor.country for actor in found] == ["GHA"]


def test_one_heading_makes_no_round_up() -> None:
    text = "Kenya: teachers end a walkout\n\nTurkey and Chad sent envoys. Police held forty people near Izmir."
    assert countries(text, "police") == {"TUR"}


def test_a_dateline_may_stand_behind_the_headline() -> None:
    text = (
        "Junta says it foiled a coup as rebels take Benin's northern base\n\n"
        "GOMA, Democratic Republic of Congo, May 14 (Reuters) - The police closed a road. Rwanda and Uganda were told. "
        "Rwanda thanked Kenya."
    )
    assert countries(text, "police") == {"COD"}


TWO_STATES = (
    "Nepal summoned the Indian ambassador. India told Nepal that the road was its own. "
    "Nepal thanked China, and India thanked China too. India wrote to Nepal again, and India waited.\n\n"
    "In Kathmandu the police held three students near the Indian embassy. They were freed by nightfall.\n\n"
    "In Mumbai the fishermen stayed at home.\n\n"
    "An officer was hurt."
)


def test_those_who_are_named_beside_a_place_are_of_its_country() -> None:
    assert countries(TWO_STATES, "police") == {"NPL"}
    assert countries(TWO_STATES, "students") == {"NPL"}
    assert countries(TWO_STATES, "fishermen") == {"IND"}


def test_a_place_holds_for_its_paragraph_only() -> None:
    assert countries(TWO_STATES, "officer") == {None}


def test_where_it_all_happens_is_where_the_heading_says() -> None:
    text = (
        "A court in Guatemala City has jailed a former mayor for nine years.\n\n"
        "Riot police fired teargas. The United States praised the judges, and the US embassy will ask for more."
    )
    assert countries(text, "riot police") == {"GTM"}
    assert countries(text, "judges") == {"GTM"}


def test_who_meets_somewhere_is_not_of_there() -> None:
    text = (
        "OTTAWA, May 22 - The foreign minister, Claire Odhiambo, met the envoys in Kingston. "
        "The prime minister called Haiti on Tuesday."
    )
    assert countries(text, "Claire Odhiambo") == {"CAN"}
    assert countries(text, "prime minister") == {"CAN"}


def test_whose_something_is_does_not_say_where_it_is() -> None:
    text = "KYIV, May 2 (Reuters) - Detectives held an electrician who wrote to Russia's FSB. They freed him."
    assert countries(text, "electrician") == {"UKR"}


def test_a_company_tells_of_no_country() -> None:
    text = "An officer closed the road after a post on Facebook. Facebook took it down. Facebook said so."
    assert countries(text, "officer") == {None}


def test_a_body_that_says_it_is_of_many_states_is_not_of_the_articles() -> None:
    text = "MAPUTO, May 2 - The Delegation of the European Union to Mozambique praised the police."
    assert "EUR" in {actor.country for actor in actors.find(read(text)).actors}
    assert countries(text, "police") == {"MOZ"}


def test_of_two_presidents_one_is_of_elsewhere() -> None:
    text = "President Dawit Abebe met Kenyan President Jane Opondo on a visit to Nairobi. Mayor Ann Otieno was there."
    assert countries(text, "Dawit Abebe") == {None}
    assert countries(text, "Ann Otieno") == {"KEN"}


def test_the_minister_of_a_national_agency_is_its_own_wherever_he_is() -> None:
    text = (
        "WINDHOEK, May 2 (WAM) -- The foreign minister, Omar Al Otieno, met the mayor. "
        "The UAE thanked Namibia. The UAE will help Namibia. Police stood by."
    )
    assert countries(text, "Omar Al Otieno") == {"ARE"}
    assert countries(text, "police") == {"NAM"}


def test_the_only_country_of_the_heading_is_where_it_happens_if_it_is_told_of_most() -> None:
    heading = "Serbian ministers quit\n\nThe interior minister stood by his officers. Serbia was told. "
    most = "Serbian and Kosovan envoys met in Serbia. Serbian farmers blocked roads. Kosovo and Kosovan judges wait."
    assert countries(heading + most, "interior minister") == {"SRB"}
    assert countries(heading + "Kosovo wait. " * 6, "interior minister") == {None}


def test_who_is_told_of_beside_guests_in_a_town_may_be_one() -> None:
    heading = "Kenyan envoys came to Cairo. Kenya asked Egypt for seed. "
    named = "Lawmaker Claire Odhiambo criticised the trip."
    assert countries(f"{heading}{named} Kenya and Kenyans wait.", "Claire Odhiambo") == {None}
    assert countries(f"Envoys came to Cairo. {named} Egypt waits.", "Claire Odhiambo") == {"EGY"}


def test_countries_in_capitals_open_the_items_of_a_round_up() -> None:
    text = (
        "World in brief: strikes\n\nKENYA Teachers have called off a strike. A judge praised them.\n\n"
        "TURKEY Riot police held forty people.\n\nSERBIA Nurses marched in Novi Sad."
    )
    assert countries(text, "judge") == {"KEN"}
    assert countries(text, "riot police") == {"TUR"}
    assert countries(text, "nurses") == {"SRB"}
    assert countries("KENYA Airways has sacked pilots.", "pilots") != {"TUR"}


def test_of_two_towns_in_a_dateline_the_headlines_is_the_articles() -> None:
    text = "Niger rebels free nine hostages\n\nLOMÉ/NIAMEY, March 14 - Togo's king thanked Togo. The army left."
    assert countries(text, "army") == {"NER"}


def test_the_times_of_a_live_page_open_no_items() -> None:
    text = (
        "Live: Port Sudan port strike\n\n"
        "19:40 Port Sudan – Sudan has sent the army. The army closed a road in Port Sudan.\n\n"
        "18:10 Doha – Qatar offered to mediate.\n\n17:05 – The dockers cheered, and the army watched them."
    )
    assert countries(text, "dockers") == {"SDN"}
    assert countries(text, "army") == {"SDN"}


def test_countries_behind_the_time_open_the_items_of_a_live_page() -> None:
    text = (
        "World live: three strikes\n\n17.40 Kenya. Teachers went on strike, the minister said.\n\n"
        "16.10 Chad. The army fled.\n\nPERU, 15:20 GMT\n\nNurses marched, and a judge praised them."
    )
    assert countries(text, "teachers") == {"KEN"}
    assert countries(text, "army") == {"TCD"}
    assert countries(text, "judge") == {"PER"}


def test_those_who_keep_order_are_of_the_place_where_they_do() -> None:
    text = (
        "PARIS, June 3 - French ministers met in Paris. In Lomé, security forces beat students, and French troops left."
    )
    assert countries(text, "security forces") == {"TGO"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("RAMALLAH, Feb 3 - Occupation forces stormed Jenin.", "ISR"),
        ("KYIV, Feb 3 - The occupation forces left Kherson.", "RUS"),
        ("Russian occupation forces left Kherson.", "RUS"),
        ("NAIROBI, Feb 3 - Occupation forces marched.", ""),
    ],
)
def test_occupation_forces_are_not_of_where_they_stand(text: str, country: str) -> None:
    [found] = {actor.country for actor in actors.find(read(text)).actors if actor.name.lower().startswith("occupation")}
    assert (found or "") == country


def test_each_item_of_a_round_up_is_of_the_town_at_its_head() -> None:
    text = "Accra: Nurses suspended a walkout.\n\nLima: Police arrested nine people.\n\nOslo: Miners went on strike."
    assert [countries(text, name) for name in ("nurses", "police", "people", "miners")] == [
        {"GHA"},
        {"PER"},
        {"PER"},
        {"NOR"},
    ]


def test_a_body_behind_the_capital_that_opens_its_sentence_is_seated_there() -> None:
    text = (
        "NAIROBI, June 3 - Kenya's army met Chadian rebels.\n\n"
        "In Moscow, the foreign ministry blamed Kenya. In Kyiv, the foreign ministry did not."
    )
    blaming, other = text.index("the foreign ministry"), text.rindex("the foreign ministry")
    found = {span.start: actor.country for actor in actors.find(read(text)).actors for span in actor.spans}
    assert (found[blaming], found[other]) == ("RUS", "UKR")


def test_who_is_in_a_capital_may_be_a_guest() -> None:
    assert countries("In Moscow, the minister thanked the nurses of Chad and Peru.", "minister") == {None}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("LIMA, June 3. The special rapporteur, Amina Otieno, condemned it.", "Amina Otieno", "UNO"),
        ("SOFIA, June 3. Bulgaria's National Assembly met. It told the House so.", "house", "BGR"),
    ],
)
def test_offices_of_the_united_nations_and_a_house_of_the_article(text: str, name: str, country: str) -> None:
    assert countries(text, name) == {country}
