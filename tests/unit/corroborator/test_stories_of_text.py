"""Which texts of our own are one story: round-ups, anniversaries and running series are told apart."""

import random
from collections.abc import Iterable
from datetime import UTC, datetime

from bench.told import happenings

from dateline.corroborator import Memory
from dateline.enricher.coder import code
from dateline.enricher.signature import report_of
from dateline.fetcher.texts import article_of_text
from dateline_schemas import Event, EventType, Life, Report

NOW = datetime(2031, 12, 1, tzinfo=UTC)


def report(name: str, text: str, day: str = "2031-05-04", title: str = "") -> Report:
    published = datetime.fromisoformat(day).replace(hour=9, tzinfo=UTC)
    article = article_of_text(text, name=name, published=published)
    return report_of(code(article.model_copy(update={"outlet": name, "title": title, "language": "en"}), NOW))


def groups(reports: Iterable[Report]) -> set[frozenset[str]]:
    """The outlets of each story."""
    memory, outlets = Memory(), dict[str, str]()
    for one in reports:
        memory.take(one, NOW)
        outlets[one.article] = one.outlet
    found: dict[str, set[str]] = {}
    for article, story in memory.stories().items():
        found.setdefault(story, set()).add(outlets[article])
    return {frozenset(articles) for articles in found.values()}


BRIDGE = (
    "A bridge over the Kagera river collapsed on Sunday while a bus crossed it. Tanzanian rescuers pulled nineteen "
    "passengers from the water near Kyaka; six are missing. Engineers had warned of rust in its cables since March.",
    "Six bus passengers are still missing after the Kagera bridge near Kyaka gave way. Rescuers in Tanzania saved "
    "nineteen people. The cables of the bridge were rusty, as engineers wrote in March.",
)
ELECTION = (
    "Icelanders vote on Sunday for a new parliament after the coalition in Reykjavik broke up over fishing quotas. The "
    "Social Democrats lead the polls, ahead of the Reform Party. Turnout was high by noon in Akureyri.",
    "Polling stations in Iceland opened for a vote forced by a quarrel over fishing quotas. Polls see the Social "
    "Democrats first and the Reform Party second. In Akureyri many had voted before noon.",
)
FIRE = (
    "A fire in the old market of Tbilisi destroyed eighty stalls at night. Nobody was hurt. Georgian police suspect a "
    "faulty cable in a bakery. Traders want the city to pay for carpets and spices lost.",
    "Eighty stalls burned down in Tbilisi's old market. A bakery's cable may have caused the blaze, Georgian police "
    "say. Traders who lost carpets and spices ask the city for money.",
)
NEWS = [
    report(f"{name} {number}", text)
    for name, texts in (("bridge", BRIDGE), ("election", ELECTION), ("fire", FIRE))
    for number, text in enumerate(texts)
]
APART = {frozenset({f"{name} 0", f"{name} 1"}) for name in ("bridge", "election", "fire")}


def test_happenings_of_one_day_are_told_apart() -> None:
    assert groups(NEWS) == APART


def test_a_round_up_joins_no_two_of_the_stories_that_it_touches() -> None:
    round_up = report(
        "digest",
        "The day in brief. A bus fell into the Kagera when a bridge collapsed in Tanzania. Iceland votes for a new "
        "parliament after a quarrel over fishing quotas. Eighty stalls of the old market in Tbilisi burned down. The "
        "price of coffee rose. Rain is expected in the north.",
    )

    for at in range(len(NEWS) + 1):
        found = groups([*NEWS[:at], round_up, *NEWS[at:]])
        assert {frozenset(group - {"digest"}) for group in found if group != {"digest"}} == APART


def test_a_round_up_with_headed_items_is_a_story_of_its_own_however_much_one_item_tells() -> None:
    round_up = report(
        "digest",
        "Tanzania.\n\nRescuers near Kyaka look for six passengers of a bus: the bridge over the Kagera gave way under "
        "it. Nineteen were saved. Of rust in the bridge's cables engineers had warned in March.\n\nIceland.\n\nThere "
        "is a vote.\n\nGeorgia.\n\nThere was a fire.",
    )

    for at in range(len(NEWS) + 1):
        assert groups([*NEWS[:at], round_up, *NEWS[at:]]) == {*APART, frozenset({"digest"})}


def test_an_anniversary_of_an_old_event_is_another_story_than_the_event() -> None:
    later = [
        report(
            f"anniversary {number}",
            text,
            day="2032-05-04",
        )
        for number, text in enumerate(
            (
                "Kyaka remembered on Tuesday the passengers who died a year ago when a bridge over the Kagera "
                "collapsed under a bus. Tanzanian rescuers laid flowers. A new bridge is to open in July.",
                "A year after the Kagera bridge collapsed near Kyaka, families of the bus passengers lit candles. "
                "Rescuers laid flowers on the water. The new bridge opens in July, engineers say.",
            )
        )
    ]
    anniversary = frozenset({"anniversary 0", "anniversary 1"})

    assert groups([*NEWS, *later]) == APART | {anniversary}
    assert groups([*later, *NEWS]) == APART | {anniversary}


def test_a_running_series_is_as_many_stories_as_it_has_matters() -> None:
    opening = "Live updates. This page is updated all day; send us your pictures and follow us for the latest news. "
    series = [
        report(f"live {number}", opening + text, title="Live updates: what we know so far")
        for number, text in enumerate((BRIDGE[0], ELECTION[0], FIRE[0]))
    ]
    wanted = {frozenset({f"live {number}", *sorted(pair)}) for number, pair in enumerate(sorted(map(sorted, APART)))}

    assert groups([*series, *NEWS]) == wanted
    assert groups([*NEWS, *series]) == wanted


def test_any_order_of_arrival_gives_the_same_stories() -> None:
    wire = [*NEWS, *(one for case in happenings() for one in case.reports)]
    in_order = groups(wire)

    assert len(in_order) == len(APART) + len(happenings())
    for seed in range(10):
        assert groups(random.Random(seed).sample(wire, len(wire))) == in_order


def test_two_like_accidents_of_one_day_in_two_countries_are_two_stories() -> None:
    crashes = [
        report(
            "Quito 0",
            "At least 15 people were killed and 22 injured when a bus left a mountain road in Ecuador on Sunday, "
            "police said. The bus was on its way to Cuenca.",
        ),
        report(
            "Quito 1",
            "A bus fell off a mountain road in Ecuador on Sunday, killing at least 15 people, police in Cuenca said.",
        ),
        report(
            "Thimphu 0",
            "At least 12 people were killed and 20 injured when a bus left a mountain road in Bhutan on Sunday, police "
            "said. The bus was on its way to Paro.",
        ),
        report(
            "Thimphu 1",
            "A bus fell off a mountain road in Bhutan on Sunday, killing at least 12 people, police in Paro said.",
        ),
    ]
    wanted = {frozenset({"Quito 0", "Quito 1"}), frozenset({"Thimphu 0", "Thimphu 1"})}

    for seed in range(6):
        assert groups(random.Random(seed).sample(crashes, len(crashes))) == wanted


def test_a_country_that_only_offers_help_makes_no_one_story_of_two_like_disasters() -> None:
    floods = [
        report(
            "Mexico 0",
            "The Mexican army sent 400 soldiers and boats to flooded villages on Sunday, where nine people were killed "
            "after days of heavy rain. Schools will stay closed for a week, the government of Mexico said.",
        ),
        report(
            "Mexico 1",
            "Mexico sent 400 soldiers in boats to the flooded villages where nine people were killed on Sunday. "
            "Schools stay closed after days of heavy rain, the Mexican government said.",
        ),
        report(
            "Japan 0",
            "The Japanese army sent 300 soldiers and boats to flooded villages on Tuesday, where six people were "
            "killed after days of heavy rain. Japanese Prime Minister Ito visited one of the villages. Mexico, where "
            "nine people were killed on Sunday, offered to send boats, the government of Japan said.",
            "2031-05-06",
        ),
        report(
            "Japan 1",
            "Japan sent 300 soldiers in boats to the flooded villages where six people were killed on Tuesday. Ito "
            "visited one of the villages. The Japanese government thanked Mexico for its offer to send boats.",
            "2031-05-06",
        ),
    ]

    assert groups(floods) == {frozenset({"Mexico 0", "Mexico 1"}), frozenset({"Japan 0", "Japan 1"})}


def test_two_bombings_of_one_day_in_two_towns_are_two_stories() -> None:
    bombings = [
        report(f"{town} {number}", text.format(town=town, toll=toll))
        for town, toll in (("Basra", "seven"), ("Mosul", "four"))
        for number, text in enumerate(
            (
                "A bomb killed {toll} people at a market in {town}, Iraq, on Sunday, police said.",
                "{toll} people were killed on Sunday when a bomb exploded at a market in {town}, Iraqi police said.",
            )
        )
    ]
    wanted = {frozenset({f"{town} 0", f"{town} 1"}) for town in ("Basra", "Mosul")}

    for seed in range(6):
        assert groups(random.Random(seed).sample(bombings, len(bombings))) == wanted


def test_each_side_of_a_clash_on_a_border_names_towns_of_its_own() -> None:
    clash = [
        report(
            "one side",
            "Afghan and Pakistani troops exchanged fire on the border on Sunday night. Pakistani shells killed four "
            "villagers in Marawara, Kunar province, Afghan officials said.",
        ),
        report(
            "other side",
            "Two soldiers were killed when Afghan and Pakistani troops exchanged fire on the border on Sunday night. "
            "Afghan shells hit a post in Bajaur, the army of Pakistan said.",
        ),
    ]
    assert groups(clash) == {frozenset({"one side", "other side"})}


def test_a_strike_in_many_towns_is_one_story() -> None:
    towns = [
        report(
            "Nairobi", "Teachers in Kenya went on strike on Sunday. In Nairobi, police dispersed marching teachers."
        ),
        report("Mombasa", "Thousands of striking Kenyan teachers marched in Mombasa on Sunday for more pay."),
        report("Kisumu", "Schools in Kisumu stayed shut on Sunday as Kenyan teachers struck for more pay."),
    ]

    assert groups(towns) == {frozenset({"Nairobi", "Mombasa", "Kisumu"})}


def test_the_first_of_few_short_reports_stays_in_the_story_of_those_that_are_much_alike() -> None:
    strike = (
        ("2031-05-04", "Kenyan teachers announce strike", "Kenyan teachers will strike on May 8 for higher wages, "
         "their union announced. Health minister Eva Luna offered a rise of 3 percent."),
        ("2031-05-04", "Teachers in Kenya to walk out", "Teachers in Kenya are to walk out on May 8. Luna offered "
         "them 3 percent more pay."),
        ("2031-05-08", "Kenya's teachers strike", "Teachers across Kenya went on strike on Thursday for better pay. "
         "The union said 80,000 teachers took part."),
        ("2031-05-08", "Schools shut in Kenya as teachers walk out", "Many schools stayed closed in Kenya as teachers "
         "struck on Thursday. Minister Luna said 45,000 teachers took part."),
    )  # fmt: skip
    reports = [report(f"outlet {number}", text, day, title) for number, (day, title, text) in enumerate(strike)]

    assert groups(reports) == {frozenset(f"outlet {number}" for number in range(len(strike)))}


def condemnations(*who: str) -> list[Event]:
    """The events of one type that the outlets tell of strangers who say the same of one attack."""
    memory, held = Memory(), dict[str, Event]()
    for name in who:
        text = (
            "Gunmen attacked the airport of Bamako on Thursday and killed nine soldiers. "
            f"{name} condemned the attack on the airport on Friday. Flights to Gao were "
            "cancelled, and troops combed the market of Kati."
        )
        for event in memory.take(report(f"of {name}", text, title="Airport of Bamako attacked"), NOW).events:
            held[event.id] = event
    return [event for event in held.values() if event.type is EventType.ACCUSE and event.life is Life.LIVE]


def test_governments_that_condemn_one_attack_do_so_each_for_itself() -> None:
    found = condemnations("France", "Germany", "The Malian opposition leader Moussa Mara")

    assert len({event.story for event in found}) == 1
    assert sorted(event.actors[0].country or "" for event in found) == ["DEU", "FRA", "MLI"]
    assert {event.outlet_count for event in found} == {1}


def test_one_government_condemns_it_once_whoever_tells_it() -> None:
    found = condemnations("France", "The French government")

    assert [event.outlet_count for event in found] == [2]
