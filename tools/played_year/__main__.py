"""``python -m tools.played_year``: plays the year and writes what came of it."""

from __future__ import annotations

import argparse
import logging
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.services.reminders.closed_days import swedish_working_time
from bot.storage.database import file_address, open_database
from tools.played_year.cast import PLACES
from tools.played_year.documents import in_use, shipped
from tools.played_year.files import files_of
from tools.played_year.playing import play

EXAMPLES = Path(__file__).parents[2] / "docs/examples"


def main() -> None:
    """Play all municipalities' years, one after the other."""
    parser = argparse.ArgumentParser(prog="python -m tools.played_year", description=__doc__)
    parser.add_argument("--year", type=int, default=2027)
    parser.add_argument("--seed", type=int, default=1, help="another one: people do otherwise")
    parser.add_argument("--out", type=Path, default=EXAMPLES, help="the folder to write into")
    arguments = parser.parse_args()
    # What Slack does not take now and then is part of the play.
    logging.getLogger("bot").setLevel(logging.CRITICAL)
    with TemporaryDirectory() as folder:
        documents = in_use(shipped(), Path(folder))
        for place in PLACES:
            home = Path(folder, place.files)
            home.mkdir()
            with closing(open_database(file_address(home))) as database:
                played = play(place, arguments.year, arguments.seed, documents, EXAMPLES, database)
            for name, content in files_of(played, swedish_working_time()).items():
                Path(arguments.out, name).write_bytes(content)
                sys.stdout.write(f"{name}\n")


if __name__ == "__main__":
    main()
