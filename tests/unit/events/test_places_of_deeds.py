"""Where a deed is done, in sentences of our own."""

from tests.unit.events.coding import deeds


def test_here_is_where_the_article_is_sent_from() -> None:
    text = "ACCRA, June 13 (Wire) -- Chadian Foreign Minister Jean Okello met here Tuesday with rebels from Niger."

    [meeting] = deeds(text)

    assert meeting.place is not None
    assert (meeting.place.name, meeting.place.country) == ("Accra", "GHA")
