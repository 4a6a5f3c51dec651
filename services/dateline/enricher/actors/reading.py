"""What the actor stage gives to the others: actors, places, and who stands behind each phrase."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from dateline.enricher.actors.figures import Figure, Mention
from dateline.enricher.actors.issuing import issuing
from dateline.enricher.actors.lexicon import words
from dateline.enricher.actors.states import government
from dateline.enricher.document import Document
from dateline.enricher.syntax.subjects import SUBJECTS
from dateline.enricher.syntax.tree import Token
from dateline_schemas.coded import HUMAN, Actor, ActorKind, Party, Place
from dateline_schemas.model import Span

TIES: Final = frozenset(
    (
        *(("and",), (",", "and"), (",",), ("as", "well", "as"), ("&",)),
        *(("and", "the"), (",", "the"), (",", "and", "the")),
        *(("along", "with"), ("together", "with"), (",", "along", "with"), (",", "together", "with")),
    )
)
"""What ties two phrases into one coordination."""
POSSESSIVE_TIES: Final = frozenset((("'s", "and"), ("’s", "and")))
AND: Final = frozenset(("and", "&", "as", "along", "together"))
NATIONS: Final = frozenset(("Nationality", "Location"))
TIE_OPENERS: Final = frozenset(tie[0] for tie in TIES)
LONGEST_TIE: Final = 3
HYPHENS: Final = frozenset(("-", "–"))
OF_SEVERAL: Final = (*NATIONS, "Organisation")
LONGEST_ABBREVIATION: Final = 5
"""Tokens within brackets that still only name again what stands before them."""
BESIDE: Final = ("appos", "nmod", "nmod:poss", "amod", "compound")
_BESIDE: Final = frozenset(BESIDE)
DEEP: Final = 3  # nouns that count one another: "a part of tens of thousands of"


class Namings(NamedTuple):
    """The mentions of places by country, and of bodies by country and sector, in the order of the text."""

    places: dict[str, list[Mention]]
    bodies: dict[tuple[str, str], list[Mention]]


class Reading:
    """Who and where an article names. Spans index the document's text.

    `places` has each place once, `named_places` every mention of one as a place; `mentions` are those of each sentence,
    in order of their first token; `homes` are the countries whose news the sentences are, or empty; `items` is where
    the items of a round-up begin.
    """

    def __init__(
        self,
        document: Document,
        actors: tuple[Actor, ...],
        places: tuple[Place, ...],
        named_places: tuple[Place, ...],
        mentions: tuple[tuple[Mention, ...], ...],
        homes: tuple[str, ...],
        items: tuple[int, ...] = (),
    ) -> None:
        self.document = document
        self.actors = actors
        self.places = places
        self.named_places = named_places
        self.mentions = mentions
        self.items = items
        self._homes = homes
        self._named: Namings | None = None
        self._issuing: dict[int, Mention] | None = None
        self._by_token = [_at_tokens(of_sentence) for of_sentence in mentions]
        self._parties: dict[tuple[int, str], Party] = {}  # asked for so far, by the mention's identity and the figure

    def parties(self, sentence_index: int, token_index: int) -> tuple[Party, ...]:
        """The actors that the noun phrase at a token stands for, in order; several where it is coordinated, or
        plural ("both countries"). Empty when nobody is known."""
        mention = self.mention_at(sentence_index, token_index)
        if mention is None or not mention.figures:
            mention = self._within(sentence_index, token_index)
        if mention is None:
            return ()
        found: dict[str, Party] = {}
        for member in self._coordinated(mention):
            for figure in member.figures:
                if figure.id not in found:
                    found[figure.id] = self._party(figure, member)
        return tuple(found.values())

    def state(self, sentence_index: int, token_index: int) -> tuple[Party, ...]:
        """The government of the country in which the place at a token is: "Kayseri", "the Turkish town", "Cairo
        airport"."""
        mention = self.mention_at(sentence_index, token_index)
        if mention is None or (mention.place is None and not mention.figures):
            mention = self._within(sentence_index, token_index)
        if mention is None:
            return ()
        countries = {figure.country for figure in mention.figures}
        only = countries.pop() if len(countries) == 1 else ""
        return government(mention.place.country if mention.place is not None else only, self.span(mention))

    def home(self, sentence_index: int) -> tuple[Party, ...]:
        """The government of the country whose news a sentence is, where it, or a place of it, was last named before."""
        country = self._homes[sentence_index]
        mention = _last(self._namings().places.get(country, ()), sentence_index) if country else None
        return government(country, self.span(mention)) if mention is not None else ()

    def body_at_home(self, sentence_index: int, sector: str) -> tuple[Party, ...]:
        """The police, or the court, of the country whose news a sentence is, as it was last named in it or before."""
        home = self._homes[sentence_index], sector
        mention = _last(self._namings().bodies.get(home, ()), sentence_index + 1) if home[0] else None
        figures = mention.figures if mention is not None else ()
        return tuple(self._party(f, mention) for f in figures if mention and (f.country, f.sector) == home)[:1]

    def issuer(self, sentence_index: int) -> tuple[Party, ...]:
        """The body whose communiqué a sentence without a subject is a clause of."""
        if self._issuing is None:
            self._issuing = issuing(self.document, self.mentions)
        mention = self._issuing.get(sentence_index)
        return tuple(self._party(figure, mention) for figure in mention.figures) if mention is not None else ()

    def _namings(self) -> Namings:
        """Where each country was named, and each body of one, in order; worked out once."""
        if self._named is not None:
            return self._named
        places: dict[str, list[Mention]] = {}
        bodies: dict[tuple[str, str], list[Mention]] = {}
        for sentence in self.mentions:
            for mention in sentence:
                if mention.place is not None:
                    places.setdefault(mention.place.country, []).append(mention)
                for figure in mention.figures:
                    if figure.kind not in HUMAN:
                        bodies.setdefault((figure.country, figure.sector), []).append(mention)
        self._named = Namings(places, bodies)
        return self._named

    def _within(self, sentence_index: int, token_index: int, depth: int = 0) -> Mention | None:
        """Who stands behind a noun that names nobody itself: "tens of thousands of workers", "his rival, General
        Otieno", "Australian aid", "a Chinese coast guard ship"."""
        sentence = self.document.sentences[sentence_index]
        tokens = sentence.tokens
        beside = [child for child in sentence.children(token_index) if tokens[child].deprel in _BESIDE]
        if not beside:
            return None
        counted = sentence[token_index].lemma.lower() in words("counted")
        for relation in BESIDE:
            if relation == "nmod" and not counted:
                continue
            for child in beside:
                if tokens[child].deprel != relation:
                    continue
                mention = self.mention_at(sentence_index, child)
                if relation == "nmod:poss" and mention is not None and is_another(sentence[token_index], mention):
                    continue
                if mention is not None and mention.figures:
                    return mention
                climbs = relation in ("nmod", "compound") and depth < DEEP
                if climbs and (deeper := self._within(sentence_index, child, depth + 1)):
                    return deeper
        return None

    def mention_at(self, sentence_index: int, token_index: int) -> Mention | None:
        """The mention that a token heads, else the shortest that has it, else what a noun's own words name."""
        return self._by_token[sentence_index].get(token_index)

    def span(self, mention: Mention) -> Span:
        """Where a mention stands in the text."""
        tokens = self.document.sentences[mention.sentence].tokens
        return Span(start=tokens[mention.first].start, end=tokens[mention.last - 1].end)

    def _party(self, figure: Figure, mention: Mention) -> Party:
        party = self._parties.get((id(mention), figure.id))
        if party is None:
            party = self._parties[id(mention), figure.id] = Party(
                actor=figure.id,
                name=figure.name,
                kind=figure.kind,
                country=figure.country or None,
                sector=figure.sector or None,
                span=self.span(mention),
            )
        return party

    def _coordinated(self, mention: Mention) -> list[Mention]:
        """The mention and those tied to it by commas and "and"; of "Indian and Chinese troops" India too, of "US-China
        talks" both."""
        return self._hyphened(mention) or [*self._sharing_noun(mention), *self._tied(mention)]

    def _hyphened(self, mention: Mention) -> list[Mention]:
        """The two states or bodies before a noun with a hyphen between: "US-China talks"; none of any other."""
        texts, mentions = self.document.sentences[mention.sentence].words, self.mentions[mention.sentence]
        if not HYPHENS.intersection(texts[max(0, mention.first - 1) : mention.last + 1]):
            return []
        for first, second in pairwise(m for m in mentions if m.figures and m.entity in OF_SEVERAL):
            if mention in (first, second) and second.first == first.last + 1 and texts[first.last] in HYPHENS:
                return [first, second]
        return []

    def _sharing_noun(self, mention: Mention) -> list[Mention]:
        """The nations before a phrase that begins with one, where they share its noun."""
        mentions = self.mentions[mention.sentence]
        first, found = mention.first, list[Mention]()
        inner = next((m for m in mentions if m.first == first and m.last < mention.last and m.entity in NATIONS), None)
        if inner is None:
            return found
        sentence = self.document.sentences[mention.sentence]
        tokens, texts = sentence.tokens, sentence.words
        for other in reversed(mentions):
            if not first - LONGEST_TIE <= other.last < first or not (found or _and_before(tokens, first)):
                continue
            tie = tuple(texts[other.last : first])
            before = tokens[other.last - 1]
            attribute = before.deprel in ("amod", "compound") and mention.first <= before.head < mention.last
            if tie in POSSESSIVE_TIES and other.figures and other.entity in NATIONS:
                attribute = True
            elif tie not in TIES or inner.entity != "Nationality":
                continue
            if other.figures and (attribute or other.entity == "Nationality"):
                found.insert(0, other)
                first = other.first
        return found

    def _tied(self, mention: Mention) -> list[Mention]:
        members = [mention]
        is_closed = False
        sentence = self.document.sentences[mention.sentence]
        tokens, texts = sentence.tokens, sentence.words
        last = _behind_brackets(texts, mention.last)
        if last >= len(texts) or texts[last] not in TIE_OPENERS:
            return members
        for other in self.mentions[mention.sentence]:
            if other.first < last or other.how in ("people", "pronoun"):
                continue
            last = _behind_brackets(texts, members[-1].last)
            near = last < other.first <= last + LONGEST_TIE
            tie = tuple(texts[last : other.first]) if near else ()
            if tie in TIES:
                if self._opens_longer(other):
                    continue
                if AND.intersection(tie) and _begins_clause(tokens, mention, other):
                    break
                if is_closed and not AND.intersection(tie):
                    break  # "between Oslo and Stockholm, the ministry said"
                is_closed = bool(AND.intersection(tie))
                members.append(other)
            elif other.first > last:
                break
        if len(members) == 1:
            return members
        closed = len(members) == 2 or any(
            tokens[m.first - 1].text in AND or _and_before(tokens, m.first) for m in members[1:]
        )
        if len(members) > 1 and not closed:
            return [mention]
        if len(members) == 2 and not _and_before(tokens, members[1].first) and not self._opens_headline(*members):
            return [mention]
        return members

    def _opens_longer(self, mention: Mention) -> bool:
        """Whether a mention is only the beginning of another: "the Gdansk port" of "the Gdansk port authority"."""
        if not any(m.first <= mention.first and mention.last < m.last for m in self.mentions[mention.sentence]):
            return False
        return self.document.sentences[mention.sentence].words[mention.last] not in words("clitic")

    def _opens_headline(self, first: Mention, second: Mention) -> bool:
        """Whether two states are tied by a comma before the sentence's verb: "Chad, Niger sign a pact"; not "Chad,
        Niger said, signed"."""
        tokens = self.document.sentences[first.sentence].tokens
        states = {_state_of(first), _state_of(second)}
        if first.first or "" in states or len(states) < 2 or second.last + 1 >= len(tokens):
            return False
        verb, behind = tokens[second.last : second.last + 2]
        return verb.upos == "VERB" and verb.xpos != "VBG" and behind.text != ","


def is_another(noun: Token, owner: Mention) -> bool:
    """Whether a noun is a person of whom another one is only said to have them: "her lawyer said"."""
    owned = noun.lemma.lower() in words("of_persons")
    return owned and bool(owner.figures) and all(figure.kind is ActorKind.PERSON for figure in owner.figures)


def _last(mentions: Sequence[Mention], before: int) -> Mention | None:
    """The last of the mentions in sentences before one."""
    number = bisect_left(mentions, before, key=lambda mention: mention.sentence)
    return mentions[number - 1] if number else None


def _state_of(mention: Mention) -> str:
    """The country of a place that stands for its government."""
    return mention.place.country if mention.place is not None and mention.met else ""


def _behind_brackets(texts: Sequence[str], last: int) -> int:
    """The token behind an abbreviation in brackets: "the African Union (AU) and Chad"."""
    if last >= len(texts) or texts[last] != "(":
        return last
    within = range(last + 1, min(last + LONGEST_ABBREVIATION, len(texts)))
    return next((at + 1 for at in within if texts[at] == ")"), last)


def _begins_clause(tokens: Sequence[Token], first: Mention, other: Mention) -> bool:
    """Whether what stands behind "and" is the subject of a verb to come, and what stands before no subject: "recalled
    its envoy from Chad, and Ruto summoned another"."""
    subject, before = tokens[other.head], tokens[first.head]
    if first.first > 0 and tokens[first.first - 1].text.lower() == "between":
        return False
    comes = subject.deprel in SUBJECTS and subject.head > subject.index
    leads = before.deprel in SUBJECTS or before.deprel == "root"
    return comes and not leads and before.head < before.index


def _and_before(tokens: Sequence[Token], first: int) -> bool:
    return any(tokens[i].text in AND for i in range(max(0, first - 2), first))


def _at_tokens(mentions: tuple[Mention, ...]) -> dict[int, Mention]:
    """The mention at each token that has one."""
    known: dict[int, Mention] = {}
    for mention in mentions:
        for at in range(mention.first, mention.last):
            best = known.get(at)
            shorter = best is None or mention.last - mention.first < best.last - best.first
            if best is None or (best.head != at and (shorter or mention.head == at)):
                known[at] = mention
    return known
