"""Noun phrases of the news: people with titles, states, offices, deeds, figures; and times and places."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from train.newswire.nodes import Node, an, aside, comma, verb


class Phrases:
    """Makes phrases up; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self.r = Random(seed)
        self.words: dict[str, list[str]] = {}
        for line in (Path(__file__).parent / "words.txt").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                kind, _, values = line.partition(": ")
                self.words[kind] = values.split(", ")

    def pick(self, kind: str) -> str:
        return self.r.choice(self.words[kind])

    def chance(self, share: float) -> bool:
        return self.r.random() < share

    def one(self, *makers: Callable[..., Any], **known: Any) -> Any:
        return self.r.choice(makers)(**known)

    def deed(self, x: str) -> Node:
        """A verb in the form `x` with what belongs to it, but no subject."""
        raise NotImplementedError

    # Names and noun phrases

    def invented(self) -> str:
        """A name nobody has."""
        parts = self.words["syllable"]
        end = self.r.choice(("", "n", "r", "s", "d", "ev", "i"))
        return ("".join(self.r.choice(parts) for _ in range(self.r.randint(2, 3))) + end).capitalize()

    def family(self) -> str:
        return self.invented() if self.chance(0.4) else self.pick("family")

    def person(self) -> Node:
        """First and last name, or the last alone; the first word is the head."""
        if self.chance(0.3):
            return Node(self.family(), "PROPN NNP")
        node = Node(self.pick("given") if self.chance(0.7) else self.invented(), "PROPN NNP")
        for _ in range(self.r.choice((1, 1, 1, 2, 3))):
            node.after(("flat", Node(self.family(), "PROPN NNP")))
        return node

    def state(self) -> tuple[str, str, str]:
        name, adjective, capital = self.pick("state").split("/")
        return name, adjective, capital

    def country(self) -> Node:
        draw = self.r.random()
        if draw < 0.08:
            node = Node("States", "PROPN NNPS", [("amod", Node("United", "ADJ NNP"))])
            return node.before(("det", Node("the", "DET DT"))) if self.chance(0.9) else node
        if draw < 0.2:
            return Node(
                self.r.choice(("Washington", "Brussels", "NATO", "UNICEF", "Hamas", "Hezbollah", "ASEAN")), "PROPN NNP"
            )
        name, _, capital = self.state()
        return Node(capital if draw < 0.35 else self.invented() if draw < 0.45 else name, "PROPN NNP")

    def city(self) -> Node:
        """A town; now and then one that is said to be a capital, or where something happened."""
        node = Node(self.invented() if self.chance(0.4) else self.state()[2], "PROPN NNP")
        draw = self.r.random()
        if draw < 0.05:
            capital = Node(self.r.choice(("capital", "capital", "port", "stronghold")), "NOUN NN")
            capital.after(("nmod", self.country().before(("case", Node("of", "ADP IN")))))
            node.after(aside("appos", capital.before(("det", Node("the", "DET DT")))))
        elif draw < 0.08:
            where = Node("where", "ADV WRB")
            node.after(aside("acl:relcl", self.deed("VBD").before(("advmod", where), ("nsubj", self.pronoun()))))
        return node

    def adjective_of_state(self) -> tuple[str, Node]:
        if self.chance(0.1):
            return "compound", Node(self.r.choice(("U.S.", "UN", "EU")), "PROPN NNP")
        return "amod", Node(self.state()[1], "ADJ JJ")

    def title(self) -> Node:
        *before, last = self.pick("title").split(" ")
        node = Node(last, "PROPN NNP")
        for word in before:
            plain = word in ("Foreign", "Prime", "Deputy")
            node.before(("amod", Node(word, "ADJ NNP")) if plain else ("compound", Node(word, "PROPN NNP")))
        return node

    def titled(self) -> Node:
        """[visiting] [Peruvian] Foreign Minister Marta Olsen; opposition leader Marta Olsen."""
        node, title = self.person(), self.title()
        if self.chance(0.15):
            title = Node(self.r.choice(("leader", "chief", "spokesman", "commander", "envoy", "lawmaker")), "NOUN NN")
            body = self.r.choice(("opposition", "army", "rebel", "party", "navy", "police", "union"))
            title.before(("compound", self.country() if self.chance(0.3) else Node(body, "NOUN NN")))
        if self.chance(0.6):
            title.before(self.adjective_of_state())
        node.before(("nmod:desc", title))
        if self.chance(0.18):
            node.before(("amod", Node(self.r.choice(("visiting", "outgoing", "acting", "ousted", "former")), "ADJ JJ")))
            if node.left[0][1].form in ("visiting", "outgoing", "acting"):
                node.left[0][1].tag = "VERB VBG"
        return node

    def office(self) -> Node:
        """A common noun for an office or body, without its determiner."""
        *before, last = self.pick("office").split(" ")
        node = Node(last, "NOUN NNS" if last.endswith("s") or last == "police" else "NOUN NN")
        for word in before:
            node.before(
                ("amod", Node(word, "ADJ JJ")) if word in ("foreign", "prime") else ("compound", Node(word, "NOUN NN"))
            )
        return node

    def the_office(self) -> Node:
        node = self.office()
        if self.chance(0.6):
            node.before(self.adjective_of_state())
        if self.chance(0.1):
            return node.before(("nmod:poss", Node("his", "PRON PRP$")))
        if self.chance(0.3):
            return self.owned(node)
        return node.before(("det", Node("the", "DET DT")))

    def owned(self, node: Node) -> Node:
        """Peru's ..."""
        mark = Node(self.r.choice(("'s", "’s")), "PART POS")
        owner = self.person() if self.chance(0.3) else self.country()
        return node.before(("nmod:poss", owner.after(("case", mark))))

    def with_name(self) -> Node:
        """Peru's foreign minister, Marta Olsen, ..."""
        return self.the_office().after(aside("appos", self.person()))

    def with_office(self) -> Node:
        """Marta Olsen, the foreign minister of Peru, ..."""
        office = self.office().before(("det", Node("the", "DET DT")))
        office.after(("nmod", self.country().before(("case", Node("of", "ADP IN")))))
        return self.person().after(aside("appos", office))

    def with_clause(self) -> Node:
        """Marta Olsen, who is on a visit to Peru, ..."""
        draw = self.r.random()
        if draw < 0.4:
            clause = Node("visit", "NOUN NN", [("case", Node("on", "ADP IN")), ("det", Node("a", "DET DT"))])
            clause.after(("nmod", self.country().before(("case", Node("to", "ADP IN")))))
            clause.before(("nsubj", Node("who", "PRON WP")), ("cop", Node(self.r.choice(("is", "was")), "AUX VBZ")))
            if clause.left[1][1].form == "was":
                clause.left[1][1].tag = "AUX VBD"
        else:
            clause = self.deed("VBD").before(("nsubj", Node("who", "PRON WP")))
        return self.one(self.titled, self.person).after(aside("acl:relcl", clause))

    def group(self) -> Node:
        node = Node(self.pick("group"), "NOUN NNS")
        if self.chance(0.4):
            node.before(self.adjective_of_state() if self.chance(0.6) else ("amod", Node("local", "ADJ JJ")))
        return node

    def spokesman(self) -> Node:
        """A spokesman for the army, or army spokesman Amos Berg."""
        role = Node(self.r.choice(("spokesman", "spokeswoman", "spokesperson")), "NOUN NN")
        if self.chance(0.5):
            body = self.office().before(("case", Node("for", "ADP IN")), ("det", Node("the", "DET DT")))
            return role.before(("det", Node("a", "DET DT"))).after(("nmod", body))
        role.before(("compound", self.office()))
        return self.person().before(("nmod:desc", role))

    def pronoun(self) -> Node:
        return Node(self.r.choice(("he", "she", "they", "it")), "PRON PRP")

    def both(self) -> Node:
        """The two countries, both sides."""
        node = Node(
            self.r.choice(("countries", "sides", "ministers", "leaders", "nations", "states", "neighbours")), "NOUN NNS"
        )
        if self.chance(0.4):
            return node.before(("det", Node("both", "DET DT")))
        return node.before(("det", Node("the", "DET DT")), ("nummod", Node("two", "NUM CD")))

    def pair(self) -> Node:
        """Peru and Chile; Peru, Chile and Amos Berg."""
        node: Node = self.one(*([self.country, self.titled, self.person] * 2))
        if self.chance(0.2):
            node.after(("conj", self.country().before(comma())))
        second = self.one(self.country, self.titled, self.person)
        return node.after(("conj", second.before(("cc", Node("and", "CCONJ CC")))))

    def subject(self) -> Node:
        weighted = (
            [self.country] * 5 + [self.titled] * 4 + [self.person] * 4 + [self.the_office] * 4 + [self.pronoun] * 3
        )
        rest = [
            self.group,
            self.group,
            self.spokesman,
            self.both,
            self.pair,
            self.with_name,
            self.with_office,
            self.with_clause,
        ]
        return self.one(*weighted, *rest)

    def other(self) -> Node:
        """Whom something is done to, or with."""
        if self.chance(0.08):
            counterpart = Node(
                "counterpart", "NOUN NN", [("nmod:poss", Node("his", "PRON PRP$")), self.adjective_of_state()]
            )
            if self.chance(0.6):
                counterpart.after(*([comma()] if self.chance(0.4) else []), ("appos", self.person()))
            return counterpart
        return self.one(
            self.country, self.country, self.titled, self.titled, self.person, self.the_office, self.group, self.pair
        )

    def thing(self, depth: int = 0) -> Node:
        """What is said, signed, condemned: the attack on Goma, new trade talks with Peru."""
        if self.chance(0.35):
            node = Node(self.pick("plural"), "NOUN NNS")
            bare = self.chance(0.6)
        else:
            *before, last = self.pick("paper" if self.chance(0.3) else "deed").split(" ")
            node, bare = Node(last, "NOUN NN"), False
            for word in before:
                node.before(("compound", Node(word, "NOUN NN")))
        if self.chance(0.3):
            node.before(("compound", Node(self.pick("topic"), "NOUN NN")))
        if self.chance(0.35):
            node.before(("amod", Node(self.pick("adjective"), "ADJ JJ")))
        if self.chance(0.3) and not bare:
            self.owned(node)
        elif not bare:
            definite = self.chance(0.6) or node.tag == "NOUN NNS"
            node.before(("det", Node("the", "DET DT")) if definite else an(node))
        if depth == 0 and self.chance(0.4):
            preposition = self.r.choice(("with", "on", "between", "against", "of", "in", "over", "by", "to", "for"))
            if preposition == "between":
                below = self.pair() if self.chance(0.7) else self.both()
            else:
                below = self.one(self.country, self.country, self.city, self.titled, lambda: self.thing(1))
            node.after(("nmod", below.before(("case", Node(preposition, "ADP IN")))))
        elif depth == 0 and self.chance(0.15):
            node.after(self.shared())
        return node

    def figure(self) -> Node:
        """What amounts to something: the cost of the plan, Peru's trade with Chile."""
        node = Node(self.pick("figure"), "NOUN NN")
        if self.chance(0.4):
            node.before(("compound", Node(self.pick("topic"), "NOUN NN")))
        if self.chance(0.4):
            self.owned(node)
        else:
            node.before(("det", Node("the", "DET DT")))
        if self.chance(0.6):
            preposition = self.r.choice(("of", "of", "with", "between"))
            below = self.pair() if preposition == "between" else self.one(self.country, lambda: self.thing(1))
            node.after(("nmod", below.before(("case", Node(preposition, "ADP IN")))))
        return node.after(self.shared()) if self.chance(0.4) else node

    def shared(self) -> tuple[str, Node]:
        """... [that] the two countries share; ..., which killed 14 people, ..."""
        if self.chance(0.5):
            clause = verb(self.pick("act"), self.r.choice(("VBP", "VBD"))).before(("nsubj", self.both()))
            if self.chance(0.5):
                clause.before(("obj", Node(self.r.choice(("that", "which")), "PRON WDT")))
            return "acl:relcl", clause
        clause = self.deed("VBD").before(("nsubj", Node("which", "PRON WDT")))
        return aside("acl:relcl", clause)

    def topics(self) -> Node:
        """Trade, security and energy."""
        node = Node(self.pick("topic"), "NOUN NN")
        if self.chance(0.3):
            node.after(("conj", Node(self.pick("topic"), "NOUN NN").before(comma())))
        if self.chance(0.6):
            node.after(("conj", Node(self.pick("topic"), "NOUN NN").before(("cc", Node("and", "CCONJ CC")))))
        return node

    def count(self) -> Node:
        """At least 14 people, more than 2,000 soldiers."""
        number = self.r.choice((str(self.r.randint(2, 90)), f"{self.r.randint(1, 90)},000", "three", "dozens", "five"))
        noun = Node(self.pick("people"), "NOUN NNS")
        if number == "dozens":
            return Node("dozens", "NOUN NNS", [], [("nmod", noun.before(("case", Node("of", "ADP IN"))))])
        figure = Node(number, "NUM CD")
        draw = self.r.random()
        if draw < 0.3:
            figure.before(("nmod", Node("least", "ADJ JJS", [("case", Node("at", "ADP IN"))])))
        elif draw < 0.5:
            more = Node("more", "ADJ JJR", [], [("fixed", Node("than", "ADP IN"))])
            figure.before(("advmod", more))
        return noun.before(("nummod", figure))

    def amount(self) -> Node:
        """$3 billion, 10 billion euros, 12 percent."""
        figure = Node(
            self.r.choice((str(self.r.randint(1, 99)), f"{self.r.randint(1, 99)}.{self.r.randint(1, 9)}")), "NUM CD"
        )
        large = Node(self.r.choice(("million", "billion")), "NUM CD", [("compound", figure)])
        if self.chance(0.3):
            return Node("percent", "NOUN NN", [("nummod", figure)])
        if self.chance(0.3):
            large.before(("advmod", Node("more", "ADJ JJR", [], [("fixed", Node("than", "ADP IN"))])))
        if self.chance(0.5):
            return Node(self.r.choice(("dollars", "euros", "pounds")), "NOUN NNS", [("nummod", large)])
        return Node("$", "SYM $", [], [("nummod", large)])

    # Times, places, circumstances: each a relation and a node

    def day(self) -> tuple[str, Node]:
        day = Node(self.pick("weekday"), "PROPN NNP")
        draw = self.r.random()
        if draw < 0.6:
            return "obl", day.before(("case", Node("on", "ADP IN")))
        if draw < 0.85:
            return "obl:unmarked", day
        noun = Node(self.r.choice(("week", "month", "year")), "NOUN NN")
        return "obl:unmarked", noun.before(
            ("amod", Node("last", "ADJ JJ")) if draw < 0.95 else ("det", Node("this", "DET DT"))
        )

    def where(self) -> tuple[str, Node]:
        if self.chance(0.6):
            return "obl", self.city().before(("case", Node(self.r.choice(("in", "in", "near")), "ADP IN")))
        preposition = self.r.choice(("during", "at", "in", "after", "ahead"))
        if preposition == "ahead":
            return "obl", self.thing().before(("case", Node("ahead", "ADP IN", [], [("fixed", Node("of", "ADP IN"))])))
        return "obl", self.thing().before(("case", Node(preposition, "ADP IN")))

    def adjuncts(self, node: Node) -> Node:
        if self.chance(0.3):
            node.after(self.where())
        if self.chance(0.35):
            node.after(self.day())
        return node
