"""Which coder codes, with which parser and dictionaries: from the settings."""

from functools import partial
from importlib.util import find_spec

from dateline.enricher.gazetteer import BadGazetteer, edition, load, read
from dateline.enricher.port import Coder, NotReady
from dateline.enricher.settings import CoderSettings


def verify(settings: CoderSettings) -> None:
    """Raises NotReady where `coder_of` would; loads nothing that is shipped."""
    try:
        for _ in read(settings.dictionaries):
            pass
    except BadGazetteer as error:
        raise NotReady(str(error)) from error
    if settings.parser is not None and find_spec("spacy") is None:
        raise NotReady("spaCy is not installed; `pip install 'dateline[spacy]'` brings it")


def coder_of(settings: CoderSettings) -> Coder:
    """The coder that the settings name. Raises NotReady."""
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
    return settings.model_dump_json(include=set(CoderSettings.model_fields)).encode()
