"""Whom "he", "it", "they", "both" and "the latter" mean."""

import pytest
from tests.unit.actors.meant import at, find


def test_he_who_speaks_goes_before_whom_the_quotation_names() -> None:
    reading = find('"Putin must pay," Biden said. He met Yulia Navalnaya.')
    assert at(reading, "He") == ["Joe Biden"]


def test_he_within_the_quotation_may_be_whom_it_names() -> None:
    reading = find('Amina Okello spoke. "Macron wants no deal. He is stubborn," she said. She left.')
    assert at(reading, "He") == ["Emmanuel Macron"]
    assert at(reading, "She") == ["Amina Okello"]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Cambodia and Thailand exchanged fire. China urged both countries to talk.", "both countries"),
        ("Cambodia attacked Thailand. China urged both sides to talk.", "both sides"),
        ("Cambodia and Thailand exchanged fire. China was worried. Both governments agreed.", "Both governments"),
    ],
)
def test_who_urges_both_is_neither(text: str, both: str) -> None:
    assert at(find(text), both) == ["Cambodia", "Thailand"]


def test_his_country_is_the_one_of_whom_his_means() -> None:
    reading = find("Joseph Okello of Kenya told Macron in Paris that his country would help.")
    assert at(reading, "his country") == ["Kenya"]


@pytest.mark.parametrize(
    ("text", "latter"),
    [
        ("Macron met Scholz in Paris. The latter was pleased.", "Olaf Scholz"),
        ("Iran and Iraq signed a pact on oil with help from Oman. The latter will pay.", "Iraq"),
    ],
)
def test_the_latter_is_the_second_of_two(text: str, latter: str) -> None:
    assert at(find(text), "latter") == [latter]


def test_in_a_clause_that_tells_more_of_what_somebody_does_he_is_meant() -> None:
    text = "A Kenyan official said that Ismail Guelleh will fly to Chad, where he is to meet traders."
    assert at(find(text), "where he") == ["Ismail Guelleh"]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Kenya imposed sanctions on Chad after it staged a test.", "it", ["Chad"]),
        ("Kenya praised Chad for its support.", "its", ["Chad"]),
        ("Kenya thanked Chad for the tents that it gave.", "it", ["Chad"]),
        ("Kenya told Chad of its support.", "its", ["Kenya"]),
        ("Kenya condemned Chad because it shelled a town.", "it", ["Chad"]),
        ("Kenya condemned Chad before it shelled a town.", "it", ["Kenya"]),
    ],
)
def test_who_is_taken_to_task_did_what_it_is_for(text: str, words: str, who: list[str]) -> None:
    assert at(find(text), words) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # in one breath, and near, though others have been named since
        (
            "China and Russia must act, Niger's envoy said. The idea is Chad's. Both countries agreed.",
            ["China", "Russia"],
        ),
        # one did something to the other
        ("Kenya met Chad in Paris, and France hosted them. Both countries agreed.", ["Kenya", "Chad"]),
        # too long ago
        ("Kenya left. Chad left. He waited. She waited. He came. She came. He ate. Both countries agreed.", []),
    ],
)
def test_both_are_those_who_had_to_do_with_each_other(text: str, who: list[str]) -> None:
    assert at(find(text), "Both countries") == who


def test_the_subject_of_the_sentence_before_is_meant_rather_than_who_stands_aside() -> None:
    reading = find("General Moses Opondo left Chad. After a meeting with Jane Okello, he criticised Chad.")

    assert at(reading, ", he") == ["Moses Opondo"]


def test_both_countries_are_those_whom_the_article_is_about() -> None:
    text = (
        "Egypt and Kenya agreed on a line. Kenya's king met Egypt's. Kenya thanked Egypt. "
        "Kenya offered to host talks between Egypt and Chad. The foreign ministers of both countries signed a pact."
    )
    assert at(find(text), "The foreign ministers") == ["Egypt", "Kenya"]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Chad built a dam. Kenya filed a lawsuit against it.", "against it", ["Chad"]),
        ("Chad freed ten miners. Kenya accused it of delay.", "accused it", ["Chad"]),
        ("Chad freed ten miners. Kenya urged it to free more.", "urged it", ["Chad"]),
        (
            "The president of Kenya broke off talks with Boko Haram and sent troops against it.",
            "against it",
            ["Boko Haram"],
        ),
    ],
)
def test_it_is_not_who_does_something_to_it(text: str, words: str, who: list[str]) -> None:
    assert at(find(text), words) == who


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Peru urged Chad to free clerks it had held.", "it", ["Chad"]),
        ("Peru demanded that Chad release nine clerks it held in May.", "it", ["Chad"]),
        (
            "President Ruto of Kenya met President Marcos. They signed.",
            "They",
            ["William Ruto", "Ferdinand Marcos Jr."],
        ),
        ("Police held the editor. They said that it rained.", "They", ["police"]),
    ],
)
def test_who_it_and_they_are_after_what_somebody_did(text: str, words: str, who: list[str]) -> None:
    assert at(find(text), words) == who


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chad accused Boko Haram of taxing miners, charges it denies.", "Boko Haram"),
        ("Chad sent two battalions to Gao and accused Boko Haram of lying, claims it rejects.", "Boko Haram"),
        ("Kenya said that Chad had accused it of lying, charges it denies.", "Kenya"),
    ],
)
def test_who_denies_a_charge_is_whom_it_was_brought_against(text: str, name: str) -> None:
    assert at(find(text), " it", text.count(" it") - 1) == [name]


@pytest.mark.parametrize("nobody", ["No one", "Nobody", "No group", "None of the groups"])
def test_they_of_whom_nobody_says_it_are_nobody(nobody: str) -> None:
    assert at(find(f"Gunmen killed nine traders in Chad. {nobody} said they had seen it."), "they") == []


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Amina Okello met Joseph Otieno in Nairobi. She was pleased.", "She", "Amina Okello"),
        ("Amina Okello met Joseph Otieno in Nairobi. He was pleased.", "He", "Joseph Otieno"),
        ("Angela Merkel met Barack Obama. He was pleased.", "He", "Barack Obama"),
        ("Mr. Amina Okello met Robin Otieno. She was pleased.", "She", "Robin Otieno"),
    ],
)
def test_a_given_name_tells_who_is_he_and_who_is_she(text: str, words: str, who: str) -> None:
    assert at(find(text), words) == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kenya and Chad signed it. Both denied the report.", ["Kenya", "Chad"]),
        ("Amina Okello and Joseph Otieno spoke. Both denied the report.", ["Amina Okello", "Joseph Otieno"]),
        ("Kenya accused Chad. Peru rejected Both Sides, a book.", []),
    ],
)
def test_both_alone_are_the_two_named_in_one_breath(text: str, who: list[str]) -> None:
    assert at(find(text), "Both") == who


def test_whom_a_clause_describes_is_not_who_does_it() -> None:
    assert at(find("Amina Okello praised Joseph Otieno. Paul Kagame, whom he met, left."), "he") == ["Joseph Otieno"]


@pytest.mark.parametrize(
    "text",
    [
        'Joseph Otieno left. Ruto said: "He condemned it."',
        'Joseph Otieno met Ruto. "He condemned it," Ruto said.',
        "Joseph Otieno left. “He condemned it,” his rival, William Ruto, told me.",
    ],
)
def test_who_is_quoted_does_not_call_himself_he(text: str) -> None:
    assert at(find(text), "He") == ["Joseph Otieno"]


def test_who_is_quoted_does_not_call_themselves_they() -> None:
    found = find('Kenyan soldiers entered Kisumu. Residents told Reuters: "They shot a nurse."')
    assert at(found, "They") != ["residents"]
