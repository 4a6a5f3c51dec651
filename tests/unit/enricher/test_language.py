"""Which language a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.enricher.language import WORD, detect, folded_words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministers met in Nairobi on Monday and agreed that the talks will go on for a week.", "en"),
        ("Die Minister trafen sich am Montag in Nairobi und sagten, dass die Gespräche weitergehen.", "de"),
        ("Los ministros se reunieron el lunes en Nairobi y dijeron que las conversaciones siguen.", "es"),
        ("Os ministros reuniram-se na segunda-feira em Nairobi e disseram que as conversas não acabaram.", "pt"),
        ("Bakanlar pazartesi günü Nairobi'de bir araya geldi ve görüşmelerin bir hafta daha süreceğini söyledi.", "tr"),
        ("Министры встретились в понедельник в Найроби.", "ru"),
        ("التقى الوزراء يوم الاثنين في نيروبي.", "ar"),
        ("大臣たちは月曜日にナイロビで会談した。", "ja"),
    ],
)
def test_the_text_tells_its_language(text: str, language: str) -> None:
    assert detect(text) == language


def test_a_short_text_is_what_its_source_says() -> None:
    assert detect("Ruto: Nairobi, Kampala", "fr-CA") == "fr"


def test_a_text_that_is_clear_is_believed_before_its_source() -> None:
    text = "The ministers met in Nairobi on Monday and agreed that the talks will go on for a week."

    assert detect(text, "fr") == "en"


@pytest.mark.parametrize(
    "text",
    [
        "European leaders met in Ghent. Slovakia criticised Ghent.",
        "Prime minister visits Dublin. Ruto met Kagame in Kigali.",
        "Minister resigns over leaked letter",
        "Foreign ministers met in Den Haag. Van der Berg hosted dinner.",
        "De Klerk dies in Cape Town",
        "Al Shabaab attacked a base in Somalia",
        "Nine die in Kabul mosque blast",
        "Rebels seize town near Goma; hundreds flee",
        "Côte d'Ivoire votes. Ouattara seeks fourth term.",
    ],
)
def test_a_short_english_text_is_not_taken_for_another_language(text: str) -> None:
    assert detect(text) in ("en", "und")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rutte spreekt met Macron in Parijs.", "nl"),
        ("Politie arresteert drie verdachten in Rotterdam.", "nl"),
        ("Polizei nimmt drei Verdächtige in Hamburg fest.", "de"),
        ("Außenminister fordert Waffenruhe in Gaza.", "de"),
        ("La police arrête trois suspects à Lyon.", "fr"),
        ("La policía detiene a tres sospechosos en Valencia.", "es"),
        ("La polizia arresta tre sospetti a Milano.", "it"),
        ("Polícia prende três suspeitos em Lisboa.", "pt"),
        ("Polisen griper tre misstänkta i Malmö.", "sv"),
        ("Polis Ankara'da üç kişiyi gözaltına aldı.", "tr"),
        ("Policja zatrzymała trzech podejrzanych w Krakowie.", "pl"),
    ],
)
def test_a_short_text_tells_its_language(text: str, language: str) -> None:
    assert detect(text) == language


def test_names_of_another_language_do_not_make_it_foreign() -> None:
    text = (
        "Luiz Inácio Lula da Silva and Nicolás Maduro Moros met de facto leaders of the bloc in La Paz, officials said."
    )

    assert detect(text, "en") == "en"


def test_without_letters_the_source_is_all_there_is() -> None:
    assert detect("12:30 - 14:00", "en") == "en"
    assert detect("", "und") == "und"


@given(st.text(max_size=60) | st.text(alphabet="aZ 'é1-.ßİ", max_size=60))
def test_folding_a_text_at_once_folds_its_words(text: str) -> None:
    assert folded_words(WORD, text) == [word.casefold() for word in WORD.findall(text)]
