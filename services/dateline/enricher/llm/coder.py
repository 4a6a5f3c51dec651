"""The coder that asks a language model, and keeps of its answer what the text bears out."""

import re
from datetime import datetime
from functools import cache
from importlib import resources

from dateline.enricher.agencies import agencies_of
from dateline.enricher.coder import SHED_ORDER, checked, why_not
from dateline.enricher.fitting import fit
from dateline.enricher.llm.asking import Endpoint
from dateline.enricher.llm.reading import Reading, events_in, why_none
from dateline.enricher.llm.settings import LlmSettings
from dateline.enricher.port import Uncodable
from dateline_schemas import Article, EnrichedArticle

VERSION = "dateline-llm/1.0.0"
_NOT_IN_VERSIONS = re.compile(r"[^0-9A-Za-z.-]+")


class LlmCoder:
    """Events, their parties and attributions from a language model, under the same checks as the rules' own.

    Topics, contexts and amounts are left to the rules. An answer that is no JSON of the form asked for, or whose events
    are none of them in the text, makes the article uncodable.
    """

    def __init__(self, settings: LlmSettings, endpoint: Endpoint | None = None) -> None:
        self._settings = settings
        self._endpoint = endpoint or Endpoint(settings)
        self._name = f"{VERSION}+{_NOT_IN_VERSIONS.sub('-', settings.model)}"

    def __call__(self, article: Article, coded_at: datetime) -> EnrichedArticle:
        if (reason := why_not(article)) is not None:
            return fit(EnrichedArticle(article=article, coder=self._name, coded=coded_at, not_coded=reason), SHED_ORDER)
        answer = self._endpoint.ask(prompt(), self._question(article), lambda said: events_in(said) is not None)
        events = events_in(answer)
        if events is None:
            raise Uncodable("llm_answer", why_none(answer))
        reading = Reading(article, f"llm:{self._settings.model}")
        borne_out = sum([reading.take(event) for event in events])
        if events and not borne_out:
            raise Uncodable("llm_evidence", f"none of {len(events)} events of the answer stands in the text")
        actors = reading.actors()
        attributions = tuple(sorted(reading.attributions.values(), key=lambda said: (said.content[0].start, said.id)))
        lists = checked(
            article.text,
            {
                "actors": actors,
                "attributions": attributions,
                "mentions": tuple(sorted(reading.mentions.values(), key=lambda m: (m.trigger.start, m.id))),
                "places": tuple({m.place.span.start: m.place for m in reading.mentions.values() if m.place}.values()),
                "agencies": agencies_of(article.text, article.outlet, actors, attributions),
            },
        )
        left_out = {
            "events without evidence": len(events) - borne_out,
            "characters not read": len(article.text) - self._settings.text_chars,
        }
        lists["shed"] |= {name: count for name, count in left_out.items() if count > 0}
        return fit(EnrichedArticle(article=article, coder=self._name, coded=coded_at, **lists), SHED_ORDER)

    def _question(self, article: Article) -> str:
        day = article.published.date().isoformat() if article.published else "not known"
        return f"Published: {day}\nTitle: {article.title}\n\n{article.text[: self._settings.text_chars]}"


@cache
def prompt() -> str:
    """What the model is told before the article."""
    return resources.files("dateline.enricher.llm").joinpath("data/prompt.txt").read_text(encoding="utf-8")
