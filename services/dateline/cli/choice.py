"""The options that say what codes, and settings as one clear line where they are wrong."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def coder_options(command: Command) -> Command:
    """Adds --dictionary, --parser and --coder; those that were given the command gets as `choice`, by setting."""

    @wraps(command)
    def chosen(
        *arguments: Any, dictionaries: tuple[Path, ...], parser: str | None, coder: str | None, **options: Any
    ) -> Any:
        given = {"dictionaries": dictionaries, "parser": parser, "coder": coder}
        return command(*arguments, choice={name: value for name, value in given.items() if value}, **options)

    with_coder = click.option(
        "--coder",
        type=click.Choice(["rules", "llm"]),
        help="Dateline's rules, or a language model (DATELINE_LLM_URL, ...). [DATELINE_ENRICHER_CODER]",
    )(chosen)
    with_parser = click.option(
        "--parser",
        metavar="spacy:NAME",
        help="Parse with this installed spaCy pipeline, or that of a folder. [DATELINE_ENRICHER_PARSER]",
    )(with_coder)
    with_dictionaries = click.option(
        "--dictionary",
        "dictionaries",
        multiple=True,
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Your own actors and places (docs/dictionaries.md); may be repeated. [DATELINE_ENRICHER_DICTIONARIES]",
    )(with_parser)
    return cast("Command", with_dictionaries)


def settings_of(kind: Callable[..., Any], **given: Any) -> Any:
    """The settings from what is given and the environment; what is wrong with them is one clear line."""
    from pydantic import ValidationError
    from pydantic_settings import SettingsError

    try:
        return kind(**given)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise click.ClickException(f"{error.title}: {place}: {first['msg']}, not {first['input']!r}") from error
    except SettingsError as error:
        raise click.ClickException(f'{error}; a list is written as JSON: ["a", "b"]') from error
