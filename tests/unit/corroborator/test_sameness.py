"""Which words can be words for one deed, and what speaks for it and against it."""

from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pytest
from tests.unit.corroborator.wire import mention, report

from dateline.corroborator.deeds.deeds import ONE_DEED, Deeds
from dateline.corroborator.deeds.sameness import SIGNS, at_most, likelihood, signs
from dateline.corroborator.deeds.speech import are_sayings
from dateline.corroborator.features.rarity import Index
from dateline.corroborator.reports.held import Telling, Who
from dateline.corroborator.reports.holding import hold, telling
from dateline.corroborator.words.meaning import nearness
from dateline.corroborator.words.wording import kinds, stem_of
from dateline_schemas import EventType, Quad, Span

CLERK = Who("clerk", "Ada Clerk", "person", "GBR", None)
RARITY = Index(timedelta(days=14)).rarity(0)


def told(article: str, sentence: str) -> Telling:
    """The mention whose words stand between brackets."""
    before, _, rest = sentence.partition("[")
    word, _, after = rest.partition("]")
    quote = before + word + after
    plain = mention(article, 1, 1, "bombed").model_copy(
        update={
            "quote": quote,
            "trigger": Span(start=len(before), end=len(before) + len(word)),
            "sentence": Span(start=0, end=len(quote)),
            "actors": (),
            "recipients": (),
        }
    )
    return telling(plain, hold(report(article, 1), 1))


def sign(name: str, a: Telling, b: Telling) -> float:
    return signs(a, b, RARITY)[SIGNS.index(name)]


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("shot", "shoot"),
        ("stolen", "steal"),
        ("met", "meet"),
        ("visited", "visit"),
        ("murdered", "murder"),
        ("offering", "offer"),
        ("decision", "decide"),
        ("replacement", "replace"),
        ("explosions", "exploded"),
        ("according", "said"),
    ],
)
def test_forms_of_one_verb_have_one_stem(form: str, verb: str) -> None:
    assert stem_of(form) == stem_of(verb)


def test_a_form_that_is_rather_a_word_of_its_own_keeps_its_stem() -> None:
    assert stem_of("wound") != stem_of("wind")


@pytest.mark.parametrize(("one", "other"), [("foil", "thwart"), ("buy", "acquisition"), ("murder", "slaying")])
def test_words_for_one_deed_are_near_in_meaning(one: str, other: str) -> None:
    assert nearness(stem_of(one), stem_of(other)) > 0.4
    assert nearness(stem_of(one), stem_of(other)) == nearness(stem_of(other), stem_of(one))


@pytest.mark.parametrize(("one", "other"), [("visit", "bomb"), ("rescue", "vote"), ("elect", "no such word")])
def test_words_for_different_deeds_are_not(one: str, other: str) -> None:
    assert nearness(stem_of(one), stem_of(other)) < 0.2


@pytest.mark.parametrize(
    ("one", "other"), [("foiled", "thwarted"), ("robbery", "heist"), ("a truce", "ceasefire"), ("won", "lost")]
)
def test_words_for_one_deed_are_of_one_kind(one: str, other: str) -> None:
    assert kinds(one) & kinds(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("shot", "killed"), ("arson", "fire"), ("admitted", "treatment"), ("quake", "shook"), ("signed", "the accord")],
)
def test_means_parts_and_results_of_a_deed_are_not(one: str, other: str) -> None:
    assert not kinds(one) & kinds(other)


def test_phrases_that_share_a_word_speak_for_one_deed() -> None:
    short, long = told("a", "the [rescue] of the crew"), told("b", "the [rescue mission] for the crew")
    other = told("c", "the [supply mission] for the crew")

    assert short.stem != long.stem
    assert likelihood(short, long, RARITY) > likelihood(short, other, RARITY) + 0.3


def test_a_word_beside_the_other_speaks_against_one_deed() -> None:
    killed = told("a", "gunmen [killed] three in the shooting")
    shooting = told("b", "the [shooting] that shook the town")

    assert sign("beside", killed, shooting) == sign("beside", shooting, killed) == 1.0
    assert sign("beside", told("c", "gunmen [killed] three at noon"), shooting) == 0.0
    assert sign("beside", shooting, told("d", "a [shooting] after the last shooting")) == 0.0


def test_that_both_say_something_tells_less_than_another_word_in_common() -> None:
    said, stated = told("a", "a clerk [said] at noon"), told("b", "the miller [stated] in the evening")
    sold, auctioned = told("c", "a clerk [auctioned] at noon"), told("d", "the miller [auctioned] later")

    assert sign("saying", said, stated) == 1.0
    assert sign("saying", said, told("e", "the miller [announced] it")) == sign("saying", sold, auctioned) == 0.0
    assert likelihood(said, told("f", "the miller [said] later"), RARITY) < 0.4 < likelihood(sold, auctioned, RARITY)


def test_who_announces_says_more_than_that_he_speaks() -> None:
    def stated(article: str, sentence: str) -> Telling:
        return replace(told(article, sentence), type=EventType.STATEMENT, quad=Quad.NEUTRAL)

    announced = stated("a", "[announced] at noon: a new wheel"), stated("b", "the miller [unveiled] a wheel in May")
    said = stated("a", "[said] at noon: a new wheel"), stated("b", "the miller [stated] a wheel in May")

    assert likelihood(*announced, RARITY) > likelihood(*said, RARITY) + 0.2


def test_a_verdict_is_no_saying() -> None:
    """One that is told twice in an article stays one, though a saying is seldom told twice."""
    convicted = replace(told("a", "the jury [convicted] the miller"), type=EventType.ACCUSE, cameo="116")
    again = replace(convicted, id="again", sentence=(90, 120))

    assert not are_sayings(convicted, again)
    assert are_sayings(*(replace(one, cameo="112", actors=(CLERK,)) for one in (convicted, again)))


def test_what_speaks_for_one_deed_is_the_same_from_either_side() -> None:
    one, other = told("a", "rebels [opened fire] at Norbury"), told("b", "the [fire] at Norbury was returned by rebels")

    assert signs(one, other, RARITY) == pytest.approx(signs(other, one, RARITY))


def test_no_two_mentions_are_likelier_one_deed_than_what_is_quickly_looked_up_allows() -> None:
    tellings = [
        told("a", "rebels [opened fire] at Norbury after dusk"),
        told("b", "the [gunfire] at Norbury began after dusk"),
        told("c", "villagers near the old mill [rebuilt] a bridge"),
        told("d", "the mill owners [sold] the bridge to the county"),
        told("e", "the county will [purchase] the old bridge"),
    ]
    tellings += [replace(one, type=EventType.COOPERATE, quad=Quad.MATERIAL_COOPERATION) for one in tellings]

    for one, other in combinations(tellings, 2):
        assert likelihood(one, other, RARITY) <= at_most(one, other)


def test_deeds_with_nothing_in_common_need_no_second_look() -> None:
    shelled = told("a", "gunners [shelled] the harbour at dawn")
    opened = replace(told("b", "a school [opened] in the hills"), type=EventType.AID, quad=Quad.MATERIAL_COOPERATION)

    assert at_most(shelled, opened) < ONE_DEED / 2


def test_a_deed_that_has_no_mention_left_makes_no_word_rarer() -> None:
    deeds = Deeds()
    alone = deeds.telltale.of("harbour")
    left = told("a", "a ferry [sank] in the bay")

    deeds.add(left, "e1")
    having_one = deeds.telltale.of("harbour")
    deeds.remove(left)

    assert having_one > alone == deeds.telltale.of("harbour")


def freed(article: str, who: Who) -> Telling:
    coded = replace(told(article, "They [freed] nine prisoners."), type=EventType.RETREAT, confidence=0.9)
    return replace(coded, actors=(who,))


def test_a_state_and_those_who_fight_it_each_let_their_own_prisoners_go() -> None:
    state = Who("yem", "Yemen", "government", "YEM", "GOV")
    soldiers = Who("yem/body/army", "army of Yemen", "organisation", "YEM", "MIL")
    rebels = Who("yem/group/houthis", "Houthis", "armed_group", "YEM", "REB")
    assert likelihood(freed("a", state), freed("b", rebels), RARITY) == 0
    assert likelihood(freed("a", state), freed("b", soldiers), RARITY) > ONE_DEED


def asked(article: str, sentence: str, cameo: str) -> Telling:
    return replace(
        told(article, sentence),
        type=EventType.REQUEST,
        cameo=cameo,
        confidence=0.9,
        actors=(CLERK,),
        content=("water",),
    )


def test_sayings_of_one_narrow_code_are_likelier_one_than_those_of_a_wide_one() -> None:
    narrow, wide = (
        likelihood(asked("a", "She [sought] it.", code), asked("b", "She [wanted] it.", code), RARITY)
        for code in ("103", "100")
    )
    assert narrow > wide


def test_who_calls_on_somebody_meets_him() -> None:
    queen, land = Who("q", "Queen Ada", "person", "NOR", "GOV"), Who("nor", "Norway", "government", "NOR", "GOV")
    visit, other = (
        replace(
            told(article, "She [called] there."), type=EventType.CONSULT, cameo=code, confidence=0.9, actors=(CLERK,)
        )
        for article, code in (("a", "042"), ("b", "046"))
    )
    met = replace(other, recipients=(queen,))
    assert likelihood(replace(visit, recipients=(queen,)), met, RARITY) > ONE_DEED
    assert likelihood(replace(visit, recipients=(land,)), met, RARITY) < ONE_DEED
