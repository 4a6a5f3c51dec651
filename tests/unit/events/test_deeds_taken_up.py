"""Whom a deed meets that takes up one told before."""

import pytest
from tests.unit.events.coding import countries, deeds


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("Kenya accused Chad of arming rebels. Chad dismissed the allegation.", "REJECT", {"KEN"}),
        ("Kenya urged Chad to free the sailors. Chad rejected the demand.", "REJECT", {"KEN"}),
        ("Kenya offered to mediate. Chad refused the offer on Monday.", "REJECT", {"KEN"}),
        ("Kenya accused Chad of arming the Malian rebels, which Chad rejected.", "REJECT", {"KEN"}),
        ("Kenya's president invited Chad's to visit Nairobi. Chad accepted the invitation.", "AGREE", {"KEN"}),
        ("Kenya said that a Chadian drone had crashed in Gao. Chad rejected the account.", "REJECT", {"KEN"}),
        ("Kenya deployed troops on the border. Chad opposed the deployment.", "REJECT", {"KEN"}),
        ("Chad freed nine sailors. Peru welcomed the move.", "SUPPORT", {"TCD"}),
        ("Chad said it would free nine prisoners, a gesture Peru welcomed.", "SUPPORT", {"TCD"}),
        ("Chad freed nine sailors, a move welcomed by Peru.", "SUPPORT", {"TCD"}),
        ("Chad closed the border. Peru called it unlawful and Chile deplored the decision.", "ACCUSE", {"TCD"}),
        ("Chad bombed a Kenyan port. Peru condemned it.", "ACCUSE", {"TCD"}),
        ("A Chadian ship rammed a Kenyan one. Peru condemned the ramming.", "ACCUSE", {"TCD"}),
        ("A Chadian ship rammed a Kenyan one. Peru condemned the lynching by Malians of nine nuns.", "ACCUSE", {"MLI"}),
        ("Chadian rebels attacked Gao. Mali's army killed nine of them. Peru condemned the attack.", "ACCUSE", {"TCD"}),
        ("Peru accused Chad of spying. It condemned the launch as reckless.", "ACCUSE", {"TCD"}),
        ("Peru accused Chad of spying. It rained in Gao. Peru condemned the launch.", "ACCUSE", set()),
        ("Peru accused Chad's nurses of spying. It condemned the launch.", "ACCUSE", set()),  # not of a state
        ("Chad praised Kenya's mediation. Peru said that it backed it.", "SUPPORT", set()),  # no judgement
        ("Chad's king toured Gao. Chad telephoned Kenya. Peru praised the trip.", "SUPPORT", {"TCD"}),
        ("Chad praised a Kenyan port. Peru condemned it.", "ACCUSE", set()),  # nothing to condemn has been told
        (f"Chad's army arrested two nuns. {'Kenya thanked Mali. ' * 12} Peru slammed the arrests.", "ACCUSE", {"TCD"}),
        (f"Chad freed two nuns. {'It rained. Kenya met Mali. ' * 12} Peru praised the move.", "SUPPORT", {"KEN"}),
        ("Chad's army arrested two Peruvian nuns. Norway demanded their release.", "REQUEST", {"TCD"}),
        ("Chad's army arrested two nuns. Norway demanded that the nuns be released.", "REQUEST", {"TCD"}),
        ("Chad bombed a Kenyan port. Peru called for restraint.", "REQUEST", {"TCD", "KEN"}),
        ("A court in Gao jailed a Kenyan nurse. She will appeal.", "REQUEST", {"MLI"}),
        ("A court in Gao jailed a Kenyan nurse. She appealed to Chad for help.", "REQUEST", {"TCD"}),
        ("Chad's lawyers sued a Kenyan nurse. She will appeal.", "REQUEST", set()),  # no court
        ("GAO, March 3 - Floods cut roads. Peru pledged nine boats.", "AGREE", {"MLI"}),
        ("GAO, March 3 - Floods cut roads. Peruvian observers praised the rescue.", "SUPPORT", {"MLI"}),
        ("GAO, March 3 - Floods cut roads. Peru and Chile signed a pact.", "SUPPORT", set()),  # with each other
        ("GAO, March 3 - Floods cut roads. Mali pledged nine boats.", "AGREE", set()),  # its own news
        ("Peru pledged nine boats. It did so again on Sunday.", "AGREE", set()),  # nobody's news
        ("Chad expelled nine Kenyan envoys. Nairobi vowed to respond in kind.", "THREATEN", {"TCD"}),
        ("Chad expelled nine Kenyan envoys. It rained in Gao. Nairobi vowed to hit back.", "THREATEN", set()),
    ],
)
def test_a_deed_told_before_says_whom_one_meets_that_takes_it_up(text: str, kind: str, recipients: set[str]) -> None:
    found = [deed for deed in deeds(text) if deed.type.value == kind][-1]

    assert countries(found)[1] == recipients


def test_what_is_blamed_on_somebody_is_their_deed() -> None:
    accusing, raid = deeds("Kenya blamed the raid on Chad's army.")

    assert (accusing.type, *countries(accusing)) == ("ACCUSE", {"KEN"}, {"TCD"})
    assert (raid.type, *countries(raid)) == ("ASSAULT", {"TCD"}, set())


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("Kenya's president met Uganda's. The sides agreed to launch flights in June.", "AGREE", {"KEN", "UGA"}),
        ("Kenya's president met Uganda's. Both rejected the plan.", "REJECT", {"KEN", "UGA"}),
        ("Kenya's president met Uganda's. They exchanged views and urged Chad to talk.", "REQUEST", {"KEN", "UGA"}),
        ("Kenya's president met Uganda's in Gao, where the two signed a pact.", "SUPPORT", {"KEN", "UGA"}),
        ("Kenya and Uganda clashed. The two neighbours agreed to talk.", "AGREE", {"KEN", "UGA"}),
        ("Kenya's king met Uganda's. After the talks, nine documents were signed.", "SUPPORT", {"KEN", "UGA"}),
        ("Kenya's king met Uganda's. The joint statement condemns the raid.", "ACCUSE", {"KEN", "UGA"}),
        ("Kenya's king met Uganda's. The Chadian side rejected the plan.", "REJECT", {"TCD"}),
        ("Kenya and Uganda shelled each other. Each side accused the other of firing first.", "ACCUSE", {"KEN", "UGA"}),
        ("Kenya's president met Uganda's. Chadian nurses marched. They agreed to end the strike.", "AGREE", {"TCD"}),
    ],
)
def test_the_sides_are_those_whom_the_deed_before_was_between(text: str, kind: str, actors: set[str]) -> None:
    found = [deed for deed in deeds(text) if deed.type.value == kind][-1]

    assert countries(found)[0] == actors


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("Chad's police arrested two nuns. The nuns were freed on Monday.", "RETREAT", {"TCD"}),
        ("Chad's police arrested two nuns. Nine sailors were freed on Monday.", "RETREAT", set()),  # whom it never held
        ("Chadian rebels raided a village in Mali. Nine shepherds died in the raid.", "ASSAULT", {"TCD"}),
        ("Chadian rebels raided a village in Mali. The raid killed nine shepherds.", "ASSAULT", {"TCD"}),
        ("Chadian rebels raided a village in Mali. Nine shepherds died in a raid.", "ASSAULT", set()),  # another
        ("GAO, March 3 - Nine shepherds were arrested on Sunday.", "COERCE", {"MLI"}),
        ("GAO, March 3 - Nine shepherds were abducted on Sunday.", "ASSAULT", set()),  # anybody abducts
        ("Nine shepherds were arrested on Sunday.", "COERCE", set()),  # nobody's news
    ],
)
def test_a_deed_told_before_says_who_does_one_that_takes_it_up(text: str, kind: str, actors: set[str]) -> None:
    found = [deed for deed in deeds(text) if deed.type.value == kind][-1]

    assert countries(found)[0] == actors


@pytest.mark.parametrize(
    ("told", "deed", "actor"),
    [
        ("Police closed a road in Gao.", "Nine shepherds were arrested.", "police"),
        ("Police closed a road in Gao.", "Nine shepherds were deported.", "Mali"),
        ("The supreme court met in Gao.", "Nine shepherds were sentenced to death.", "supreme court"),
    ],
)
def test_the_police_and_the_courts_of_the_news_do_what_only_they_do(told: str, deed: str, actor: str) -> None:
    last = deeds(f"GAO, March 3 - {told} {deed}")[-1]

    assert [party.name for party in last.actors] == [actor]
