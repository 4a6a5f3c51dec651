"""Which coder codes, with which parser and dictionaries: from the settings."""

import json
from functools import partial
from importlib.util import find_spec

from pydantic import ValidationError

from dateline.enricher.gazetteer import BadGazetteer, edition, load, read
from dateline.enricher.llm.settings import LlmSettings
from dateline.enricher.port import NO_SPACY, Coder, NotReady
from dateline.enricher.settings import CoderSettings, EnricherSettings

GRACE_SECONDS = 10.0


def verify(settings: CoderSettings) -> None:
    """Raises NotReady where `coder_of` would; loads nothing that is shipped."""
    try:
        for _ in read(settings.dictionaries):
            pass
    except BadGazetteer as error:
        raise NotReady(str(error)) from error
    if settings.parser is not None and find_spec("spacy") is None:
        raise NotReady(NO_SPACY)
    if settings.coder == "llm":
        llm_of(settings)


def coder_of(settings: CoderSettings) -> Coder:
    """The coder that the settings name. Raises NotReady."""
    if settings.coder == "llm":
        from dateline.enricher.llm.coder import LlmCoder

        return LlmCoder(llm_of(settings))
    from dateline.enricher.coder import CODER, Means, code

    gazetteer = parser = None
    name = CODER
    if settings.parser is not None:
        from dateline.enricher.syntax.with_spacy import SpacyParser

        parser = SpacyParser(settings.parser.removeprefix("spacy:"))
        name += f"+{parser.edition}"
    if settings.dictionaries:
        try:
            gazetteer = load(settings.dictionaries)
            name += f"{'.' if parser else '+'}own.{edition(settings.dictionaries)}"
        except BadGazetteer as error:
            raise NotReady(str(error)) from error
    return partial(code, means=Means(parser, gazetteer, name))


def told(settings: CoderSettings) -> bytes:
    """What a child process is told so that it makes the same coder: JSON of CoderSettings."""
    chosen = settings.model_dump(mode="json", include=set(CoderSettings.model_fields))
    if settings.coder == "llm":
        llm = llm_of(settings)
        chosen["llm"] = llm.model_dump(mode="json") | {"key": llm.key.get_secret_value() if llm.key else None}
    return json.dumps(chosen).encode()


def llm_of(settings: CoderSettings) -> LlmSettings:
    """The language model's settings, from the environment where they are not given. Raises NotReady."""
    try:
        return settings.llm or LlmSettings()
    except ValidationError as error:
        wrong = error.errors(include_url=False, include_input=False)[0]
        name = f"DATELINE_LLM_{'_'.join(map(str, wrong['loc'])).upper()}"
        raise NotReady(f"{name}: {wrong['msg']}; the coder `llm` needs DATELINE_LLM_URL and _MODEL") from error


def wall_seconds(settings: EnricherSettings) -> float:
    """After how long a child is killed: not before a language model's own limit has passed."""
    if settings.coder == "rules":
        return settings.wall_seconds
    return max(settings.wall_seconds, llm_of(settings).seconds + GRACE_SECONDS)
