"""What somebody has done to others, and what was done between commas to who is the subject of another verb."""

import pytest
from tests.unit.events.coding import countries, deeds

from dateline_schemas import EventType, Realis


@pytest.mark.parametrize(
    ("text", "doers", "met"),
    [
        ("Ruto had nine Chadian envoys shot.", {"KEN"}, {"TCD"}),
        ("Ruto had Idriss Déby arrested.", {"KEN"}, {"TCD"}),
        ("A Kenyan judge ordered nine Chadian miners jailed.", {"KEN"}, {"TCD"}),
        ("Kenya had nine Kenyan nurses killed in Lima.", set(), {"KEN"}),
    ],
)
def test_who_has_it_done_does_it_unless_he_suffers_it(text: str, doers: set[str], met: set[str]) -> None:
    [deed] = [m for m in deeds(text) if m.type in (EventType.ASSAULT, EventType.COERCE, EventType.SANCTION)]
    assert countries(deed) == (doers, met)


def test_what_is_done_to_a_subject_between_commas_is_not_its_doing() -> None:
    found = deeds("Kenyan officers, pelted with stones, fired on the crowd in Nairobi.")
    assert [countries(m) for m in found] == [(set(), {"KEN"}), ({"KEN"}, {"KEN"})]


def test_what_others_agreed_upon_between_commas_is_theirs() -> None:
    found = deeds("Kenya said that the drill, agreed upon by Chad and Niger, would last five days.")
    assert [countries(m)[0] for m in found if m.type is EventType.AGREE] == [{"TCD", "NER"}]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Nine Kenyan miners were in custody on Friday.", set()),
        ("Nine Kenyan miners will remain in custody.", set()),
        ("Nine Kenyan miners were taken into custody in Lima.", {"PER"}),
        ("LIMA, June 3. Peruvian police raided a bar. Nine Kenyan miners were taken into custody.", {"PER"}),
    ],
)
def test_who_is_in_custody_was_taken_there(text: str, doers: set[str]) -> None:
    arrest = deeds(text)[-1]
    assert (arrest.type, arrest.realis) == (EventType.COERCE, Realis.ACTUAL)
    assert countries(arrest) == (doers, {"KEN"})


def test_one_side_is_not_threatened_with_its_own_army() -> None:
    found = deeds("Ruto warned that the Kenyan army would retaliate.")
    assert [countries(m)[1] for m in found if m.type is EventType.THREATEN][:1] == [set()]


def test_who_does_something_after_a_clause_on_what_others_suffered_is_the_subject() -> None:
    found = deeds("Kenya named a general, whose troops were barred from Chad, and condemned the ban on Niger.")
    assert [countries(m)[0] for m in found if m.type is EventType.ACCUSE] == [{"KEN"}]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya attacked the ruling of Chad's court.", EventType.ACCUSE),
        ("Kenya attacked the convoy of Chad's army.", EventType.ASSAULT),
    ],
)
def test_rulings_are_attacked_in_words(text: str, kind: EventType) -> None:
    assert [m.type for m in deeds(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya re-imposed a curfew on Kisumu.", EventType.COERCE),
        ("Kenya re-opened the border with Chad.", EventType.RETREAT),
        ("Kenya re-adopted the amendment.", EventType.SUPPORT),
        ("Ruto brushed that objection aside in Chad.", EventType.REJECT),
    ],
)
def test_again_and_that_hide_no_phrase(text: str, kind: EventType) -> None:
    assert [m.type for m in deeds(text)] == [kind]


def test_talks_that_are_wound_up_wound_nobody() -> None:
    [talks] = deeds("Kenyan and Chadian ministers wound up two days of talks.")
    assert talks.type is EventType.CONSULT


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Kenya recalled its ambassador from Chad, and President Mahama summoned an envoy.", {"TCD"}),
        ("Kenya recalled its ambassadors from Chad and Niger.", {"TCD", "NER"}),
    ],
)
def test_who_does_the_next_deed_is_not_listed_with_whom_the_first_met(text: str, met: set[str]) -> None:
    [recall] = [m for m in deeds(text) if m.type is EventType.SANCTION]
    assert countries(recall)[1] == met


def test_who_stands_behind_a_semicolon_does_what_follows() -> None:
    found = deeds("Kenya insisted on language naming Chad; Peru, backed by Chile, would not have it.")
    assert [countries(m)[0] for m in found if m.type is EventType.REJECT] == [{"PER"}]


@pytest.mark.parametrize("of", ["Southeast Asian", "West African", "Eastern European"])
def test_leaders_of_a_part_of_the_world_are_called_in_full(of: str) -> None:
    [deed] = deeds(f"{of} leaders condemned the coup in Chad.")
    assert [party.name for party in deed.actors] == [f"{of} leaders"]


@pytest.mark.parametrize("place", ["Nairobi", "Addis Ababa", "New Delhi", "Port-au-Prince", "San José"])
def test_a_dash_ends_a_dateline_of_several_words(place: str) -> None:
    [killing] = deeds(f"{place} – At least nine civilians were killed over the weekend.")
    assert [party.name for party in killing.recipients] == ["civilians"]


def test_what_reporters_are_told_is_no_request() -> None:
    found = deeds("Ruto told reporters the decision to leave was taken after Chadian troops fled.")
    assert EventType.REQUEST not in {m.type for m in found}


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("Two jets crossed the border, prompting Kenya to summon the Chadian envoy.", Realis.ACTUAL),
        ("The raid prompted Kenya to close its border with Chad.", Realis.ACTUAL),
        ("The raid prompted calls for Kenya to close its border with Chad.", Realis.HYPOTHETICAL),
    ],
)
def test_what_something_prompts_somebody_to_do_is_done(text: str, realis: Realis) -> None:
    assert [m.realis for m in deeds(text) if m.type in (EventType.ACCUSE, EventType.COERCE)] == [realis]


def test_who_is_taken_hostage_is_who_is_named() -> None:
    [taking] = deeds("Rebels took nine Kenyan nurses hostage in Gao.")
    assert [party.name for party in taking.recipients] == ["nurses of Kenya"]


def test_a_blow_in_the_face_is_none_in_words() -> None:
    [blow] = deeds("President Ruto struck Raila Odinga in the face.")
    assert blow.type is EventType.ASSAULT


@pytest.mark.parametrize(
    "text",
    [
        "Ruto had photos of nine Chadians killed in May.",
        "Ruto ordered the release of nine Chadian miners arrested in Lima.",
        "Kenya has long denied that nine Chadians were killed.",
    ],
)
def test_who_has_what_tells_of_others_does_not_do_it(text: str) -> None:
    found = [m for m in deeds(text) if m.type in (EventType.ASSAULT, EventType.COERCE)]
    assert [countries(m) for m in found if countries(m)[0] == {"KEN"}] == []
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Uruguay's court turned it down. Paraguay recalled its ambassador.", {"URY"}),
        ("Peru met Chile. Kenya recalled its ambassador.", set()),
        ("Kenya recalled its ambassador to Chad.", {"TCD"}),
    ],
)
def test_an_envoy_is_recalled_from_whoever_was_hostile_and_is_no_recipient(text: str, met: set[str]) -> None:
    recall = deeds(text)[-1]
    assert recall.type is EventType.SANCTION
    assert countries(recall)[1] == met


def test_a_clause_that_looks_like_that_country_is_still_what_is_charged() -> None:
    found = deeds("Kenya charges that countries near Chad donated money.")
    assert [m.type for m in found] == [EventType.ACCUSE, EventType.AID]


@pytest.mark.parametrize("text", ["Nine Kenyans walked free in Lima.", "Nine Kenyans left prison in Lima on Monday."])
def test_who_walks_free_is_let_go(text: str) -> None:
    [release] = [m for m in deeds(text) if m.type is EventType.RETREAT]
    assert countries(release)[1] == {"KEN"}


def test_who_rounds_people_up_in_raids_raids() -> None:
    found = deeds("Kenyan police rounded up nine owners of a Chadian firm in raids across Kisumu.")
    assert [countries(m)[0] for m in found] == [{"KEN"}, {"KEN"}]


def test_who_intercedes_after_all_is_the_noun_behind_after() -> None:
    found = deeds("Nine Chadians walked free after Kenyan sheikhs interceded with their captors.")
    assert [countries(m)[0] for m in found if m.type is EventType.CONSULT] == [{"KEN"}]
