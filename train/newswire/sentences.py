"""Whole sentences of the news: who said what to whom, remarks, headlines."""

from train.conllu import Tree
from train.newswire.clauses import Clauses
from train.newswire.nodes import Node, comma, tree, verb


class Newswire(Clauses):
    """Makes sentences up; the same seed makes the same ones."""

    def said(self) -> Node:
        """S said [on Monday] [that] C; [, adding that D]."""
        node = verb(self.pick("say"), self.r.choice(("VBD", "VBD", "VBD", "VBZ")))
        self.speaker_before(node)
        if self.chance(0.3):
            node.after(self.day() if self.chance(0.6) else self.where())
        content = self.clause(1)
        if self.chance(0.6):
            content.before(("mark", Node("that", "SCONJ IN")))
        node.after(("ccomp", content))
        if self.chance(0.35):
            node.after(("advcl", self.adding().before(comma())))
        elif self.chance(0.15):
            second = verb(self.pick("say"), "VBD").after(
                ("ccomp", self.clause(1).before(("mark", Node("that", "SCONJ IN"))))
            )
            node.after(("conj", second.before(comma(), ("cc", Node("and", "CCONJ CC")))))
        return node

    def speaker_before(self, node: Node) -> None:
        if self.chance(0.2):
            node.before(self.day())
        elif self.chance(0.08):
            part = Node("part", "NOUN NN", [("case", Node("for", "ADP IN")), ("nmod:poss", Node("his", "PRON PRP$"))])
            node.before(comma(), ("obl", part), comma())
        elif self.chance(0.1):
            node.before(comma(), ("advcl", self.express("VBG") if self.chance(0.5) else self.bare("VBG")), comma())
        node.before(("nsubj", self.subject()))
        if self.chance(0.08):
            speaking = verb(self.r.choice(("speak", "write", "talk")), "VBG").after(self.where())
            front = ("advcl", speaking) if self.chance(0.4) else self.one(self.under, self.where, self.day)
            node.before(front, comma())

    def adding(self) -> Node:
        draw = self.r.random()
        if draw < 0.7:
            node = verb(self.r.choice(("add", "say", "note", "stress", "warn", "claim", "argue", "indicate")), "VBG")
            content = self.clause(1)
            if self.chance(0.6):
                content.before(("mark", Node("that", "SCONJ IN")))
            return node.after(("ccomp", content))
        return self.one(self.call_for, self.urge, self.accuse, self.express, self.act, x="VBG")

    def told(self) -> Node:
        node = verb(self.pick("tell"), "VBD")
        self.speaker_before(node)
        node.after(("iobj", self.other()))
        if self.chance(0.25):
            node.after(self.day())
        return node.after(("ccomp", self.clause(1).before(("mark", Node("that", "SCONJ IN")))))

    def colon(self) -> Node:
        node = verb(self.pick("quote"), "VBD")
        self.speaker_before(node)
        return node.after(("ccomp", self.clause(1).before(("punct", Node(":", "PUNCT :")))))

    def said_last(self) -> Node:
        """C, S said [in a statement]; with or without quotes, or said S."""
        content = self.clause(1)
        opened, closed = self.r.choice((("", ""), ('"', '"'), ("“", "”")))
        if opened:
            content.before(("punct", Node(opened, "PUNCT ``"))).after(comma(), ("punct", Node(closed, "PUNCT ''")))
        else:
            content.after(comma())
        node = verb(self.pick("quote"), "VBD")
        speaker = ("nsubj", self.subject())
        if self.chance(0.15) and speaker[1].tag != "PRON PRP":
            node.after(speaker)
        else:
            node.before(speaker)
        node.before(("ccomp", content))
        if self.chance(0.3):
            statement = Node("statement", "NOUN NN", [("case", Node("in", "ADP IN")), ("det", Node("a", "DET DT"))])
            node.after(self.day() if self.chance(0.5) else ("obl", statement))
        return node

    def according(self) -> Node:
        node = self.clause(1)
        marker = Node("according", "VERB VBG", [], [("fixed", Node("to", "ADP IN"))])
        source = self.one(self.the_office, self.group, self.titled, self.country).before(("case", marker))
        if self.chance(0.3):
            return node.before(("obl", source), comma())
        return node.after(("obl", source.before(comma())))

    def participle(self) -> Node:
        return self.clause().after(("advcl", self.adding().before(comma())))

    def remarks(self) -> Node:
        """She made the remarks in a meeting with X, [also] attended by Y, in Z."""
        remarks = Node(
            self.r.choice(("remarks", "comments", "statement", "announcement")),
            "NOUN NNS",
            [("det", Node("the", "DET DT"))],
        )
        remarks.tag = "NOUN NNS" if remarks.form.endswith("s") else "NOUN NN"
        node = verb("make", "VBD").before(("nsubj", self.subject())).after(("obj", remarks))
        meeting = Node(
            self.r.choice(("meeting", "call", "interview", "ceremony")),
            "NOUN NN",
            [("case", Node(self.r.choice(("in", "during", "at")), "ADP IN")), ("det", Node("a", "DET DT"))],
        )
        meeting.after(("nmod", self.other().before(("case", Node("with", "ADP IN")))))
        if self.chance(0.5):
            attended = verb("attend", "VBN").after(("obl:agent", self.titled().before(("case", Node("by", "ADP IN")))))
            if self.chance(0.5):
                attended.before(("advmod", Node("also", "ADV RB")))
            meeting.after(("acl", attended.before(comma())))
        node.after(("obl", meeting))
        if self.chance(0.5):
            node.after(self.where() if self.chance(0.5) else self.day())
        return node

    def headline(self) -> Node:
        """Kenya, Uganda sign trade deal; UN chief calls for ceasefire."""
        subject = self.one(self.country, self.country, self.person, self.group, self.office, self.titled)
        if subject.tag in ("NOUN NN", "NOUN NNS") and self.chance(0.7) and not subject.left:
            subject.before(self.adjective_of_state())
        plural = subject.tag == "NOUN NNS"
        if self.chance(0.2):
            plural = True
            subject.after(("conj", self.country().before(comma())))
        bare = Node(
            self.r.choice(("deal", "talks", "ceasefire", "sanctions", "envoy", "attack", "pact", "plan", "threat")),
            "NOUN NN",
        )
        bare.tag = "NOUN NNS" if bare.form in ("talks", "sanctions") else "NOUN NN"
        draw = self.r.random()
        if draw < 0.3:
            bare.before(("compound", Node(self.pick("topic"), "NOUN NN")))
        elif draw < 0.5:
            bare.before(self.adjective_of_state())
        elif draw < 0.6:
            bare.before(("amod", Node(self.pick("adjective"), "ADJ JJ")))
        x = "VBP" if plural else "VBZ"
        draw = self.r.random()
        if draw < 0.45:
            node = verb(self.r.choice(self.words["act"] + self.words["act_on"]), x).after(("obj", bare))
        elif draw < 0.6:
            node = verb(self.pick("for"), x).after(("obl", bare.before(("case", Node("for", "ADP IN")))))
        elif draw < 0.85:
            node = self.one(self.act_on, self.kill, self.urge, self.accuse, self.intend, self.meet, x=x)
        else:
            node = verb(self.pick("say"), x).after(("ccomp", self.clause(1)))
        node.before(("nsubj", subject))
        if self.chance(0.3):
            node.after(
                ("obl", self.thing().before(("case", Node(self.r.choice(("over", "after", "amid", "in")), "ADP IN"))))
            )
        return node

    def sentence(self) -> Tree:
        """One sentence; the same kinds as often as news has them, roughly."""
        if self.chance(0.12):
            return tree(self.headline())
        often = [self.said] * 4 + [self.clause] * 4 + [self.said_last] * 3 + [self.told] * 2
        node = self.one(*often, self.colon, self.according, self.participle, self.remarks)
        return tree(node.after(("punct", Node(".", "PUNCT ."))))
