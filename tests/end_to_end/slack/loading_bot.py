"""``policylots`` that never comes to an end of loading, and says that it is at it.

Usage: python -m tests.end_to_end.slack.loading_bot slack [--http]
"""

from __future__ import annotations

import logging
import time

from bot.app import Application
from bot.channels.terminal import main
from bot.services.asking import Asking

LOADING = "loading"


def load(_application: Application) -> Asking:
    logging.getLogger(__name__).warning(LOADING)
    time.sleep(600)
    raise AssertionError("never told to end")


if __name__ == "__main__":
    Application.asking = load  # type: ignore[assignment,method-assign]
    main()
