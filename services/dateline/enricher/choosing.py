"""Which coder codes, with which parser and dictionaries: from the settings."""

from functools import partial

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


def coder_of(settings: CoderSettings) -> Coder:
    """The coder that the settings name. Raises NotReady."""
    from dateline.enricher.coder import CODER, SHIPPED, Means, code

    if not settings.dictionaries:
        return partial(code, means=SHIPPED)
    try:
        gazetteer = load(settings.dictionaries)
        name = f"{CODER}+own.{edition(settings.dictionaries)}"
    except BadGazetteer as error:
        raise NotReady(str(error)) from error
    return partial(code, means=Means(gazetteer=gazetteer, name=name))


def told(settings: CoderSettings) -> bytes:
    """What a child process is told so that it makes the same coder: JSON of CoderSettings."""
    return settings.model_dump_json(include=set(CoderSettings.model_fields)).encode()
