"""The entry point: the commands, and errors as one clear line."""

import sys

import click

from dateline.cli.code import code
from dateline.cli.dead import dead
from dateline.cli.run import run
from dateline.cli.schemas import schemas
from dateline.cli.services import SERVICES
from dateline.cli.settings import settings
from dateline.cli.status import status
from dateline.cli.story import story
from dateline.cli.subscribe import subscribe
from dateline.cli.topics import topics


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="dateline", message="dateline %(version)s")
def commands() -> None:
    """The news wire as a live stream of structured political events: who did what to whom, when, where, and who
    says so.

    \b
    Try it:     dateline run                          the pipeline on one machine, over a sample wire
    Look:       dateline subscribe events --follow    its events as JSON lines
    Your own:   dateline run --feed URL               or --folder DIR
    On Kafka:   dateline topics create                and one process each: dateline fetcher, dateline enricher, ...
    """


for command in (run, code, subscribe, story, dead, status, settings, schemas, *SERVICES, topics):
    commands.add_command(command)


def main() -> None:
    """Runs the command line; a known error is one line on standard error and exit code 1."""
    try:
        sys.exit(commands.main(standalone_mode=False))  # what a command exits with is given back, not raised
    except click.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except ModuleNotFoundError as error:
        if (error.name or "dateline").partition(".")[0].startswith("dateline"):
            raise
        way_out = "in a clone, `make install` or `pip install -e '.[all]'` brings what the commands need"
        click.echo(f"Error: {error.name} is not installed; {way_out}", err=True)
        sys.exit(1)
    except BrokenPipeError:  # the reader of a pipe has left, as `head` does
        sys.stderr.close()
        sys.exit(0)
