"""`dateline settings`: what each service can be told through the environment."""

import ast
import inspect
from importlib import import_module
from typing import TYPE_CHECKING

import click

from dateline.cli.choice import variable_of

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo
    from pydantic_settings import BaseSettings

KINDS = {
    "fetcher": ("dateline.fetcher.settings", "FetcherSettings"),
    "enricher": ("dateline.enricher.settings", "EnricherSettings"),
    "a language model as the coder": ("dateline.enricher.llm.settings", "LlmSettings"),
    "corroborator": ("dateline.corroborator.settings", "CorroboratorSettings"),
    "sink": ("dateline.sink.settings", "SinkSettings"),
    "gateway": ("dateline.gateway.settings", "GatewaySettings"),
    "services apart": ("dateline.apart.settings", "ServiceSettings"),
    "Kafka": ("dateline.eventlog.kafka.settings", "KafkaSettings"),
}
"""By whose they are: module and class."""


@click.command()
def settings() -> None:
    """List what each service can be told through the environment, with defaults. Lists are written as JSON."""
    for whose in KINDS:
        click.secho(whose, bold=True)
        try:
            kind = kind_of(whose)
        except ModuleNotFoundError as error:
            click.echo(f"  not installed here: {error.name} is missing\n")
            continue
        meanings = meanings_in(kind)
        for field, about in kind.model_fields.items():
            if field != "llm":  # has variables of its own
                click.echo(f"  {variable_of(kind, field)}  {_default(about)}")
                if meaning := meanings.get(field):
                    click.echo(f"      {meaning}")
        click.echo()


def kind_of(whose: str) -> "type[BaseSettings]":
    """The class; raises ModuleNotFoundError where the service is not installed."""
    module, name = KINDS[whose]
    found: type[BaseSettings] = getattr(import_module(module), name)
    return found


def meanings_in(kind: "type[BaseSettings]") -> dict[str, str]:
    """The line under each field of a class and of those it stands on, from their source where that is there."""
    found: dict[str, str] = {}
    for each in reversed(kind.__mro__):
        if not each.__module__.startswith("dateline."):
            continue
        try:
            body = ast.parse(inspect.getsource(each)).body[0]
        except (OSError, TypeError):
            continue
        assert isinstance(body, ast.ClassDef)
        for line, following in zip(body.body, body.body[1:], strict=False):
            told = following.value if isinstance(following, ast.Expr) else None
            if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name) and isinstance(told, ast.Constant):
                found[line.target.id] = " ".join(str(told.value).split())
    return found


def _default(about: "FieldInfo") -> str:
    if about.is_required():
        return "needed"
    value = about.get_default(call_default_factory=True, validated_data={})
    return "not set" if value in (None, ()) else str(value)
