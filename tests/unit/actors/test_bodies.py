"""Bodies that nobody lists: companies and groups, told by what an article says of their names."""

import pytest

from dateline.enricher import actors, document
from dateline_schemas.coded import Actor


def bodies(text: str) -> dict[str, Actor]:
    return {actor.name: actor for actor in actors.find(document.read(text)).actors if actor.kind == "organisation"}


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors accused Brightwell of fraud.",
        "Brightwell's chief executive resigned.",
        "The workers of Brightwell went home early.",
        "Police arrested a member of Brightwell in Lima.",
        "In the end Brightwell agreed to pay.",
    ],
)
def test_a_name_that_does_or_has_what_bodies_do_and_have_is_a_body(text: str) -> None:
    assert "Brightwell" in bodies(text)


def test_a_noun_behind_a_comma_says_what_and_whose_a_body_is() -> None:
    found = bodies("Tessaro, a Danish shipping company, will pay for the damage.")["Tessaro"]
    assert (found.country, found.sector) == ("DNK", "BUS")


def test_a_body_stays_one_however_it_is_named() -> None:
    text = "The airline Zenair cancelled flights. Zenair blamed a strike. The Kenyan airline Zenair resumed flights."
    reading = actors.find(document.read(text))
    named = [(reading.span(mention), mention) for mentions in reading.mentions for mention in mentions]
    figures = [
        figure for span, mention in named if "Zenair" in text[span.start : span.end] for figure in mention.figures
    ]
    assert {(figure.id, figure.country) for figure in figures} == {("XXX/organisation/zenair", "KEN")}


@pytest.mark.parametrize(
    "text",
    ["Jane Opondo agreed to pay.", "Moments later Ali denied it.", "Jane Opondo held a leader of the Akowa uprising."],
)
def test_persons_are_none(text: str) -> None:
    assert not bodies(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Baltic Dockers' Union signed the deal.", "Dockers' Union"),
        (
            "The International Transport Workers' Federation signed the deal.",
            "International Transport Workers' Federation",
        ),
        ("The Kenya Women's Network signed the deal.", "Women's Network"),
    ],
)
def test_a_body_may_be_named_for_its_members(text: str, name: str) -> None:
    assert any(name in found for found in bodies(text))


def test_what_only_begins_a_longer_name_is_not_tied_to_what_stands_before() -> None:
    text = "The dockers' union and the Gdansk port authority signed an agreement."
    reading = actors.find(document.read(text))
    union = next(token.index for token in reading.document.sentences[0].tokens if token.text == "union")
    assert [(party.name, party.kind.value) for party in reading.parties(0, union)] == [
        ("union", "organisation"),
        ("port authority", "organisation"),
    ]


def test_a_body_of_the_world_is_not_of_the_articles_country() -> None:
    found = bodies("WARSAW, June 1 (Wire) - The International Dockers' Council met. The Dockers' Union met too.")
    assert {name: body.country for name, body in found.items()} == {
        "International Dockers' Council": None,
        "Dockers' Union": "POL",
    }


def test_whom_a_group_is_linked_to_is_not_the_group() -> None:
    reading = actors.find(document.read("An Iran-backed militia and a Hamas-linked charity left."))
    assert {actor.name for actor in reading.actors} == {"militia", "charity"}


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("The National Union of Mineworkers called a strike.", "National Union of Mineworkers", None, "LAB"),
        ("The Kenya Union of Clinical Officers met.", "Kenya Union of Clinical Officers", "KEN", "LAB"),
        ("The International Federation of Welders met.", "International Federation of Welders", None, "LAB"),
    ],
)
def test_whose_union_it_is_belongs_to_its_name(text: str, name: str, country: str | None, sector: str) -> None:
    assert [(a.name, a.country, a.sector) for a in actors.find(document.read(text)).actors] == [(name, country, sector)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("LAGOS: Police on Monday held nine.", ["police"]),
        ("He gave N500,000 to them after they paid N30 million.", []),
        ("ZELBRUCK (Lake Wire) - It rained.", []),
        ("Secretary Ma. Theresa Lazaro left.", ["Ma. Theresa Lazaro"]),
    ],
)
def test_what_is_no_name_of_a_body(text: str, names: list[str]) -> None:
    assert [actor.name for actor in actors.find(document.read(text)).actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Arakan Army (AA) left. The AA said that it rained.", ["Arakan Army"]),
        ("The Department of Fish met. The Department left.", ["Department of Fish"]),
        ("The Lake Rights Network met. The Network left.", ["Lake Rights Network"]),
        ("The Hamas-linked Group for the Support of Islam and Muslims left.", ["Jama'at Nusrat al-Islam wal-Muslimin"]),
        ("END", []),
    ],
)
def test_whom_letters_a_head_or_half_a_word_mean(text: str, names: list[str]) -> None:
    assert sorted(actor.name for actor in actors.find(document.read(text)).actors) == sorted(names)


def test_who_watches_over_rights_is_no_press() -> None:
    assert bodies("The Lake Rights Monitor met.")["Lake Rights Monitor"].sector == "SOC"


def test_nobody_is_called_the_in_front_of_a_name_of_two_words() -> None:
    text = "Members of the Saltmere Fell spoke. The court said the Saltmere Fell had rejected the offer."
    assert set(bodies(text)) >= {"Saltmere Fell"}


@pytest.mark.parametrize(
    "name",
    ["Council on Arctic-Baltic Affairs", "Council on American-Islamic Relations", "Committee for Russian Jews"],
)
def test_a_nation_behind_on_or_for_is_part_of_a_bodys_name(name: str) -> None:
    assert name in bodies(f"The {name} condemned the ruling.")


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("On Monday the House passed a resolution condemning Iran.", "house", "USA"),
        ("Congress passed a resolution condemning Iran.", "congress", "USA"),
        ("The Senate in Kenya rejected the bill, and the House upheld it.", "house", "KEN"),
        ("The Philippine House impeached the judge.", "house of Philippines", "PHL"),
    ],
)
def test_whose_the_house_is(text: str, name: str, country: str) -> None:
    found = bodies(text)[name]
    assert (found.country, found.sector) == (country, "LEG")


def test_a_house_is_no_parliament() -> None:
    assert not bodies("The house burned down. House prices rose.")


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("His party, the Saltmere Reform Movement, rejected it.", "Saltmere Reform Movement", "PTY"),
        ("The union, the Kenya Union of Dockers, rejected it.", "Kenya Union of Dockers", "LAB"),
        ("The rebel group, the M23, rejected it.", "M23", "REB"),
        ("The State Committee for National Security rejected it.", "State Committee for National Security", "GOV"),
        ("The Saltmere Court of Appeal freed him.", "Saltmere Court of Appeal", "JUD"),
    ],
)
def test_which_body_a_noun_means_and_what_it_is_for(text: str, name: str, sector: str) -> None:
    found = {actor.name: actor.sector for actor in actors.find(document.read(text)).actors}
    assert found == {name: sector}


def test_what_a_clause_with_which_describes_is_nobody() -> None:
    text = "Brightwell Otieno pledged a road. Brightwell, which sold it, condemned the thieves."
    assert not any(
        actor.kind == "person" and "Brightwell" in actor.name for actor in actors.find(document.read(text)).actors
    )


def test_a_korean_may_be_called_no() -> None:
    reading = actors.find(document.read("In a statement No Kwang Chol, defence minister of North Korea, rejected it."))
    assert "No Kwang Chol" in {actor.name for actor in reading.actors}


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("The Kenya Red Cross Society condemned it.", "Kenya Red Cross Society", "SOC"),
        ("The chairman of the Miyetti Allah Traders Association, Sani Jauro, left.", "Sani Jauro", "SOC"),
        ("The Minister of Homeland Security of Malawi, Harold Msiska, left.", "Harold Msiska", "GOV"),
    ],
)
def test_bodies_and_offices_that_are_named_in_full(text: str, name: str, sector: str) -> None:
    found = {actor.name: actor.sector for actor in actors.find(document.read(text)).actors}
    assert found.get(name) == sector


def test_both_parties_are_no_parties_that_stand_for_election() -> None:
    reading = actors.find(document.read("Kenya left. It urged both parties to talk."))
    assert "PTY" not in {actor.sector for actor in reading.actors}
