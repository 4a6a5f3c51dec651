"""A coded article, printed for a person."""

from rich.console import Console
from rich.text import Text

from dateline.cli.lines import amount, mention_line, printable
from dateline_schemas import EnrichedArticle, Span


def print_coded(enriched: EnrichedArticle, *, explain: bool) -> None:
    """Title, actors, topics, and each event mention with its sentence; with `explain` the rules and the reasons."""
    console = Console(highlight=False)
    article = enriched.article
    console.print(Text(printable(article.title) or "(no title)", "bold underline"))
    published = article.published.date() if article.published else "date not known"
    console.print(Text(f"{printable(article.outlet)}, {published}, coded by {enriched.coder}", "dim"))
    if enriched.not_coded:
        console.print(f"not coded: {enriched.not_coded.reason}: {enriched.not_coded.detail}\n")
        return
    for actor in enriched.actors:
        line = Text(f"  {printable(actor.name)}", "bold")
        described = [actor.kind.value, actor.country, actor.sector, actor.office]
        line.append(f"  {', '.join(printable(str(part)) for part in described if part)}", "not bold")
        if explain:
            line.append(f"  {actor.rule}, {actor.confidence:.2f}, at {_spans(actor.spans)}", "dim")
        console.print(line)
    if enriched.topics:
        console.print(Text("  topics: " + ", ".join(f"{t.label} {t.score:.2f}" for t in enriched.topics), "dim"))
    if enriched.quantities:
        amounts = (amount(q) + (f" ({q.counted})" if q.counted else "") for q in enriched.quantities)
        console.print(Text("  amounts: " + "; ".join(amounts), "dim"))
    console.print()
    for mention in enriched.mentions:
        console.print(mention_line(mention))
        console.print(Text(f"    “{printable(mention.quote)}”", "dim"))
        if explain:
            where = f"trigger {mention.trigger.start}–{mention.trigger.end}"
            console.print(Text(f"    {mention.rule}, {mention.confidence:.2f}, {where}", "dim"))
            for name, reason in mention.empty.items():
                console.print(Text(f"    no {name}: {reason}", "dim"))
    console.print()


def _spans(spans: tuple[Span, ...]) -> str:
    shown = [f"{span.start}–{span.end}" for span in spans[:5]]
    return ", ".join(shown) + (f" +{len(spans) - 5}" if len(spans) > 5 else "")
