"""The options that say what codes and when it was published, and settings as one clear line where they are wrong."""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from difflib import get_close_matches
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError
    from pydantic_settings import BaseSettings

LOG_LEVEL = "DATELINE_LOG_LEVEL"
Command = TypeVar("Command", bound=Callable[..., Any])


class Published(click.ParamType):
    """A day or a time as ISO 8601 has it, in UTC where it names no other zone."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The moment in UTC."""
        try:
            moment = datetime.fromisoformat(value)
            return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (ValueError, OverflowError):  # the latter at the ends of the calendar
            self.fail(f"{value!r} is no time; write it as 2025-03-12 or 2025-03-12T14:05:00Z", param, ctx)


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
        raise click.ClickException(fault_of(kind, error)) from error
    except SettingsError as error:
        raise click.ClickException(no_list(kind, error)) from error


def fault_of(kind: Callable[..., Any], error: "ValidationError") -> str:
    """What is wrong with a setting, by the name that it has in the environment."""
    first = error.errors(include_url=False)[0]
    said = first["msg"].removeprefix("Value error, ")
    if not first["loc"]:  # of several settings together: the message names them
        return said
    field, *within = map(str, first["loc"])
    place = ".".join((variable_of(kind, field), *within))
    is_ours = first["type"] == "value_error"  # our own words show what may be shown
    return f"{place}: {said}" if is_ours else f"{place}: {said}, not {first['input']!r}"


def field_named(error: BaseException) -> str:
    """The setting that an error of reading one names; empty where it names none."""
    named = re.search(r'field "(\w+)"', str(error))
    return named[1] if named else ""


def no_list(kind: Callable[..., Any], error: BaseException) -> str:
    """What is wrong with a setting that is no JSON where it should be."""
    field = field_named(error)
    variable = variable_of(kind, field) if field else str(error)
    value = re.sub(r"//\S*@", "//…@", os.environ.get(variable, ""))  # a URL's password is nobody else's
    return f'{variable} is {value!r}; a list is written as JSON: ["a", "b"]'


def fault_in(error: BaseException) -> str | None:
    """What is wrong with a setting of a class that a service has made itself; None where it is no such error."""
    from pydantic import ValidationError
    from pydantic_settings import SettingsError

    if isinstance(error, ValidationError):
        kind = next((each for each in kinds_of_settings() if each.__name__ == error.title), None)
        return fault_of(kind, error) if kind is not None else None
    field = field_named(error) if isinstance(error, SettingsError) else ""
    given = (each for each in kinds_of_settings() if field in each.model_fields)
    kind = next((each for each in given if variable_of(each, field) in os.environ), None)
    return no_list(kind, error) if kind is not None else None


def kinds_of_settings() -> "Iterator[type[BaseSettings]]":
    """All classes of settings that are loaded."""
    from pydantic_settings import BaseSettings

    kinds: list[type[BaseSettings]] = [BaseSettings]
    for kind in kinds:
        yield kind
        kinds += kind.__subclasses__()


def warn_of_unknown_settings() -> None:
    """Names each variable of the environment that begins with DATELINE_ and is no setting.

    What begins as the settings of a service that is not loaded here is left to that service.
    """
    from dateline.cli.settings import KINDS, kind_of

    given = {variable for variable in os.environ if variable.upper().startswith("DATELINE_")}
    if not given - known_variables():
        return
    for shared in ("services apart", "Kafka"):  # only now: they take their time to load
        with suppress(ModuleNotFoundError):
            kind_of(shared)
    known = known_variables()
    loaded = {kind.__name__ for kind in kinds_of_settings()}
    others = [name.removesuffix("Settings").upper() for _, name in KINDS.values() if name not in loaded]
    for variable in sorted(given):
        name = variable.upper()
        if name not in known and not name.startswith(tuple(f"DATELINE_{other}_" for other in others)):
            alike = get_close_matches(name, known, n=1)
            hint = f"; did you mean {alike[0]}?" if alike else "; `dateline settings` lists them"
            click.echo(f"Warning: {variable} is no setting of Dateline{hint}", err=True)


def known_variables() -> set[str]:
    """The names of all settings that are loaded, and of the one that is an option of commands only."""
    return {variable_of(kind, field) for kind in kinds_of_settings() for field in kind.model_fields} | {LOG_LEVEL}


def variable_of(kind: Callable[..., Any], field: str) -> str:
    """The environment's name for a setting: DATELINE_FETCHER_FEEDS."""
    return f"{getattr(kind, 'model_config', {}).get('env_prefix', '')}{field}".upper()
