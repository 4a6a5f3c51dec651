"""Clauses of the news: somebody does something, it is done to somebody, something is so."""

from collections.abc import Callable

from train.newswire.nodes import Node, an, comma, is_plural, verb
from train.newswire.phrases import Phrases


class Clauses(Phrases):
    """Makes clauses up."""

    def deed(self, x: str) -> Node:
        node: Node = self.one(self.act, self.act_on, self.meet, self.travel, self.kill, self.amount_to, x=x)
        return node

    # Clauses: a verb with its arguments, without a subject

    def act(self, x: str) -> Node:
        return verb(self.pick("act"), x).after(("obj", self.thing()))

    def act_on(self, x: str) -> Node:
        return verb(self.pick("act_on"), x).after(("obj", self.other()))

    def meet(self, x: str) -> Node:
        node = verb(self.pick("with"), x).after(("obl", self.other().before(("case", Node("with", "ADP IN")))))
        return node.after(("obl", self.topics().before(("case", Node("on", "ADP IN"))))) if self.chance(0.3) else node

    def call_for(self, x: str) -> Node:
        return verb(self.pick("for"), x).after(("obl", self.thing().before(("case", Node("for", "ADP IN")))))

    def travel(self, x: str) -> Node:
        base, preposition = self.pick("go").split(" ")
        node = verb(base, x).after(("obl", self.city().before(("case", Node(preposition, "ADP IN")))))
        if self.chance(0.4):
            node.after(
                ("advcl", self.bare("VB", "to"))
                if self.chance(0.5)
                else ("obl", self.thing().before(("case", Node("for", "ADP IN"))))
            )
        return node

    def bare(self, x: str, marker: str | None = None) -> Node:
        """An infinitive or participle with what belongs to it."""
        node: Node = self.one(self.act, self.act, self.act_on, self.meet, self.call_for, x=x)
        if marker:
            node.before(("mark", Node(marker, "PART TO" if marker == "to" else "SCONJ IN")))
        return node

    def intend(self, x: str) -> Node:
        return verb(self.pick("will"), x).after(("xcomp", self.bare("VB", "to")))

    def urge(self, x: str) -> Node:
        base, *on = self.pick("urge").split(" ")
        whom = self.other()
        rel = "obl" if on else "obj"
        if on:
            whom.before(("case", Node("on", "ADP IN")))
        return verb(base, x).after((rel, whom), ("xcomp", self.bare("VB", "to")))

    def accuse(self, x: str) -> Node:
        base, preposition = self.pick("accuse").split(" ")
        node = verb(base, x).after(("obj", self.other()))
        if self.chance(0.7):
            return node.after(("advcl", self.bare("VBG", preposition)))
        return node.after(("obl", self.thing().before(("case", Node(preposition, "ADP IN")))))

    def kill(self, x: str) -> Node:
        node = verb(self.pick("harm"), x).after(("obj", self.count()))
        if self.chance(0.3):
            second = verb(self.pick("harm"), x).after(("obj", self.count()))
            node.after(("conj", second.before(("cc", Node("and", "CCONJ CC")))))
        if self.chance(0.4):
            node.after(("obl", self.thing().before(("case", Node("in", "ADP IN")))))
        return node

    def sign(self, x: str) -> Node:
        paper = Node(self.pick("paper"), "NOUN NN")
        paper.before(an(paper))
        rel = self.r.choice(("nmod", "obl"))
        node = verb(self.r.choice(("sign", "reach", "conclude", "ratify", "discuss")), x).after(("obj", paper))
        if rel == "nmod":
            paper.after(("nmod", self.topics().before(("case", Node("on", "ADP IN")))))
            return node
        return node.after(("obl", self.other().before(("case", Node("with", "ADP IN")))))

    def amount_to(self, x: str) -> Node:
        return verb(self.r.choice(("amount", "rise", "fall")), x).after(
            ("obl", self.amount().before(("case", Node("to", "ADP IN"))))
        )

    def express(self, x: str) -> Node:
        noun = Node(self.r.choice(("hope", "concern", "support", "regret", "satisfaction")), "NOUN NN")
        node = verb(self.r.choice(("express", "voice")), x).after(("obj", noun))
        if noun.form == "hope":
            noun.after(("acl", self.clause(1).before(("mark", Node("that", "SCONJ IN")))))
        elif self.chance(0.5):
            noun.after(("nmod", self.thing().before(("case", Node("over", "ADP IN")))))
        return node

    # Whole clauses

    def clause(self, depth: int = 0) -> Node:
        """A subject and what it does, did, will do or has done; or what is done to it, or what it is."""
        draw = self.r.random()
        if draw < 0.1:
            return self.copular()
        if draw < 0.25:
            return self.passive()
        subject = self.subject()
        makers = (
            [self.act] * 4
            + [self.act_on] * 3
            + [self.meet, self.call_for, self.travel, self.intend, self.urge, self.accuse]
        )
        makers += [self.kill, self.sign, self.sign]
        if draw < 0.31:
            subject, makers = self.thing(), [self.amount_to, self.kill, self.act]
        elif draw < 0.36:
            subject, makers = self.figure(), [self.amount_to]
        plural = is_plural(subject)
        node = self.inflected(plural, makers)
        if self.chance(0.1):
            again = self.one(self.act, self.act_on, self.meet, self.call_for, x=node.tag.split(" ")[1])
            node.after(
                ("conj", again.before(*([comma()] if self.chance(0.3) else []), ("cc", Node("and", "CCONJ CC"))))
            )
        if depth == 0 and self.chance(0.15):
            node.before(self.day())  # Peru on Monday said
        elif self.chance(0.05):
            part = Node("part", "NOUN NN", [("case", Node("for", "ADP IN")), ("nmod:poss", Node("his", "PRON PRP$"))])
            node.before(comma(), ("obl", part), comma())
        elif self.chance(0.1):
            node.before(("advmod", Node(self.r.choice(("also", "previously", "repeatedly", "immediately")), "ADV RB")))
        node.before(("nsubj", subject))
        if depth == 0 and self.chance(0.07):
            node.before(self.day(), comma())
        self.adjuncts(node)
        return node.after(self.under()) if depth < 2 and self.chance(0.07) else node

    def inflected(self, plural: bool, makers: list[Callable[..., Node]]) -> Node:
        """A verb in some tense, said or denied, with what belongs to it."""
        tense = self.r.random()
        if tense < 0.48:
            return self.one(*makers, x="VBD")
        if tense < 0.6:
            return self.one(*makers, x="VBP" if plural else "VBZ")
        if tense < 0.77:
            return self.one(*makers, x="VB").before(*self.modal())
        no = [("advmod", Node(self.r.choice(("not", "n't")), "PART RB"))]
        if tense < 0.83:
            do = self.r.choice((("did", "VBD"), ("do", "VBP") if plural else ("does", "VBZ")))
            return self.one(*makers, x="VB").before(("aux", Node(do[0], f"AUX {do[1]}")), *no)
        if tense < 0.95:
            have = self.r.choice((("had", "VBD"), ("have", "VBP") if plural else ("has", "VBZ")))
            x, aux = "VBN", ("aux", Node(have[0], f"AUX {have[1]}"))
        else:
            be = self.r.choice((("were" if plural else "was", "VBD"), ("are", "VBP") if plural else ("is", "VBZ")))
            x, aux = "VBG", ("aux", Node(be[0], f"AUX {be[1]}"))
        return self.one(*makers, x=x).before(aux, *(no if self.chance(0.15) else []))

    def under(self) -> tuple[str, Node]:
        """After Peru signed ..., if talks fail."""
        marker = self.r.choice(("after", "as", "while", "because", "since", "if", "unless", "before", "although"))
        return "advcl", self.clause(2).before(("mark", Node(marker, "SCONJ IN")))

    def modal(self) -> list[tuple[str, Node]]:
        found = [("aux", Node(self.r.choice(("will", "would", "could", "may", "must", "should", "can")), "AUX MD"))]
        if self.chance(0.2):
            found.append(("advmod", Node("not", "PART RB")))
        return found

    def copular(self) -> Node:
        plural = self.chance(0.5)
        subject = self.both() if plural else self.one(self.country, self.titled, self.thing)
        if subject.tag in ("NOUN NNS", "PROPN NNPS"):
            plural = True
        node = Node(self.pick("quality"), "ADJ JJ")
        be = self.r.choice((("are", "VBP"), ("were", "VBD")) if plural else (("is", "VBZ"), ("was", "VBD")))
        node.before(("nsubj", subject), ("cop", Node(be[0], f"AUX {be[1]}")))
        if self.chance(0.5):
            node.after(("obl", self.one(self.country, self.both).before(("case", Node("for", "ADP IN")))))
        if self.chance(0.2):
            node.after(("conj", Node(self.pick("quality"), "ADJ JJ").before(("cc", Node("and", "CCONJ CC")))))
        return node

    def passive(self) -> Node:
        draw = self.r.random()
        if draw < 0.4:
            node, subject = verb(self.pick("act_on"), "VBN"), self.subject()
        elif draw < 0.7:
            node, subject = (
                verb(self.r.choice(("hold", "sign", "reject", "condemn", "attend", "announce", "discuss")), "VBN"),
                self.thing(),
            )
        else:
            node, subject = verb(self.pick("harm"), "VBN"), self.count()
        plural = is_plural(subject)
        if self.chance(0.25):
            node.before(("aux", Node("will", "AUX MD")), ("aux:pass", Node("be", "AUX VB")))
        elif self.chance(0.3):
            node.before(
                ("aux", Node("have" if plural else "has", f"AUX {'VBP' if plural else 'VBZ'}")),
                ("aux:pass", Node("been", "AUX VBN")),
            )
        else:
            node.before(("aux:pass", Node("were" if plural else "was", "AUX VBD")))
        if self.chance(0.12):
            node = verb(self.r.choice(("expect", "schedule", "set", "force", "allow")), "VBN").before(*node.left)
            node.after(("xcomp", self.bare("VB", "to")))
        node.before(("nsubj:pass", subject))
        if self.chance(0.5):
            node.after(("obl:agent", self.subject_plain().before(("case", Node("by", "ADP IN")))))
        return self.adjuncts(node)

    def subject_plain(self) -> Node:
        return self.one(self.country, self.titled, self.titled, self.the_office, self.group, self.person)
