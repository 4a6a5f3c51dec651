"""Amounts as one says them: "more than 10 billion EUR", "about 4,000 workers"."""

from dateline_schemas import Bound, Quantity, QuantityKind

SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
SAID = {Bound.OVER: "more than ", Bound.UNDER: "less than ", Bound.ABOUT: "about "}
PLURALS = {"person": "people", "foot": "feet", "man": "men", "woman": "women", "child": "children"}
ALIKE = frozenset({"people", "police", "staff", "aircraft", "percent"})
"""Nouns whose plural is no other word."""


def in_words(quantity: Quantity) -> str:
    """The amount with its bound, its unit and its period."""
    said = SAID.get(quantity.bound, "") + figure(quantity.value)
    if quantity.bound is Bound.RANGE and quantity.upper is not None:
        said += f" to {figure(quantity.upper)}"
    return said + unit(quantity) + (f" a {quantity.per}" if quantity.per else "")


def figure(value: float) -> str:
    for scale, name in SCALES:
        if abs(value) >= scale:
            return f"{value / scale:.6g} {name}"
    return f"{value:,.6g}" if abs(value) < 1e6 and value != int(value) else f"{int(value):,}"


def unit(quantity: Quantity) -> str:
    """What stands behind the figure: "%", " EUR", " ships"."""
    if quantity.kind is QuantityKind.PERCENT:
        return "%"
    if not quantity.unit:
        return ""
    is_one = quantity.kind is QuantityKind.MONEY or (quantity.value == 1 and quantity.upper is None)
    return f" {quantity.unit if is_one else plural(quantity.unit)}"


def plural(noun: str) -> str:
    """The plural of a noun; an abbreviation has none."""
    if len(noun) < 3 or noun != noun.lower() or noun.endswith("s") or noun in ALIKE:
        return noun
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return PLURALS.get(noun) or noun + ("es" if noun.endswith(("x", "z", "ch", "sh")) else "s")
