"""The shipped gazetteer: whole, dated, and the user's files on top of it."""

from datetime import date
from pathlib import Path

import pytest

from dateline.enricher.gazetteer import BadGazetteer, Gazetteer, Kind, Office, edition, load, read
from dateline.enricher.gazetteer.files import ORDER, parse, shipped, states
from dateline_schemas.coded import NON_STATES, SECTORS


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load()


def test_every_entry_has_a_country_of_the_list_or_a_non_state() -> None:
    entries = [entry for entry, _ in shipped()]
    states = {entry.country for entry in entries if entry.kind is Kind.COUNTRY}
    assert len(states) > 190
    assert {entry.country for entry in entries} - states - NON_STATES == {""}
    assert "XXX" not in {entry.country for entry in entries}


def test_every_office_can_be_read_and_ends_after_it_begins() -> None:
    for entry, _ in shipped():
        for office in entry.offices:
            assert not (office.start and office.end) or office.start[: len(office.end)] <= office.end, (
                entry.name,
                office,
            )


def test_ids_are_of_wikidata_or_made_of_country_kind_and_name() -> None:
    for entry, _ in shipped():
        made = entry.id.split("/")
        assert entry.id[1:].isdigit() if len(made) == 1 else made[0] == (entry.country or "XXX"), entry.id


def test_each_file_names_its_source() -> None:
    folder = Path(__file__).parents[3] / "services/dateline/enricher/gazetteer/data"
    for name in ORDER:
        head = [line for line in (folder / name).read_text(encoding="utf-8").splitlines()[:6] if line.startswith("#")]
        assert any("Source" in line for line in head), name


def test_an_office_is_that_of_the_day(gazetteer: Gazetteer) -> None:
    (kenyatta,) = gazetteer.named("Uhuru Kenyatta")
    assert kenyatta.sector_on(date(2020, 5, 1)) == "GOV"
    assert kenyatta.sector_on(date(2023, 5, 1)) == "ELI"
    holders = gazetteer.holders("KEN", "president", date(2023, 5, 1))
    offices = [(holder.name, holder.office_on(date(2023, 5, 1))) for holder in holders]
    assert [name for name, office in offices if office is not None and office.title == "President"] == ["William Ruto"]


@pytest.mark.parametrize(
    ("start", "end", "day", "held"),
    [
        ("2020", "2021", "2021-12-31", True),
        ("2020-03", "", "2020-02-28", False),
        ("2020-03-05", "2020-03-05", "2020-03-05", True),
        ("", "2019-06", "2019-07-01", False),
    ],
)
def test_a_bound_holds_to_its_end(start: str, end: str, day: str, held: bool) -> None:
    assert Office("President", "GOV", start, end).held_on(day) is held


def test_a_capital_has_its_coordinates(gazetteer: Gazetteer) -> None:
    (nairobi, *_) = gazetteer.named("Nairobi")
    assert nairobi.kind is Kind.CAPITAL
    assert nairobi.latitude == pytest.approx(-1.28, abs=0.1)


def test_the_longest_name_is_found(gazetteer: Gazetteer) -> None:
    words = ["south", "sudan", "s", "army"]
    count, entries = gazetteer.match(words, 0) or (0, ())
    assert (count, entries[0].country) == (2, "SSD")
    count, entries = gazetteer.match(words, 1) or (0, ())
    assert (count, entries[0].country) == (1, "SDN")


def test_a_user_adds_entries_whose_names_win(tmp_path: Path) -> None:
    ours = tmp_path / "organisations-of-ours.tsv"
    ours.write_text("KEN\tLAB\tLakeside Dockers' League\tNairobi\n", encoding="utf-8")
    gazetteer = load((ours,))
    assert gazetteer.named("Lakeside Dockers' League")[0].sector == "LAB"
    assert gazetteer.named("Nairobi")[0].name == "Lakeside Dockers' League"


def test_a_user_may_bring_a_petrarch_dictionary(tmp_path: Path) -> None:
    ours = tmp_path / "ours.actors.txt"
    ours.write_text(
        "# ours\nLAKE_REPUBLIC_ [KEN]\n+LAKESIDERS_\nJANE_OPONDO_ ; a note\n\t[KENGOV 030101-051231]\n"
        "\t[KENOPP >20060101]\n"
        "HERON_BRIGADE_\n\t[UGAREB]\n",
        encoding="utf-8",
    )
    gazetteer = load((ours,))
    opondo = gazetteer.named("Jane Opondo")[0]
    assert (opondo.kind, opondo.country) == (Kind.PERSON, "KEN")
    assert opondo.sector_on(date(2004, 1, 1)) == "GOV"
    assert opondo.sector_on(date(2010, 1, 1)) == "OPP"
    assert gazetteer.named("Heron Brigade")[0].kind is Kind.ARMED_GROUP
    assert gazetteer.named("Lakesiders")[0].country == "KEN"


def test_what_a_petrarch_dictionary_says_of_a_country_does_not_undo_what_is_told_apart(tmp_path: Path) -> None:
    """PETRARCH has a country's towns and people among its names."""
    ours = tmp_path / "ours.actors.txt"
    ours.write_text("KENYA_ [KEN]\n+NAIROBI_\n+LAND_OF_THE_HERON_\n", encoding="utf-8")
    gazetteer = load((ours,))
    assert [entry.kind for entry in gazetteer.named("Nairobi")] == [entry.kind for entry in load().named("Nairobi")]
    assert gazetteer.named("Land of the Heron") == (load()["KEN/country"],)


def test_published_dictionaries_are_read_with_their_slips(tmp_path: Path) -> None:
    ours = tmp_path / "ours.actors.txt"
    slips = (
        "HERON_COUNCIL_\nTHE_COUNCIL_OF_HERONS_\n\t[KENGOV]\nNOBODY_\n\t[---]\nMARSH_PARTY]_ [UGAMUSREB]\n"
        "OLD_MARSH_PARTY_ [UGAREB >199505011]\nJOS\u00c9_MARSH_ [UGAGOV 900101-991231]\n"
    )
    ours.write_bytes(slips.encode("latin-1"))
    gazetteer = load((ours,))
    assert {e.name for n in ("Heron Council", "The Council of Herons") for e in gazetteer.named(n)} == {"Heron Council"}
    assert gazetteer.named("Nobody") == ()
    assert gazetteer.named("Marsh Party")[0].sector == "REB", "a religion is no role"
    assert gazetteer.named("Old Marsh Party")[0].offices == ()
    assert gazetteer.named("José Marsh")[0].sector_on(date(1995, 1, 1)) == "GOV"


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        (
            "ours.actors.txt",
            "# ours\nHERON_COUNCIL_ [kengov]\n",
            r"ours\.actors\.txt:2: '\[kengov\]'.*write \[KENGOV\]",
        ),
        ("ours.actors.txt", "\t[KENGOV]\n", r":1: a code without a name; write the name on a line above"),
        ("ours.agents.txt", "FARMER [~AGR]\n", r":1: 'FARMER \[~AGR\]' is a role, not an actor; give dict"),
        ("persons-of-ours.tsv", "# head\nKEN Jane Opondo\n", r"persons-of-ours\.tsv:2: one column only; .* tabs"),
        ("persons-of-ours.tsv", "Kenya\tJane Opondo\n", r":1: the first column is the country.*not 'Kenya'"),
        ("persons-of-ours.tsv", "KEN\t\tJane Opondo\n", r":1: the column of the name is empty"),
        ("persons-of-ours.tsv", "KEN\tJane Opondo\t\tMayor since 2020\n", r":1: office 'Mayor since 2020': expected"),
        ("organisations.tsv", "KEN\tlabour\tDockers' League\n", r":1: the second column is the sector.*not 'labour'"),
        ("organisations.tsv", "KEN\tZZZ\tDockers\n", r":1: ZZZ is no sector of PLOVER's AGR, BUS, "),
        ("organisations.tsv", "KEN\tGOV\tDockers\t\tUnion [NGO] 2020..\n", r":1: office 'Union': NGO is no sector"),
        ("persons.tsv", "#\nENG\tJane Opondo\n", r":2: ENG is neither a country .* nor one of PLOVER's EUR, IGO, "),
        ("persons.tsv", "KEN\tJane\t\tMayor 2020-13..\n", r":1: office 'Mayor': there is no 2020-13; write"),
        ("persons.tsv", "KEN\tJane\t\tMayor ..2021-02-30\n", r":1: office 'Mayor': there is no 2021-02-30; write"),
        ("persons.tsv", "KEN\tJane\t\tMayor 2021..2020-12\n", r":1: office 'Mayor': it ends .* before it begins"),
        ("cities-of-ours.tsv", "KEN\tHeron\t\tnorth\t12\n", r":1: the fourth column is the lat.* -90 .*'north'"),
        ("cities-of-ours.tsv", "KEN\tHeron\t\t90.5\t12\n", r":1: the fourth column is the latitude: .*'90.5'"),
        ("cities-of-ours.tsv", "KEN\tHeron\t\tnan\t12\n", r":1: the fourth column is the latitude: .*'nan'"),
        ("cities-of-ours.tsv", "KEN\tHeron\t\t\t12\n", r":1: the fourth column is the latitude: .*''"),
        ("cities-of-ours.tsv", "KEN\tHeron\t\t-0,5\t12\n", r":1: the fourth column .* as -0\.5; not '-0,5'"),
        ("regions-of-ours.tsv", "KEN\tHeron\t\t90\t-181\n", r":1: the fifth column is the longitude: .*'-181'"),
        ("regions-of-ours.tsv", "KEN\tHeron\t\t\t\tXYZ\n", r":1: XYZ is no sector"),
        ("persons.tsv", "# country\tname\n\n", r"persons\.tsv: there is no entry in it"),
        ("ours.actors.txt", "NOBODY_\n\t[---]\n", r"ours\.actors\.txt: there is no entry in it"),
        ("ours.txt", "Jane Opondo\n", r"ours\.txt: the file's name must begin with one of .*persons"),
        ("persons.tsv", b"KEN\tJane\nKEN\tJos\xe9\n", r"persons\.tsv:2: not UTF-8; convert the file"),
        ("nowhere.tsv", None, r"nowhere\.tsv: the dictionary cannot be read: No such file"),
    ],
)
def test_a_wrong_line_is_named_with_the_way_out(
    tmp_path: Path, file: str, content: str | bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / file).write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(BadGazetteer, match=said):
        list(read([tmp_path / file]))


def test_whatever_the_shipped_countries_and_plover_have_may_stand_in_a_line(tmp_path: Path) -> None:
    codes = ["", *sorted(NON_STATES), *sorted(states())]
    lines = [f"{code}\t{sector}\tHeron Council {code} {sector}" for code in codes for sector in ("", *sorted(SECTORS))]
    (tmp_path / "groups.tsv").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "cities.tsv").write_text("KEN\tHeronton\t\t-90\t180\tPRE\nKEN\tMarsh\n", encoding="utf-8")
    assert len(list(read([tmp_path / "groups.tsv", tmp_path / "cities.tsv"]))) == len(lines) + 2


def test_a_users_country_may_stand_in_the_files_behind_it(tmp_path: Path) -> None:
    countries, persons = tmp_path / "countries-of-ours.tsv", tmp_path / "persons.tsv"
    countries.write_text("LKR\tLake Republic\n", encoding="utf-8")
    persons.write_text("LKR\tJane Opondo\n", encoding="utf-8")
    assert [entry.country for entry, _ in read([countries, persons])] == ["LKR", "LKR"]
    with pytest.raises(BadGazetteer, match="LKR is neither"):
        list(read([persons, countries]))


def test_an_edition_is_of_content_and_order(tmp_path: Path) -> None:
    one, other = tmp_path / "persons-1.tsv", tmp_path / "persons-2.tsv"
    one.write_text("KEN\tJane Opondo\n", encoding="utf-8")
    other.write_text("KEN\tJohn Opondo\n", encoding="utf-8")
    before = edition([one, other])
    assert before == edition([one, other]) != edition([other, one])
    other.write_text("KEN\tJohn Otieno\n", encoding="utf-8")
    assert edition([one, other]) != before


def test_a_line_with_too_many_columns_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadGazetteer, match=r"persons-mine\.tsv:2: 6 columns, at most 5"):
        list(parse("persons-mine.tsv", "# head\nKEN\ta\tb\tc\td\te\n"))


def test_a_file_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(BadGazetteer, match="must begin with one of"):
        list(parse("whatever.tsv", "a\tb\n"))
