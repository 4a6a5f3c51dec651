"""What is no address of a database is refused at the start, and never shown."""

import pytest
from pydantic import ValidationError

from dateline.sink.settings import SinkSettings


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://dateline:secret@db.example:5432/news",
        "postgres://dateline@[::1]:5432/news?sslmode=require",
        "postgresql://u:p%2Fq%40r@one.example:5432,two.example:5433/news",
        "postgresql:///news?host=/run/postgresql&user=a@b",
        "postgresql://u:p@db.example/news?application_name=a@b",
        "postgresql://db.example",
    ],
)
def test_an_address_is_taken_as_it_is(address: str) -> None:
    taken = SinkSettings.model_validate({"postgres": address}).postgres
    assert taken is not None
    assert taken.get_secret_value() == address
    assert "secret" not in repr(taken)


@pytest.mark.parametrize(
    "address",
    [
        "notadsn",
        "mysql://u:secret@db.example/news",
        "postgresql://u:secret@db.example:543x/news",
        "postgresql://u:secret@db.example:port/news",
        "postgresql://u:secret@db.example:0/news",
        "postgresql://u:secret@one.example:5432,two.example:x/news",
        # characters of the password that pass for the end of host, address or path
        "postgresql://u:secret/x9@db.example:5432/news",
        "postgresql://u:123/secret@db.example:5432/news",
        "postgresql://u:secret#x9@db.example:5432/news",
        "postgresql://u:123?secret@db.example:5432/news",
        "postgresql://u:secret@x9@db.example:5432/news",
        "postgresql://u:[secret@db.example:5432/news",
    ],
)
def test_what_is_none_is_refused_without_being_quoted(address: str) -> None:
    with pytest.raises(ValidationError) as refused:
        SinkSettings.model_validate({"postgres": address})
    assert "%2F" in str(refused.value)
    assert "secret" not in str(refused.value)
    assert "db.example" not in str(refused.value)
