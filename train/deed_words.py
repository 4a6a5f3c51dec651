"""Makes the corroborator's lists of irregular forms and of what words for deeds mean, from WordNet.

    python -m train.deed_words      reads /usr/share/wordnet (Debian: wordnet-base, wordnet-sense-index; WordNet 3.0)

A word's meanings are the sets of synonyms that it stands in, its verb's and its noun's, those of the words that are
derived from it (acquire, acquisition), and the sets right above these. Each has a share: how often the word is meant
so in the texts whose words WordNet's makers marked by hand, of a set above SHARE_ABOVE as much.

A noun that mostly means what its verb does counts as a form of the verb, where the endings do not show it: decision,
explosion, replacement.
"""

from collections import defaultdict
from pathlib import Path

from dateline.corroborator.words.wording import plain_stem
from dateline.corroborator.words.wordlists import rows

WORDNET = Path("/usr/share/wordnet")
DATA = Path(__file__).parents[1] / "services/dateline/corroborator/data"
KINDS = {"verb": "v", "noun": "n"}
SHARE_DERIVED = 0.9
SHARE_ABOVE = 0.7
LEAST_SHARE = 0.1
UNSEEN = 0.5
"""For how many marked places a meaning counts that was never marked."""
OF_DEEDS = frozenset({"04", "10", "11", "22"})
"""The parts of WordNet's nouns for acts, for what is said, for happenings and for processes."""
TOLD_BY = {"according": "say"}
"""What tells of a deed without its verb."""
MOSTLY = 0.4
"""The share of its uses in which a noun must mean what its verb does."""
HEAD = (
    "# From WordNet 3.0, copyright 2006 by Princeton University, under the WordNet license; by train/deed_words.py.\n"
)
Senses = dict[tuple[str, str], float]


def main() -> None:
    meanings, counts, forms = read_index(), read_counts(), irregular()
    synsets = {kind: read_synsets(name) for name, kind in KINDS.items()}
    known = {word for row in rows("background_terms") for word in row[:1]}
    shares: dict[str, Senses] = defaultdict(dict)
    for (kind, lemma), offsets in sorted(meanings.items()):
        total = sum(counts[lemma, kind, offset] for offset in offsets)
        if not lemma.isalpha() or (kind == "n" and not total and lemma not in known):
            continue
        found = shares[plain_stem(lemma)]
        for offset in offsets:
            share = (counts[lemma, kind, offset] + UNSEEN) / (total + UNSEEN * len(offsets))
            for meaning, part in around(lemma, kind, offset, synsets):
                found[meaning] = max(found.get(meaning, 0.0), share * part)
    write_senses(shares)
    forms = {form: lemma for form, lemma in forms.items() if keeps(form, lemma, counts)} | misread(meanings)
    forms = nouns(meanings, counts, synsets, known) | forms | TOLD_BY
    lines = [f"{form} {lemma}" for form, lemma in sorted(forms.items())]
    (DATA / "irregular.txt").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} irregular forms")


def around(
    lemma: str, kind: str, offset: str, synsets: dict[str, dict[str, tuple[list[str], list[list[str]]]]]
) -> list[tuple[tuple[str, str], float]]:
    """The meaning itself, those of what is derived from the word in it, and those right above each."""
    words, pointers = synsets[kind][offset]
    near = [((kind, offset), 1.0)]
    for symbol, other, other_kind, ends in pointers:
        source = int(ends[:2], 16)
        if symbol == "+" and other_kind in synsets and (not source or words[source - 1].lower() == lemma):
            near.append(((other_kind, other), SHARE_DERIVED))
    above = [
        ((other_kind, other), SHARE_ABOVE * part)
        for (its_kind, its), part in near
        for symbol, other, other_kind, _ in synsets[its_kind][its][1]
        if symbol == "@"
    ]
    return near + above


def write_senses(shares: dict[str, Senses]) -> None:
    """Meanings that only one word has tell nothing of two."""
    kept = {
        stem: {meaning: share for meaning, share in found.items() if share >= LEAST_SHARE}
        for stem, found in shares.items()
    }
    users: dict[tuple[str, str], int] = defaultdict(int)
    for found in kept.values():
        for meaning in found:
            users[meaning] += 1
    numbers = {meaning: number for number, meaning in enumerate(sorted(m for m, count in users.items() if count > 1))}
    lines = []
    for stem, found in sorted(kept.items()):
        told = [f"{numbers[m]}:{share * 100:.0f}" for m, share in sorted(found.items()) if m in numbers]
        if told:
            lines.append(f"{stem} {' '.join(told)}")
    (DATA / "deed_senses.txt").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} stems, {len(numbers)} meanings")


def keeps(form: str, lemma: str, counts: dict[tuple[str, str, str], int]) -> bool:
    """Whether the form is the verb's, and not rather a word of its own ("wound", "saw")."""

    if not form.isalpha() or plain_stem(form) == plain_stem(lemma):
        return False
    as_word = sum(count for (other, _, _), count in counts.items() if other == form)
    return as_word <= sum(count for (other, kind, _), count in counts.items() if (other, kind) == (lemma, "v"))


def nouns(
    meanings: dict[tuple[str, str], list[str]],
    counts: dict[tuple[str, str, str], int],
    synsets: dict[str, dict[str, tuple[list[str], list[list[str]]]]],
    known: set[str],
) -> dict[str, str]:
    """The verb of each noun that mostly means what the verb does, is no shorter than it and is no verb itself;
    in the plural too."""
    part_of, found = read_parts(), {}
    for (kind, noun), offsets in sorted(meanings.items()):
        seen = sum(counts[noun, kind, offset] for offset in offsets)
        if kind != "n" or not noun.isalpha() or ("v", noun) in meanings or not (seen or noun in known):
            continue
        shares: dict[str, float] = defaultdict(float)
        for offset in offsets:
            if part_of[offset] in OF_DEEDS:
                for verb in sorted(verbs_of(noun, offset, synsets)):
                    shares[verb] += (counts[noun, kind, offset] + UNSEEN) / (seen + UNSEEN * len(offsets))
        verb = min(shares, key=lambda verb: (-shares[verb], len(verb), verb), default="")
        if verb and shares[verb] >= MOSTLY and plain_stem(verb) != plain_stem(noun):
            found[noun] = verb
    kept = {noun: verb for noun, verb in found.items() if noun[0] == verb[0] and len(verb) <= len(noun)}
    return kept | {plural(noun): verb for noun, verb in kept.items()}


def plural(noun: str) -> str:
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun[:-1] + "ies" if noun[-1] == "y" and noun[-2] not in "aeiou" else noun + "s"


def verbs_of(noun: str, offset: str, synsets: dict[str, dict[str, tuple[list[str], list[list[str]]]]]) -> set[str]:
    """The verbs from which the noun is made in this meaning."""
    words, pointers = synsets["n"][offset]
    found = set()
    for symbol, other, kind, ends in pointers:
        source, target = int(ends[:2], 16), int(ends[2:], 16)
        if symbol == "+" and kind == "v" and source and target and words[source - 1].lower() == noun:
            found.add(synsets["v"][other][0][target - 1].lower())
    return {verb for verb in found if verb.isalpha()}


def read_parts() -> dict[str, str]:
    """In which part of WordNet's nouns each meaning stands."""
    lines = (WORDNET / "data.noun").read_text(encoding="utf-8").splitlines()
    return {line.split()[0]: line.split()[1] for line in lines if not line.startswith(" ")}


def misread(meanings: dict[tuple[str, str], list[str]]) -> dict[str, str]:
    """The regular forms of verbs that look like somebody who does something: offer, murder, sponsor."""
    verbs = (lemma for kind, lemma in meanings if kind == "v" and lemma.isalpha() and lemma.endswith(("er", "or")))
    forms = ((lemma + ending, lemma) for lemma in verbs for ending in ("ed", "ing"))
    return {form: lemma for form, lemma in forms if plain_stem(form) != plain_stem(lemma)}


def irregular() -> dict[str, str]:
    forms: dict[str, str] = {}
    for line in (WORDNET / "verb.exc").read_text(encoding="utf-8").splitlines():
        form, lemma = line.split()[:2]
        forms.setdefault(form, lemma)
    return forms


def read_index() -> dict[tuple[str, str], list[str]]:
    """The offsets of each lemma's meanings, by kind of word."""
    found = {}
    for name, kind in KINDS.items():
        for line in (WORDNET / f"index.{name}").read_text(encoding="utf-8").splitlines():
            if not line.startswith(" "):
                parts = line.split()
                found[kind, parts[0]] = parts[6 + int(parts[3]) :]
    return found


def read_counts() -> dict[tuple[str, str, str], int]:
    """How often a lemma is marked in a meaning."""
    found: dict[tuple[str, str, str], int] = defaultdict(int)
    for line in (WORDNET / "index.sense").read_text(encoding="utf-8").splitlines():
        key, offset, _, count = line.split()
        lemma, _, rest = key.partition("%")
        if rest[0] in "12":
            found[lemma, "n" if rest[0] == "1" else "v", offset] = int(count)
    return found


def read_synsets(name: str) -> dict[str, tuple[list[str], list[list[str]]]]:
    """The words of each meaning, and its pointers: symbol, offset, kind, from which word to which."""
    found = {}
    for line in (WORDNET / f"data.{name}").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            parts = line.partition(" | ")[0].split()
            count = int(parts[3], 16)
            at = 4 + 2 * count
            pointers = [parts[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(parts[at]))]
            found[parts[0]] = ([parts[4 + 2 * i] for i in range(count)], pointers)
    return found


if __name__ == "__main__":
    main()
