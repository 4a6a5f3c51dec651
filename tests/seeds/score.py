"""Scores coded articles against the answer key of the seeds, by the rules of the README beside it."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline_schemas import EnrichedArticle, EventMention, Party

Line = dict[str, Any]
HERE = Path(__file__).parent


@dataclass
class Score:
    """What was right, and every miss in words. `fields` holds right and asked for each field of matched deeds."""

    coded: int = 0
    matched: int = 0
    must: int = 0
    found: int = 0
    fields: dict[str, list[int]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.matched / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.must if self.must else 0.0

    def count(self, name: str, right: bool, words: str) -> None:
        tally = self.fields.setdefault(name, [0, 0])
        tally[0] += right
        tally[1] += 1
        if not right:
            self.wrong.append(f"{name}: {words}")


def answer_key() -> list[Line]:
    """The key's lines; a speaker, who has only a name there, is given the country and sector of the actor so named."""
    lines = [json.loads(line) for line in (HERE / "answer_key.jsonl").read_text(encoding="utf-8").splitlines()]
    known = {party["name"]: party for line in lines for party in (*line["actors"], *line["recipients"])}
    for line in lines:
        if line["speaker"]:
            line["speaker"] = {**known.get(line["speaker"]["name"], {}), **line["speaker"]}
    return lines


def score(coded: dict[str, EnrichedArticle], key: list[Line]) -> Score:
    """The score of the articles, by their numbers in the key ("000")."""
    result = Score()
    for number, enriched in sorted(coded.items()):
        lines = [line for line in key if line["article"] == number]
        pairs = matched_pairs(enriched.mentions, lines)
        result.coded += len(enriched.mentions)
        result.matched += len(pairs)
        told = {told_by(line, lines) for line in lines if line["id"] in {found["id"] for _, found in pairs}}
        for line in lines:
            if line["need"] == "must":
                result.must += 1
                result.found += told_by(line, lines) in told
                if told_by(line, lines) not in told:
                    result.misses.append(describe(enriched, line))
        kept = {id(mention) for mention, _ in pairs}
        result.extra += [f"{number} {words_of(enriched, m)}" for m in enriched.mentions if id(m) not in kept]
        for mention, line in pairs:
            score_fields(result, enriched, mention, line)
    return result


def told_by(line: Line, lines: list[Line]) -> str:
    """The id of the line that tells the deed first or best."""
    by_id = {other["id"]: other for other in lines}
    while line["repeats"]:
        line = by_id[line["repeats"]]
    return str(line["id"])


def matched_pairs(mentions: tuple[EventMention, ...], lines: list[Line]) -> list[tuple[EventMention, Line]]:
    """One to one: triggers before sentences, `must` before `may`."""
    free_mentions, free_lines, pairs = list(mentions), list(lines), []
    for where in ("trigger", "sentence"):
        for need in ("must", "may"):
            for line in [line for line in free_lines if line["need"] == need]:
                for mention in free_mentions:
                    span = getattr(mention, where)
                    same_type = mention.type.value in (line["type"], *line["acceptable"])
                    if same_type and span.start < line["end"] and line["start"] < span.end:
                        pairs.append((mention, line))
                        free_mentions.remove(mention)
                        free_lines.remove(line)
                        break
    return pairs


def score_fields(result: Score, enriched: EnrichedArticle, mention: EventMention, line: Line) -> None:
    words = f"{line['id']} {words_of(enriched, mention)}"
    either_way = line["type"] == "CONSULT"
    coded_actors = mention.actors + (mention.recipients if either_way else ())
    coded_recipients = mention.recipients + (mention.actors if either_way else ())
    if line["actors"]:
        expected = line["actors"] + (line["recipients"] if either_way else [])
        result.count("actor", any(same(p, e) for p in coded_actors for e in expected), f"{words} / {names(expected)}")
    if line["recipients"]:
        expected = line["recipients"] + (line["actors"] if either_way else [])
        right = any(same(p, e) for p in coded_recipients for e in expected)
        result.count("recipient", right, f"{words} / {names(expected)}")
    if line["speaker"]:
        said = mention.speaker
        by_actor = said is None and any(same(p, line["speaker"]) for p in mention.actors)
        right = by_actor or (said is not None and same(said, line["speaker"]))
        result.count("speaker", right, f"{words} / {said.name if said else None} / {line['speaker']['name']}")
    realis = (line["realis"], *line["acceptable_realis"])
    result.count("realis", mention.realis.value in realis, f"{words} / {mention.realis.value} / {realis}")


def same(party: Party, expected: dict[str, Any]) -> bool:
    """By name, or by country and, where both give one, sector."""
    if party.name.casefold() == expected["name"].casefold():
        return True
    country = expected.get("country")
    if country is None or party.country != country:
        return False
    sector = expected.get("sector")
    return sector is None or party.sector is None or party.sector == sector


def names(parties: list[dict[str, Any]]) -> str:
    return ", ".join(party["name"] for party in parties)


def words_of(enriched: EnrichedArticle, mention: EventMention) -> str:
    trigger = enriched.article.text[mention.trigger.start : mention.trigger.end]
    actors, recipients = (", ".join(p.name for p in side) for side in (mention.actors, mention.recipients))
    return f"{mention.type.value} {trigger!r} [{actors} -> {recipients}] {mention.realis.value} by {mention.rule}"


def describe(enriched: EnrichedArticle, line: Line) -> str:
    text = enriched.article.text
    around = text[max(0, line["start"] - 60) : line["end"] + 60].replace("\n", " ")
    types = "/".join((line["type"], *line["acceptable"]))
    who = f"[{names(line['actors'])} -> {names(line['recipients'])}]"
    return f"{line['id']} {types} {text[line['start'] : line['end']]!r} {who} {line['realis']}: …{around}…"
