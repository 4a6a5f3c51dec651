"""Who gets what others do, and who stands behind it."""

import pytest
from tests.unit.events.coding import countries, deeds, mentions

from dateline_schemas import ActorKind


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Turkey drew criticism from Norway on Sunday.", "ACCUSE", {"NOR"}, {"TUR"}),
        ("Kenya won praise from Norway for its courage.", "SUPPORT", {"NOR"}, {"KEN"}),
        ("Mali received 50 million dollars in aid from Norway.", "AID", {"NOR"}, {"MLI"}),
        ("Mali received rifles from Chad.", "AID", {"TCD"}, {"MLI"}),
        ("Mali got a loan from China.", "AID", {"CHN"}, {"MLI"}),
        ("Niger faces sanctions from Norway.", "COERCE", {"NOR"}, {"NER"}),
        ("Kenya came under criticism from Norway.", "ACCUSE", {"NOR"}, {"KEN"}),
        ("Chad came under attack from Malian rebels.", "ASSAULT", {"MLI"}, {"TCD"}),
        ("Mali secured a ceasefire with Chad.", "RETREAT", {"MLI"}, {"TCD"}),  # both have it
        ("Kenya got a warning by Norway.", "THREATEN", {"NOR"}, {"KEN"}),
        ("Kenya repeated a warning by Norway.", "THREATEN", {"NOR"}, set()),
    ],
)
def test_the_subject_gets_it(text: str, kind: str, actors: set[str | None], recipients: set[str | None]) -> None:
    (deed,) = deeds(text)
    assert (deed.type, *countries(deed)) == (kind, actors, recipients)


def test_what_a_deed_draws_is_for_who_did_it() -> None:
    arrest, criticism = deeds("The arrest of a Chadian nurse by Kenya drew criticism from Norway.")
    assert countries(arrest) == ({"KEN"}, {"TCD"})
    assert countries(criticism) == ({"NOR"}, {"KEN"})


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The beating of two nurses by Kenya shocked many.", {"KEN"}),
        ("An attack on a mosque in Gao by Chadians left nine dead.", {"TCD"}),
        ("Sanctions were imposed on two Sudanese generals by Norway on Sunday.", {"NOR"}),
        ("Nine were arrested in Kenya at a rally by Chadians.", {"KEN"}),  # the rally is theirs
    ],
)
def test_who_stands_behind_by_did_it_wherever_it_hangs(text: str, actors: set[str | None]) -> None:
    assert countries(deeds(text)[0])[0] == actors


def test_who_is_welcomed_for_what_he_did() -> None:
    (welcome,) = (
        m for m in deeds("The release of five soldiers by Chad was welcomed by Norway.") if m.type == "SUPPORT"
    )
    assert countries(welcome) == ({"NOR"}, {"TCD"})


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya sent police to Haiti.", {"HTI"}),
        ("Kenya intends to send police to Haiti.", {"HTI"}),
        ("Uganda extradited two suspects to Rwanda.", {"RWA"}),
        ("Colombia suspended talks with the ELN.", {"COL"}),  # of its country, but none of its own
    ],
)
def test_whom_no_words_place_is_only_what_is_sent(text: str, recipients: set[str | None]) -> None:
    (deed,) = deeds(text)
    assert countries(deed)[1] == recipients


def test_migrants_are_expelled_wherever_they_go() -> None:
    (expelled,) = deeds("Tunisia expelled migrants to the Libyan border.")
    assert [party.kind for party in expelled.recipients] != [ActorKind.GOVERNMENT]


def test_rape_is_no_rapping() -> None:
    assert [m.type for m in mentions("Soldiers raped nurses in Bukavu.")] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Kenyan mayor, charged with fraud, fled.", "ACCUSE"),
        ("Kenyan mayor shot dead in Gao.", "ASSAULT"),
        ("Police charged the crowd with batons in Kenya.", "ASSAULT"),
    ],
)
def test_what_lacks_an_object_was_done_to_the_subject(text: str, kind: str) -> None:
    (deed,) = deeds(text)
    assert (deed.type, countries(deed)[1]) == (kind, {"KEN"})


@pytest.mark.parametrize(
    "text", ["Chadian rebels seized a town near the Malian border.", "Chad arrested nine suspected of spying for Mali."]
)
def test_a_landmark_is_no_recipient(text: str) -> None:
    assert "MLI" not in countries(deeds(text)[0])[1]


def test_who_is_accused_of_a_deed_does_it_and_not_who_says_so() -> None:
    found = deeds("Chad's army denied having fired on any market and accused Malian guards of attacking a post.")
    assert countries(found[-1])[0] == {"MLI"}


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Congress urged member states to stop imports from Chad.", set()),
        ("China lodged a protest with Japan over the Chadian minister's remarks.", {"JPN"}),
        ("Talks in Gao between Chad and Niger ended without a deal.", set()),
    ],
)
def test_who_is_only_told_of_is_no_recipient(text: str, recipients: set[str | None]) -> None:
    assert countries(deeds(text)[0])[1] == recipients


def test_what_one_calls_ones_own_is_no_recipient() -> None:
    (agreed,) = deeds("The Kenyan and Somali presidents agreed to reopen their embassies.")
    assert agreed.recipients == ()


def test_what_one_is_asked_about_one_did_not_do() -> None:
    assert not deeds("Asked about the attack, Peru's minister said that it rained.")


def test_whose_brother_is_arrested_is_not() -> None:
    (arrest,) = deeds("Kenya's police arrested the Chadian governor's brother on Monday.")
    assert not {"TCD"} & {party.country for party in arrest.recipients if party.name.startswith("governor")}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Haitian police backed by Kenyan officers retook the port from a gang.", {"HTI"}),
        ("Chadian soldiers backed by tanks attacked Goma.", {"TCD"}),
    ],
)
def test_who_is_backed_does_it(text: str, actors: set[str | None]) -> None:
    assert countries(deeds(text)[-1])[0] == actors


def test_of_a_raided_home_it_is_the_owner_who_is_met() -> None:
    (raid,) = deeds("Brazilian police raided the home of the Peruvian president in Brasilia.")
    assert countries(raid)[1] == {"PER"}


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya withdrew its troops from Somalia.", {"SOM"}),
        ("Greece evacuated its citizens from Sudan.", {"GRC"}),
        ("Zambia has agreed in principle to receive deportees from Peru.", {"PER"}),
    ],
)
def test_whose_they_are_is_not_where_they_are(text: str, recipients: set[str | None]) -> None:
    (deed,) = deeds(text)
    assert countries(deed)[1] == recipients


@pytest.mark.parametrize(
    ("text", "actors", "names"),
    [
        ("Chad gave rifles to militants on the Malian side of the border.", {"TCD"}, ["militants"]),
        ("Peru's minister will meet Ola Berg in the White House.", {"PER"}, ["Ola Berg"]),
        ("Nine Kenyans were killed in a raid on a school run by Norway.", set(), ["people of Kenya"]),
    ],
)
def test_to_whom_something_is_given_is_no_means(text: str, actors: set[str | None], names: list[str]) -> None:
    deed = deeds(text)[0]
    assert countries(deed)[0] == actors
    assert [party.name for party in deed.recipients] == names


def test_who_did_what_draws_criticism_gets_it() -> None:
    found = [m for m in deeds("Kenya shelled Chad, drawing condemnation from Peru.") if m.type.value == "ACCUSE"]
    assert [countries(m) for m in found] == [({"PER"}, {"KEN"})]
