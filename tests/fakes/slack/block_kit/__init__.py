"""Which messages and views Slack refuses: pure functions from payloads to problems.

The limits are those of https://docs.slack.dev/reference/block-kit and of the pages it links
to; a rule that comes from elsewhere names its source where it is written.
"""

from tests.fakes.slack.block_kit.messages import message_problems, metadata_problems
from tests.fakes.slack.block_kit.problem import Problem
from tests.fakes.slack.block_kit.views import view_problems

__all__ = ["Problem", "message_problems", "metadata_problems", "view_problems"]
