"""One pass over a sentence, left to right, that cuts it into units."""

from collections.abc import Sequence
from itertools import accumulate, chain
from typing import Final

from dateline.enricher.actors.chambers import chamber
from dateline.enricher.actors.first_words import is_surname
from dateline.enricher.actors.halves import are_halves
from dateline.enricher.actors.lexicon import Role, short_titles, words
from dateline.enricher.actors.longer_names import begins_anew, ends_longer_name, is_landscape
from dateline.enricher.actors.name_sectors import sector_of_name
from dateline.enricher.actors.nationals import take_nationals
from dateline.enricher.actors.portfolios import OFFICES, PORTFOLIOS, goes_on, is_held_in, portfolio_end
from dateline.enricher.actors.runs import end_of_run, ties
from dateline.enricher.actors.things import is_money, owner_of_thing
from dateline.enricher.actors.units import (
    JOINERS,
    NAME_PARTICLES,
    NAMED_BODIES,
    NOMINAL,
    TOWNS,
    Unit,
    Vocabulary,
    is_pronoun,
)
from dateline.enricher.gazetteer import Kind, has_inner_capitals
from dateline.enricher.syntax.tree import Sentence, Token

FUNCTION, NO_ACTOR, MODIFIERS = words("function"), words("no_actor"), words("modifier")
LOCATIVE, ALSO_GIVEN, CONVICTION = words("locative"), words("also_given"), words("conviction")
PARTS_OF_COUNTRIES: Final = frozenset({"State", "Province", "County", "District"})
FIRST_HALVES, DAYS, OF_MEMBERS = words("first_half"), words("weekday"), words("members_behind")
NAMED_FOR: Final = frozenset("GOV LEG JUD LAB SOC EDU PTY REB".split())
"""Sectors of the bodies whose names may go on with what they are for: "the State Committee for National Security"."""
NATIONAL: Final = "national"
TAKEN: Final = ("hostage", "captive", "prisoner")
PERSONS: Final = ("NOUN", "PROPN", "PRON")
"""Behind these, what they are taken."""
READ_AS_A_WORD: Final = 5  # letters; an abbreviation as long may be written Asean, Unicef


def units(vocabulary: Vocabulary, sentence: Sentence, names: frozenset[str]) -> list[Unit]:
    """The units of a sentence in order. `names`: words that the article has with a capital within its sentences."""
    return _Scan(vocabulary, sentence, names).run()


class _Scan:
    """One pass over one sentence."""

    def __init__(self, vocabulary: Vocabulary, sentence: Sentence, names: frozenset[str]) -> None:
        self.vocabulary = vocabulary
        self.tokens: Sequence[Token] = sentence.tokens
        self.names = names
        self.words = [vocabulary[token.text] for token in self.tokens]
        cut = [word.pieces for word in self.words]
        self.pieces = [*chain.from_iterable(cut)]
        self.owner = [index for index, pieces in enumerate(cut) for _ in pieces]
        self.start = [0, *accumulate(map(len, cut))]  # of each token, its first piece
        self.heads = vocabulary.heads
        self.found: list[Unit] = []

    def run(self) -> list[Unit]:
        end = 0
        for at, word in [(at, word) for at, word in enumerate(self.words) if word.telling]:
            if at < end:
                continue
            if word.capital or (word.listed and self._particle(at)):
                end = self._capital(at)
            elif is_pronoun(word, self.tokens[at]):
                self.found.append(Unit(at, at + 1, "pronoun", pronoun=word.pronoun))
            elif word.role or word.trade:
                end = self._role(at) or self._spot(at)
            else:
                end = self._spot(at)
        return self.found

    def _particle(self, at: int) -> bool:
        """Whether a small word opens a name: "al" in "al-Shabaab"."""
        tokens = self.tokens
        if tokens[at].text not in NAME_PARTICLES or at + 2 >= len(tokens):
            return False
        return tokens[at + 1].text in JOINERS and self.words[at + 2].capital

    def _end(self, at: int, count: int) -> int | None:
        """The token after `count` pieces from token `at`; None where that is within a token."""
        stop = self.start[at] + count
        if stop < len(self.pieces) and self.owner[stop] == self.owner[stop - 1]:
            return None
        return self.owner[stop - 1] + 1

    def _role(self, at: int) -> int | None:
        if self.tokens[at].text in TAKEN and at and self.tokens[at - 1].upos in PERSONS:
            return None  # "took a colonel hostage"
        match = self.vocabulary.roles.match(self.pieces, self.start[at]) if self.words[at].pieces else None
        if match is None:
            return take_nationals(self.tokens, self.found, at)
        end = self._end(at, match[0])
        role = None if end is None else owner_of_thing(self.tokens, end - 1, match[1])
        if end is None or (role is None and not self._heads_phrase(end - 1)):
            return None
        end = self._portfolio(end, match[1])
        self.found.append(Unit(at, end, "role", role=role or match[1]))
        return end

    def _spot(self, at: int) -> int:
        """A noun of a kind of place, where it is one: "city", not "city council"."""
        if self.words[at].spot and self._heads_phrase(at):
            self.found.append(Unit(at, at + 1, "spot"))
        return at + 1

    def _heads_phrase(self, index: int) -> bool:
        """Whether a role noun is a noun here, and no mere part of another: not "host" the verb, nor "state visit"."""
        token, before = self.tokens[index], self.found[-1] if self.found else None
        if before is not None and before.last == index and before.what in ("country", "people"):
            return token.upos in ("NOUN", "PROPN", "ADJ", "X")  # "the US military", "a Chinese government entity"
        if token.upos not in ("NOUN", "PROPN", "X"):  # "shot a civilian", which taggers take for an adjective
            return token.upos == "ADJ" and token.deprel in NOMINAL
        if token.deprel in ("compound", "amod") and token.head > index:
            head = self.tokens[token.head]
            is_role = self.vocabulary.roles.match(self.pieces, self.start[token.head]) is not None
            return head.upos == "PROPN" or is_role or self.words[token.head].capital
        return True

    def _portfolio(self, end: int, role: Role) -> int:
        """The token after "of Foreign Affairs and Trade" in a minister's or ministry's title."""
        if role.noun.endswith(PORTFOLIOS) and goes_on(self.tokens, end):
            return portfolio_end(self.tokens, self.words, end + 1)
        if not role.noun.endswith(OFFICES) or end + 2 >= len(self.tokens) or self.tokens[end].text not in ("of", "for"):
            return end
        start = end + 2 if self.tokens[end + 1].text == "the" else end + 1
        if not self.words[start].capital or (self.words[start].listed and self._listed(start) is not None):
            return end
        stop = portfolio_end(self.tokens, self.words, start)
        return stop if stop > start else end

    def _capital(self, at: int) -> int:
        """Handles the unit that begins with the capitalised token `at`; gives the token after it."""
        word, token = self.words[at], self.tokens[at]
        if is_pronoun(word, token):
            self.found.append(Unit(at, at + 1, "pronoun", pronoun=word.pronoun))
            return at + 1
        listed = self._listed(at) if word.listed else None
        if listed is not None and token.text == "The":
            goes_on = listed.last < len(self.tokens) and self.tokens[listed.last].text in self.heads
            if listed.what == Kind.AGENCY and (goes_on or not self.words[at + 1].capital):
                return at + 1  # "The national police", "The National Union" are not a newspaper's
            # "The West Bengal government" is not of the West.
            longer = self._listed(at + 1) if self.words[at + 1].listed else None
            if longer is not None and longer.last > listed.last:
                return at + 1
        role = self.vocabulary.roles.match(self.pieces, self.start[at]) if word.role else None
        if self._given_here(at):
            listed = role = None
        if role is not None and role[1].noun == NATIONAL and at + 1 < len(self.tokens) and self.words[at + 1].capital:
            role = None  # "the National Unity Pact" is nobody's name
        if listed is not None and is_landscape(self.tokens, listed):
            self.found.append(Unit(at, listed.last, "spot"))
            return listed.last
        if token.text in self.vocabulary.never_names and listed is None and role is None and not self._given_here(at):
            return at + 1
        functional = token.text.lower() in FUNCTION and (token.text != "No" or token.xpos != "NNP")
        if listed is None and role is None and (functional or is_money(self.tokens, at)):
            return at + 1
        run_end = end_of_run(self.tokens, self.words, at)
        if listed is not None and is_held_in(listed, self.found[-1:], self.tokens[listed.last : run_end]):
            self.found[-1].last = listed.last
            return listed.last
        outweighs = listed is not None and (role is None or self._outweighs(listed, role[0]))
        if listed is not None and outweighs and self._stands(listed, run_end):
            listed = self._organisation_tail(listed, run_end)
            self.found.append(listed)
            return listed.last
        if token.text in self.heads and (role is None or role[1].what == "body"):
            stop = self._of_phrase(at + 1)
            if stop > at + 1:
                sector = sector_of_name([token.text], [t.text for t in self.tokens[at + 1 : stop]])
                self.found.append(Unit(at, stop, "body", sector=sector))
                return stop
        if role is not None and not (listed and listed.last - at > role[0]):
            end = self._end(at, role[0])
            if end is not None and not self._opens_organisation(at, end):
                end = self._portfolio(end, role[1])
                self.found.append(Unit(at, end, "role", role=role[1]))
                return end
        if role is None and (end := self._office_of_portfolio(at)) is not None:
            return end
        if token.text in self.vocabulary.honorifics and not self._opens_organisation(at, at + 1):
            self.found.append(Unit(at, at + 1, "title", role=short_titles().get(token.text)))
            return at + 1
        return self._unknown(at, run_end)

    def _office_of_portfolio(self, at: int) -> int | None:
        """The token after "Mineral Resources Minister", a title that opens with what the minister is for."""
        start = portfolio_end(self.tokens, self.words, at)
        if not at < start < len(self.tokens) or not (self.words[start].role and self.words[start].capital):
            return None
        match = self.vocabulary.roles.match(self.pieces, self.start[start])
        if match is None or not match[1].noun.endswith(OFFICES):
            return None
        self.found.append(Unit(at, start + match[0], "role", role=match[1]))
        return start + match[0]

    def _given_here(self, at: int) -> bool:
        """Whether a word that is something else too is a given name, as another name follows: "Jan", "Christian"."""
        if self.tokens[at].text.lower() not in ALSO_GIVEN or at + 1 >= len(self.tokens):
            return False
        text, word = self.tokens[at + 1].text, self.words[at + 1]
        if text.lower() in ALSO_GIVEN:
            return self._given_here(at + 1)
        listed = self._listed(at + 1) if word.listed else None
        named = listed is None or listed.entry is None or listed.entry.kind is Kind.PERSON
        return word.capital and named and not (self._names_role(at + 1) or text in self.heads)

    def _outweighs(self, listed: Unit, pieces_of_role: int) -> bool:
        """Whether a listed name is meant rather than the role noun that begins with it."""
        assert listed.entry is not None
        length = self.start[listed.last] - self.start[listed.first]
        if length != pieces_of_role:
            return length > pieces_of_role
        if listed.entry.kind is Kind.PERSON:
            return length > 2
        whole = all(self.words[i].capital for i in range(listed.first, listed.last) if self.tokens[i].text.isalpha())
        return whole and length > 1 and listed.entry.kind in NAMED_BODIES

    def _listed(self, at: int) -> Unit | None:
        """The longest listed name at a token, if it is written as a name."""
        begin = self.start[at]
        match = self.vocabulary.gazetteer.match(self.pieces, begin)
        if match is None:
            return None
        end = self._end(at, match[0])
        if end is None:
            return None
        written = self.words[end - 1].capital or (self.tokens[end - 2].text in JOINERS and end - 2 > at)
        if not written and (match[0] == 1 or match[1][0].kind in (Kind.PERSON, Kind.CITY)):
            return None
        joined = " ".join(self.pieces[begin : begin + match[0]])
        short = len(joined) < READ_AS_A_WORD and not has_inner_capitals(self.tokens[at].text)
        if short and self.vocabulary.gazetteer.needs_capitals(joined):
            return None
        if match[0] == 1 and at == 0 and self.tokens[at].text.lower() in FUNCTION:
            return None
        is_half = end < len(self.tokens) and self.tokens[end].text in JOINERS  # "Franco-Algerian"
        if match[0] == 1 and self.tokens[at].text in FIRST_HALVES and not is_half:
            return None
        entry = match[1][0]
        return Unit(at, end, entry.kind.value, entry=entry, others=match[1][1:])

    def _stands(self, unit: Unit, run_end: int) -> bool:
        """Whether a listed name is meant, seeing how the run of capitals goes on."""
        assert unit.entry is not None
        rest = self.tokens[unit.last : run_end]
        if not rest:
            return True
        if unit.entry.kind in (Kind.PEOPLE, Kind.COUNTRY, Kind.SEAT):
            return unit.entry.kind is not Kind.COUNTRY or rest[0].text not in PARTS_OF_COUNTRIES  # "Niger State"
        if unit.entry.kind is Kind.AGENCY and self.tokens[unit.first].text == "The":
            return False  # "The National Peasant Federation"
        following = self.words[unit.last]
        known = following.role or (self.vocabulary[rest[0].text].listed and self._listed(unit.last) is not None)
        if rest[-1].text in self.heads:
            return (unit.entry.kind is not Kind.PERSON and unit.last - unit.first > 1) or known
        if unit.entry.kind is Kind.PERSON and unit.last - unit.first == 1:
            return False
        if unit.entry.kind is Kind.PERSON or unit.last - unit.first == 1:
            return known or rest[0].text in self.vocabulary.honorifics
        return True

    def _organisation_tail(self, unit: Unit, run_end: int) -> Unit:
        """ "Syrian" + "Arab Army", "Baghdad" + "University": a listed place that opens the name of a body."""
        assert unit.entry is not None
        if unit.entry.country == "NGO" and unit.last < run_end and self.tokens[unit.last].text == "Society":
            unit.last += 1  # "the Kenya Red Cross Society"
        international = unit.entry.kind is Kind.ORGANISATION and unit.entry.country in ("UNO", "EUR", "IGO")
        if unit.last >= run_end or not (international or unit.entry.kind in TOWNS):
            return unit
        head = self.heads.get(self.tokens[run_end - 1].text)
        between = range(unit.last, run_end - 1)
        if head is None or any(
            self.words[i].role and self.vocabulary.roles.match(self.pieces, self.start[i]) for i in between
        ):
            return unit
        sector = sector_of_name([token.text for token in self.tokens[unit.first : run_end]])
        return Unit(unit.first, run_end, "body", entry=unit.entry, sector=sector)

    def _opens_organisation(self, at: int, end: int) -> bool:
        """ "Office of the ...", "Justice and Development Party": capitals that go on to the head of a body."""
        run_end = end_of_run(self.tokens, self.words, at)
        return run_end > end and self.tokens[run_end - 1].text in self.heads

    def _unknown(self, at: int, run_end: int) -> int:
        """A capitalised word that nobody lists: a name with the capitals after it, or nothing."""
        tokens, heads = self.tokens, self.heads
        end = self._name_end(at, run_end)
        styled = [i for i in range(at, end - 1) if tokens[i].text in self.vocabulary.honorifics]
        if styled and tokens[end - 1].text not in heads:
            self.found.append(Unit(at, styled[-1] + 1, "title"))
            return styled[-1] + 1
        last = heads.get(tokens[end - 1].text)
        if last is not None and end - at > 1:
            goes_on = tokens[at].text in heads or tokens[end - 1].text in OF_MEMBERS or last in NAMED_FOR
            stop = self._of_phrase(end) if goes_on else end
            sector = sector_of_name([token.text for token in tokens[at:end]], [t.text for t in tokens[end:stop]])
            self.found.append(Unit(at, stop, "body", sector=sector))
            return stop
        if tokens[at].text in NO_ACTOR and end - at > 1:
            return end
        if tokens[at].text.lower() in MODIFIERS and at + 1 < end and self._names_role(at + 1):
            return at + 1  # "Senior Adviser Jane Opondo"
        if tokens[at].text.lower() in CONVICTION and at + 1 < end and self._names_body(at + 1):
            return at + 1  # "the Islamist Ennahda"
        if at == 0 and tokens[at].text.lower() in FUNCTION:
            return at + 1
        common = at == 0 and end == 1 and tokens[at].upos != "PROPN" and tokens[at].text not in self.names
        if common and not is_surname(self.vocabulary.gazetteer, tokens):
            return end
        self.found.append(chamber(tokens, at, end, self.found) or Unit(at, end, "name"))
        return end

    def _names_body(self, at: int) -> bool:
        """Whether the name of a listed body begins at a token."""
        listed = self._listed(at) if self.words[at].listed else None
        return listed is not None and listed.entry is not None and listed.entry.kind in NAMED_BODIES

    def _names_role(self, at: int) -> bool:
        """Whether a role noun or an honorific begins at a token."""
        role = self.words[at].role and self.vocabulary.roles.match(self.pieces, self.start[at]) is not None
        return role or self.tokens[at].text in self.vocabulary.honorifics

    def _name_end(self, at: int, run_end: int) -> int:
        """The token after the name that begins at `at`: where the run ends, or something listed begins."""
        end = at + 1
        while end < run_end:
            known = self.words[end].capital and self.words[end].listed and not self._given_here(end)
            listed = self._listed(end) if known else None
            another = listed is not None and self._begins_another(at, listed)
            if listed is not None and another and not ends_longer_name(self.tokens, at, listed, run_end):
                break
            if self._styles_somebody(end, run_end):
                break
            end += 1
        while end > at + 1 and not self.words[end - 1].capital and not self._ends_in_two_halves(end):
            end -= 1
        return end

    def _begins_another(self, at: int, listed: Unit) -> bool:
        """Whether a listed name within a run is one of its own: not that of a person with one more given name."""
        assert listed.entry is not None
        if listed.entry.kind is Kind.PERSON and self.vocabulary.is_given(self.words[at].pieces):
            return False
        return listed.last - listed.first > 1 or listed.entry.kind in (Kind.COUNTRY, Kind.PEOPLE)

    def _ends_in_two_halves(self, end: int) -> bool:
        """Whether a run ends with a given name whose second half has no capital: "Ching-te", unlike "Trump-era"."""
        tokens, joint = self.tokens, end - 2
        return (
            joint > 0 and tokens[joint].text in JOINERS and ties(tokens, self.words, joint) and are_halves(tokens, end)
        )

    def _styles_somebody(self, at: int, run_end: int) -> bool:
        """Whether a role noun within a run of capitals stands before somebody's name: "Okkelo Chairman Jane"."""
        match = self.vocabulary.roles.match(self.pieces, self.start[at]) if self.words[at].role else None
        if match is None or match[1].what != "person" or match[1].plural or self._given_here(at):
            return False
        following = self._end(at, match[0]) or run_end
        whole = run_end - following > 1 and self.tokens[run_end - 1].text not in self.heads
        return whole or (following < run_end and self.vocabulary.is_given(self.words[following].pieces))

    def _of_phrase(self, end: int) -> int:
        """The token after "of Foreign Affairs", "for the Protection of Nature and ..." that goes on at `end`."""
        tokens, count = self.tokens, len(self.tokens)
        begin = end
        while end + 1 < count and tokens[end].text in ("of", "for", "on", "and"):
            if tokens[end].text == "and" and end == begin:
                break
            start = end + 2 if tokens[end + 1].text == "the" and end + 2 < count else end + 1
            if not self.words[start].capital or self.words[start].pronoun or tokens[start].text in DAYS:
                break
            listed = self._listed(start) if self.words[start].listed else None
            if listed is not None and begins_anew(tokens[end].text, listed, end_of_run(self.tokens, self.words, start)):
                break
            whole = listed is not None and listed.what == Kind.ORGANISATION
            run_end = end_of_run(self.tokens, self.words, start)
            styled = (i for i in range(start + 1, run_end) if tokens[i].text in self.vocabulary.honorifics)
            end = max(next(styled, run_end), listed.last if listed is not None and whole else 0)
        return end
