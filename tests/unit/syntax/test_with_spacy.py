"""A spaCy pipeline stands where the shipped parser does; it is made here, of a tagger and a parser by rule."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.unit.enricher.articles import article

from dateline.enricher.choosing import coder_of
from dateline.enricher.port import NotReady
from dateline.enricher.settings import CoderSettings
from dateline.enricher.syntax.sentences import MAX_TOKENS

spacy: Any = pytest.importorskip(
    "spacy",
    reason="spaCy is not installed: the parser's other form is NOT tested (.venv/bin/pip install -e '.[spacy]')",
)

from dateline.enricher.syntax.with_spacy import PIECE, SpacyParser  # noqa: E402

TEXT = "Kenya condemned Uganda.\n\n  Ruto praised Kenya ."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline trained on three sentences until it knows them by heart."""
    from spacy.training import Example

    pipeline = spacy.blank("en")
    pipeline.add_pipe("tagger")
    pipeline.add_pipe("morphologizer")
    pipeline.add_pipe("parser", config={"min_action_freq": 1})
    examples = []
    for words in (
        ["Kenya", "condemned", "Uganda", "."],
        ["Ruto", "praised", "Kenya", "."],
        ["Ministers", "met", "in", "town", "."],
    ):
        last = ["obj"] if len(words) == 4 else ["case", "obl"]
        given = {
            "words": words,
            "tags": ["NNP", "VBD", *(["NNP"] if len(words) == 4 else ["IN", "NN"]), "."],
            "pos": ["PROPN", "VERB", *(["PROPN"] if len(words) == 4 else ["ADP", "NOUN"]), "PUNCT"],
            "heads": [1, 1, *([1] if len(words) == 4 else [3, 1]), 1],
            "deps": ["nsubj", "ROOT", *last, "punct"],
        }
        examples.append(Example.from_dict(pipeline.make_doc(" ".join(words)), given))
    optimizer = pipeline.initialize(lambda: examples)
    for _ in range(40):
        pipeline.update(examples, sgd=optimizer)
    pipeline.meta["name"], pipeline.meta["version"] = "toy", "0.1"
    path = tmp_path_factory.mktemp("pipeline") / "toy"
    pipeline.to_disk(path)
    return path


def test_it_gives_trees_whose_offsets_are_in_the_text(folder: Path) -> None:
    first, *others = SpacyParser(str(folder)).parse(TEXT)

    assert [(t.text, t.upos, t.deprel, t.head) for t in first][:3] == [
        ("Kenya", "PROPN", "nsubj", 1),
        ("condemned", "VERB", "root", -1),
        ("Uganda", "PROPN", "obj", 1),
    ]
    assert first[1].lemma == "condemn"
    assert others
    for sentence in (first, *others):
        assert [t.index for t in sentence] == list(range(len(sentence)))
        assert all(TEXT[t.start : t.end] == t.text for t in sentence)
        assert sum(t.head == -1 for t in sentence) == 1
        assert len(sentence.subtree(sentence.root)) == len(sentence)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "a" * (PIECE * 2 + 7),
        "Kenya condemned Uganda. " * 3_000,
        "Kenya " * 2_000,
        "😀 \u202e é Kenya\n" * 900,
    ],
)
def test_any_text_is_parsed_whole_in_bounded_sentences(folder: Path, text: str) -> None:
    sentences = SpacyParser(str(folder)).parse(text)

    tokens = [token for sentence in sentences for token in sentence]
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert sum(len(t.text) for t in tokens) == len("".join(text.split()))
    assert all(len(sentence) <= MAX_TOKENS for sentence in sentences)


def test_the_coder_codes_with_it_and_says_so(folder: Path) -> None:
    coder = coder_of(CoderSettings(parser=f"spacy:{folder}"))
    enriched = coder(article("Kenya condemned Uganda."), datetime(2025, 1, 1, tzinfo=UTC))

    assert [(m.type.value, m.actors[0].country, m.recipients[0].country) for m in enriched.mentions] == [
        ("ACCUSE", "KEN", "UGA")
    ]
    assert enriched.coder.endswith("+spacy.en-toy-0.1")


def test_what_is_no_parser_is_named_with_the_way_out(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(NotReady, match="has no parser"):
        SpacyParser(str(tmp_path / "blank"))
    with pytest.raises(NotReady, match="name an installed pipeline, or its folder"):
        SpacyParser("no_such_pipeline")
