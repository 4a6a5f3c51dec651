"""Who acts in an article: names, offices, governments, and who is meant without a name."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.unit.actors.meant import at

from dateline.enricher import actors
from dateline.enricher.actors import Reading
from dateline.enricher.document import read
from dateline_schemas.coded import Actor, ActorKind

DAY = date(2023, 5, 9)

VISIT = (
    "Kenyan President William Ruto arrived in Kampala on Tuesday for talks with his Ugandan counterpart, "
    "Yoweri Museveni. Ruto said Nairobi would lower tariffs on milk. He thanked the Ugandan president and said "
    "both countries would gain. "
    "Uganda's army chief, Gen. Peter Okello Obua, attended the meeting. Obua did not speak."
)


def find(text: str, day: date | None = DAY) -> Reading:
    return actors.find(read(text, published=day))


def named(reading: Reading, name: str) -> Actor:
    return next(actor for actor in reading.actors if actor.name == name)


def test_persons_come_with_country_sector_and_office_of_the_day() -> None:
    reading = find(VISIT)
    ruto = named(reading, "William Ruto")
    assert (ruto.kind, ruto.country, ruto.sector, ruto.office) == (ActorKind.PERSON, "KEN", "GOV", "President")
    museveni = named(reading, "Yoweri Museveni")
    assert (museveni.country, museveni.sector) == ("UGA", "GOV")


def test_somebody_nobody_lists_is_known_by_title_and_nation() -> None:
    obua = named(find(VISIT), "Peter Okello Obua")
    assert (obua.country, obua.sector) == ("UGA", "MIL")
    assert obua.id == "UGA/person/peter-okello-obua"
    assert len(obua.spans) == 3


def test_spans_are_the_words_of_the_text() -> None:
    reading = find(VISIT)
    words = {VISIT[span.start : span.end] for span in named(reading, "William Ruto").spans}
    assert {"Kenyan President William Ruto", "Ruto", "He", "his"} <= words


@pytest.mark.parametrize(
    ("phrase", "occurrence", "who"),
    [
        ("his Ugandan counterpart", 0, ["Yoweri Museveni"]),
        ("the Ugandan president", 0, ["Yoweri Museveni"]),
        ("He", 0, ["William Ruto"]),
        ("both countries", 0, ["Kenya", "Uganda"]),
        ("Nairobi", 0, ["Kenya"]),
        ("Obua", 1, ["Peter Okello Obua"]),
    ],
)
def test_who_is_meant_without_the_full_name(phrase: str, occurrence: int, who: list[str]) -> None:
    assert at(find(VISIT), phrase, occurrence) == who


@pytest.mark.parametrize(
    ("text", "phrase", "who"),
    [
        ("Lima and Quito signed a pact. The latter ratified it first.", "latter", ["Ecuador"]),
        ("Ministers of Ghana, Togo and Benin met in Accra.", "Ghana", ["Ghana", "Togo", "Benin"]),
        ("Talks between Oslo and Stockholm began.", "Oslo", ["Norway", "Sweden"]),
        ("There are talks between Oslo and Stockholm, the Danish presidency said.", "Oslo", ["Norway", "Sweden"]),
        ("A road links Nakuru and Vellport, Museveni said.", "Vellport", []),
        ("The Chilean side asked for more time.", "side", ["Chile"]),
        ("Oslo thanked its neighbour Finland.", "neighbour", ["Finland"]),
        ("Kampala blamed Congo.", "Congo", ["Democratic Republic of the Congo"]),  # as newspapers say
        ("Norway and its neighbour Sweden signed.", "Norway", ["Norway", "Sweden"]),
        ("Chad, Niger sign pact on grain", "Chad", ["Chad", "Niger"]),  # a headline
        ("In Chad, Niger signed a pact on grain.", "Chad", ["Chad"]),
        ("They met a Chilean copper mining team.", "team", ["team of Chile"]),
        ("They met a Chilean copper mining swarm.", "swarm", ["Chile"]),
        ("Angela Merkel, the chancellor of Germany, spoke.", "chancellor", ["Angela Merkel"]),
        ("The president of Kenya, William Ruto, left.", "president", ["William Ruto"]),
        ("Abiy Ahmed met William Ruto. Ruto praised him.", "him", ["Abiy Ahmed"]),
        ("Indian and Chinese troops clashed on the border.", "troops", ["troops of India", "troops of China"]),
        (
            "Russian, Turkish and Iranian diplomats met.",
            "diplomats",
            ["diplomats of Russia", "diplomats of Turkey", "diplomats of Iran"],
        ),
        ("Norway and Swedish police met.", "Swedish police", ["police of Sweden"]),
        ("Abiy Ahmed met William Ruto, and the two leaders agreed.", "leaders", ["Abiy Ahmed", "William Ruto"]),
        (
            "President William Ruto received President Yoweri Museveni. Prime Minister Abiy Ahmed came later. "
            "Both presidents signed.",
            "presidents",
            ["William Ruto", "Yoweri Museveni"],
        ),
        ("William Ruto spoke. The two leaders of the strike were freed.", "leaders", []),
        (
            "Foreign Minister Musalia Mudavadi spoke after Prime Minister Abiy Ahmed. The minister left.",
            "minister",
            ["Musalia Mudavadi"],
        ),
        ("Kenya and Uganda held talks. They signed a pact.", "They", ["Kenya", "Uganda"]),
        ("Rebels left the town, the army said. They had held it for a year.", "They", ["rebels"]),
        ("Police in Kenya arrested rebels and beat them.", "them", ["rebels"]),  # not whom the subject names
        ("William Ruto spoke. They left.", "They", []),
    ],
)
def test_parties_of_a_phrase(text: str, phrase: str, who: list[str]) -> None:
    assert at(find(text), phrase) == who


@pytest.mark.parametrize(
    ("text", "words", "entities"),
    [
        ("The harvest is good, says Amara, as she fills her basket.", "Amara", {"Person"}),
        ("For 14-year-old Tarik the cellar is safer.", "Tarik", {"Person"}),
        ("A carpenter asked for work.", "A carpenter", {"Person"}),
        ("Bread met its end.", "Bread", set()),
        ("They feared God and the sea.", "God", set()),
        ("Cagdilo Mayor Rodelo Ecleto said that it rained.", "Mayor Rodelo", {"Person"}),
        ("A physician of the town, Zahidun Ravim Okkelo, said that it rained.", "Zahidun", {"Person"}),
        ("On Monday SAHB announced the plan.", "SAHB", {"Organisation"}),  # letters, not somebody called Saab
        ("The carrier FS Charles de Gaulle sailed.", "Charles", {""}),  # a ship
        ("Turkish tanks crossed the river.", "Turkish tanks", {"", "Nationality"}),  # a thing, and its nation
        ("The prize went to Bedřich Okkelo.", "Bedřich Okkelo", {"Person"}),
        ("The rebels of Liwa Ahmed Okkelo fled.", "Liwa", {""}),  # a brigade called after somebody
        ("ANG Airmen landed.", "ANG", {""}),  # nobody called Ang
        ("She was taken to the Quartet.", "Quartet", {""}),
        ("State-run radio reported rain.", "State", set()),  # nobody called Sata
        ("He works for Okkelo Farms.", "Okkelo", {"Organisation"}),
        ("Senior Adviser Jane Opondo spoke.", "Senior Adviser Jane Opondo", {"Person"}),
        ("One of the ministers resigned.", "One of the ministers", {"Person"}),
        ("Chad is a key player in the region.", "a key player", {""}),
        ("Chad will continue to be a key player.", "a key player", {""}),
        ("Abiy Ahmed is a key player in the region.", "a key player", {"Person"}),
        ("William Ruto spoke with Abiy Ahmed. The two leaders agreed.", "The two leaders", {"Organisation"}),
        ("They went to the tourist offices.", "the tourist", {"Location"}),
        ("Figure 2 shows the river.", "Figure", set()),
        ("Water is a source of energy.", "a source", set()),
        ("Okkelo Chairman Jane Opondo spoke.", "Chairman Jane Opondo", {"Person"}),
        ("TOLVANE Jane Opondo smiles as she reads.", "TOLVANE", {""}),  # a label run into a name
        ("The regulator warned the bank.", "The regulator", {"Organisation"}),
    ],
)
def test_what_a_phrase_names(text: str, words: str, entities: set[str]) -> None:
    reading = find(text)
    start = text.index(words)

    assert {m.entity for s in reading.mentions for m in s if reading.span(m).start == start} == entities


def test_a_name_that_nobody_lists_is_read_by_all_its_mentions() -> None:
    text = "A quartet by Brezzolin was played. Brezzolin said that he had written it in spring."
    reading = find(text)

    first = next(m for m in reading.mentions[0] if reading.span(m).start == text.index("Brezzolin"))
    assert first.entity == "Person"
    assert at(reading, "he") == ["Brezzolin"]


def test_a_known_name_before_a_noun_of_its_own_is_still_the_persons() -> None:
    reading = find("William Ruto spoke. A source in the Ruto camp was glad, and the Moon shone.")

    assert at(reading, "Ruto camp") == at(reading, "William Ruto")


def test_a_lone_word_that_only_sounds_like_a_surname_is_nobody_else() -> None:
    reading = find("The harvest is good, says Amara, as she fills her basket.")  # not Hadi al-Amiri

    assert at(reading, "she") == ["Amara"]


def test_an_apposition_needs_its_end() -> None:
    reading = find("During the meeting with the Kenyan president, Museveni said Uganda would pay.")
    assert at(reading, "president") == ["William Ruto"]
    assert at(reading, "Museveni") == ["Yoweri Museveni"]


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Turkish soldiers crossed the river.", "soldiers of Turkey", "TUR", "MIL"),
        ("Police in Peru said so.", "police of Peru", "PER", "COP"),
        (
            "The Ministry of Lakes and Rivers of Malawi published the plan.",
            "Ministry of Lakes and Rivers",
            "MWI",
            "GOV",
        ),
        ("The Kremlin denied it.", "Russia", "RUS", "GOV"),
        ("Hezbollah fired rockets.", "Hezbollah", "LBN", "REB"),
        ("The UN Security Council met.", "United Nations Security Council", "UNO", None),
        ("Reuters news agency reported it.", "Reuters", "GBR", "JRN"),
        ("Turkish tanks crossed the river.", "military of Turkey", "TUR", "MIL"),  # a thing's owner acts
        ("Houthi drones fell into the sea.", "Houthis", "YEM", "REB"),
    ],
)
def test_bodies_and_groups(text: str, name: str, country: str, sector: str | None) -> None:
    found = {actor.name: actor for actor in find(text).actors}
    assert name in found, list(found)
    assert (found[name].country, found[name].sector) == (country, sector)


@pytest.mark.parametrize("thing", ["Tanks", "Two missiles", "An aircraft carrier", "Attack helicopters"])
def test_a_thing_of_nobody_is_no_actor(thing: str) -> None:
    found = find(f"{thing} crossed the border of Norway.").actors

    assert [actor.name for actor in found if actor.sector == "MIL"] == []


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("President Bush spoke of corn.", None, "George W. Bush"),  # of two presidents the later
        ("President Bush spoke of corn.", date(1991, 3, 1), "George H. W. Bush"),
        ("Then Blair spoke of corn.", None, "Tony Blair"),  # who led a state before who only served one
        ("Albright met the farmers.", None, "Madeleine Albright"),  # a first word that might be a noun
        ("Then Jiang Zemin met Li Peng.", date(1996, 3, 1), "Li Peng"),
    ],
)
def test_who_is_meant_by_what_the_news_called_them(text: str, day: date | None, name: str) -> None:
    assert name in [actor.name for actor in find(text, day).actors]


def test_an_abbreviation_in_brackets_is_the_body_before_it() -> None:
    reading = find("The Lakeside Fishers Association (LFA) went on strike. The LFA wants higher prices.")
    assert at(reading, "LFA", 1) == ["Lakeside Fishers Association"]


def test_a_place_has_coordinates_and_says_where() -> None:
    places = {place.name: place for place in find("Protesters gathered in Mombasa, in Kenya.").places}
    assert places["Mombasa"].country == "KEN"
    assert places["Mombasa"].latitude == pytest.approx(-4.05, abs=0.2)


@pytest.mark.parametrize(
    ("text", "phrase", "reading"),
    [
        ("Ankara rejected the offer on Monday.", "Ankara", "met"),
        ("Relations between Cairo and Khartoum worsened.", "Cairo", "met"),
        ("A lorry overturned in Warsaw, killing two.", "Warsaw", "lit"),
        ("She was born in Portugal in 1960.", "Portugal", "lit"),
        ("Germany imposed sanctions on the bank.", "Germany", "met"),
    ],
)
def test_capitals_that_act_and_capitals_that_are_places(text: str, phrase: str, reading: str) -> None:
    start = text.index(phrase)
    assert actors.reading_of_place(text, (start, start + len(phrase))) == reading


@pytest.mark.parametrize(
    ("phrase", "day", "country", "sector"),
    [
        ("Moroccan fishermen", None, "MAR", "AGR"),
        ("the Bolivian interior minister", None, "BOL", "GOV"),
        ("a former Danish ambassador", None, "DNK", "ELI"),
        ("Uhuru Kenyatta", date(2024, 1, 1), "KEN", "ELI"),
        ("Uhuru Kenyatta", date(2020, 1, 1), "KEN", "GOV"),
        ("Norway", None, "NOR", ""),
        ("Helsinki", None, "FIN", "GOV"),
        ("trade unions in Chile", None, "CHL", "LAB"),
        ("an aircraft carrier", None, "", "MIL"),
        ("she", None, "", "UNK"),
    ],
)
def test_a_phrase_says_country_and_sector(phrase: str, day: date | None, country: str, sector: str) -> None:
    assert actors.describe(phrase, day)[:2] == (country, sector)


def test_the_same_text_reads_the_same_twice() -> None:
    assert find(VISIT).actors == find(VISIT).actors


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from([*VISIT.split(), "\u202e", "🙂", "Ñandú", "ISIS", "(", "al", "-", "’s", "\n\n"]), max_size=40
    )
)
def test_every_span_lies_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    reading = find(text)
    for actor in reading.actors:
        assert actor.spans
        assert all(0 <= span.start < span.end <= len(text) for span in actor.spans)
    for index, sentence in enumerate(reading.document.sentences):
        for token in sentence.tokens:
            for party in reading.parties(index, token.index):
                assert party.span is not None
                assert sentence.start <= party.span.start < party.span.end <= sentence.end


@settings(max_examples=60)
@given(st.text(max_size=300))
@example("🅽")  # a capital without a letter
def test_any_text_is_read(text: str) -> None:
    find(text)
    actors.describe(text[:40])


@pytest.mark.parametrize("text", ["Talks on the Kenyan oil tanks began.", "A Kenyan passenger plane landed in Oslo."])
def test_tanks_of_oil_and_planes_for_passengers_are_no_military(text: str) -> None:
    assert not [actor for actor in find(text).actors if actor.sector == "MIL"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Italy goes to the polls in May. The Democratic Party has named a candidate.", "ITA"),
        ("Uganda goes to the polls in May. The Democratic Party has named a candidate.", "UGA"),
        ("Fighters of the ADF hid in a forest, the Congolese army said.", "COD"),
        ("The ADF sent two ships, Canberra said.", "AUS"),
        ("UNDP dug three wells, a mayor said in Cameroon.", "UNO"),  # a party's initials there
    ],
)
def test_of_bodies_with_one_name_that_of_the_articles_country_is_meant(text: str, country: str) -> None:
    found = find(text).actors

    assert {actor.country for actor in found if actor.rule.startswith("gazetteer")} == {country}


@pytest.mark.parametrize(
    ("text", "place", "state"),
    [
        ("Police came to Nakuru.", "Nakuru", "KEN"),
        ("It happened in the Turkish town of Zar Beka.", "town", "TUR"),
        ("They were seen at Kampala airport.", "airport", "UGA"),
        ("They were seen at the airport.", "airport", None),
    ],
)
def test_the_state_that_a_place_is_in(text: str, place: str, state: str | None) -> None:
    reading = find(text)
    words = [token.text for token in reading.document.sentences[0].tokens]

    assert [party.country for party in reading.state(0, words.index(place))] == ([state] if state else [])


def test_an_agency_that_tells_of_a_country_is_no_party_there() -> None:
    found = find("Senegal arrested two divers, a fisherman told AFP.").actors

    assert [actor.country for actor in found if actor.name == "Agence France-Presse"] == ["FRA"]


def test_an_agency_that_is_quoted_is_no_second_country() -> None:
    found = find("Soldiers shot at a crowd in Togo, a witness told AFP.")

    assert named(found, "soldiers").country == "TGO"


def test_a_name_in_another_spelling_is_nobody_of_a_country_that_is_not_named() -> None:
    text = "Blackburn MP Adnan Hussain joined the march on Monday."

    assert named(find(text), "Adnan Hussain").country != "LBN"


@pytest.mark.parametrize("mission", ["UNISFA", "UNDOF", "UNSMIL", "UNFICYP", "MINURSO", "UNTSO", "BINUH"])
def test_a_mission_is_the_united_nations(mission: str) -> None:
    assert named(find(f"{mission} evacuated sixty nurses on Monday."), mission).country == "UNO"


@pytest.mark.parametrize(
    "text",
    [
        "Mineral Resources Minister Gwede Opondo appealed for calm.",
        "Public Works and Housing Minister Gwede Opondo appealed for calm.",
    ],
)
def test_a_title_may_open_with_what_the_minister_is_for(text: str) -> None:
    assert [(a.name, a.sector) for a in find(text).actors] == [("Gwede Opondo", "GOV")]


def test_a_ministers_title_goes_on_behind_and() -> None:
    [actor] = find("The Minister of Foreign Affairs and External Trade, Hon. Collin Opondo, spoke.").actors
    assert (actor.name, actor.office) == ("Collin Opondo", "minister of foreign affairs and external trade")


def test_an_honorific_ends_the_name_of_a_body() -> None:
    names = {
        actor.name
        for actor in actors.find(read("An envoy at the Ministry of Foreign Affairs Dr. Jane Opondo left.")).actors
    }
    assert names >= {"Ministry of Foreign Affairs", "Jane Opondo"}
