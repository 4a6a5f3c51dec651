"""Amounts as one says them: "more than 10 billion EUR", "about 4,000 workers"."""

from dateline.telling.tables import plurals, words
from dateline_schemas import Bound, Quantity, QuantityKind

SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def in_words(quantity: Quantity) -> str:
    """The amount with its bound, its unit and its period."""
    bound = words()["bounds"].get(quantity.bound)
    said = f"{bound} {figure(quantity.value)}" if bound else figure(quantity.value)
    if quantity.bound is Bound.RANGE and quantity.upper is not None:
        said += f" to {figure(quantity.upper)}"
    return said + unit(quantity) + period(quantity)


def counted(quantity: Quantity) -> str:
    """What is counted, in brackets, where the unit does not say it: " (Kenyan envoys)"."""
    said, unit_said = quantity.counted or "", quantity.unit or ""
    return f" ({said})" if said and said not in (unit_said, plural(unit_said)) else ""


def figure(value: float) -> str:
    """The number with its thousands parted, of a great one six figures: "1,234", "2.5 million"."""
    scale, name = next(((scale, f" {name}") for scale, name in SCALES if abs(value) >= scale), (1.0, ""))
    shown = float(f"{value / scale:.6g}")
    return (f"{shown:,.0f}" if shown == int(shown) else f"{shown:,g}") + name


def unit(quantity: Quantity) -> str:
    """What stands behind the figure: "%", " EUR", " ships"."""
    if quantity.kind is QuantityKind.PERCENT and not (quantity.unit or "").endswith("point"):
        return "%"
    if not quantity.unit:
        return ""
    is_one = quantity.kind is QuantityKind.MONEY or (quantity.value == 1 and quantity.upper is None)
    return f" {quantity.unit if is_one else plural(quantity.unit)}"


def period(quantity: Quantity) -> str:
    """What the amount is for: " a year", " an hour"."""
    return f" {'an' if quantity.per == 'hour' else 'a'} {quantity.per}" if quantity.per else ""


def plural(noun: str) -> str:
    """The plural of a noun; an abbreviation has none, and what ends with "s" may be one already."""
    if len(noun) < 3 or noun != noun.lower():
        return noun
    known = plurals()
    if noun in known:
        return known[noun]
    for end in words()["compounded"]:
        if noun.endswith(end):
            return noun.removesuffix(end) + known[end]
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    if noun.endswith(("ss", "us", "x", "z", "ch", "sh")):
        return f"{noun}es"
    return noun if noun.endswith("s") else f"{noun}s"
