"""A coded article, printed for a person."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from dateline.cli.explained import actor_lines, article_lines, attribution_lines, mention_lines
from dateline.cli.lines import mention_line, printable
from dateline.telling import counted, in_words, quoted
from dateline_schemas import EnrichedArticle


def print_coded(enriched: EnrichedArticle, *, explain: bool) -> None:
    """Title, actors, topics, and each event mention with its sentence; with `explain` the rules and the reasons."""
    console = Console(highlight=False, soft_wrap=True)
    article = enriched.article
    console.print(Text(printable(article.title) or "(no title)", "bold underline"))
    published = article.published.date() if article.published else "date not known"
    console.print(Text(f"{printable(article.outlet)}, {published}, coded by {enriched.coder}", "dim"))
    for lack in _left_out(enriched):
        console.print(f"not whole: {lack}")
    if enriched.not_coded:
        console.print(f"not coded: {enriched.not_coded.reason}: {enriched.not_coded.detail}\n")
        return
    for actor in enriched.actors:
        line = Text(f"  {printable(actor.name)}", "bold")
        described = [actor.kind.value, actor.country, actor.sector, actor.office]
        line.append(f"  {', '.join(printable(str(part)) for part in described if part)}", "not bold")
        console.print(line)
        if explain:
            _print_dim(console, actor_lines(actor))
    if explain:
        for heading, lines in article_lines(enriched):
            if lines:
                console.print(f"  {heading}")
                _print_dim(console, lines)
    else:
        _print_topics_and_amounts(console, enriched)
    if explain and enriched.attributions:
        console.print("  attributions")
        for said in enriched.attributions:
            _print_dim(console, attribution_lines(article.text, said))
    console.print()
    for mention in enriched.mentions:
        console.print(mention_line(mention))
        console.print(Text(f"    {quoted(printable(mention.quote))}", "dim"))
        if explain:
            _print_dim(console, mention_lines(article.text, mention))
    if not enriched.mentions:
        console.print(Text("  no event: no sentence says a deed that the lexicon knows", "dim"))
    console.print()


def _left_out(enriched: EnrichedArticle) -> Iterator[str]:
    """What of a long text is not here."""
    if enriched.article.text_cut:
        yield f"the text is longer than is read, only its first {len(enriched.article.text):,} characters were"
    if enriched.shed:
        shed = ", ".join(f"{count:,} {name}" for name, count in enriched.shed.items())
        yield f"a record has room for no more, so from the text's end were left out {shed}"


def _print_topics_and_amounts(console: Console, enriched: EnrichedArticle) -> None:
    if enriched.topics:
        console.print(Text("  topics: " + ", ".join(f"{t.label} {t.score:.2f}" for t in enriched.topics), "dim"))
    if enriched.quantities:
        amounts = (printable(in_words(q) + counted(q)) for q in enriched.quantities)
        console.print(Text("  amounts: " + "; ".join(amounts), "dim"))


def _print_dim(console: Console, lines: Iterable[str]) -> None:
    for line in lines:
        console.print(Text(f"    {line}", "dim"))
