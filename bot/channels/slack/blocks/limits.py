"""What Slack takes at most, with the page that says so. Lengths are characters.

A text's length is counted by ``text.size``, which is never less than Slack's own count.
"""

from __future__ import annotations

from typing import Final

# https://docs.slack.dev/reference/block-kit/blocks
MESSAGE_BLOCKS: Final = 50
VIEW_BLOCKS: Final = 100

# https://docs.slack.dev/reference/block-kit/composition-objects/text-object
TEXT: Final = 3000

# https://docs.slack.dev/reference/block-kit/blocks/header-block
HEADER: Final = 150

# https://docs.slack.dev/reference/block-kit/blocks/input-block
LABEL: Final = 2000

# https://docs.slack.dev/reference/block-kit/block-elements/button-element
# https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element
BUTTON: Final = 75
VALUE: Final = 2000

# https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object
CONFIRM_TITLE: Final = 100
CONFIRM_TEXT: Final = 300
CONFIRM_BUTTON: Final = 30

# https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element
PLACEHOLDER: Final = 150

# https://docs.slack.dev/reference/block-kit/composition-objects/option-object
# https://docs.slack.dev/reference/block-kit/composition-objects/option-group-object
OPTION: Final = 75
OPTION_VALUE: Final = 150
OPTIONS: Final = 100
OPTION_GROUPS: Final = 100

# https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
INPUT: Final = 3000

# https://docs.slack.dev/reference/views
VIEW_TITLE: Final = 24

# https://docs.slack.dev/reference/methods/views.open, under the error view_too_large: 250 kB.
VIEW_BYTES: Final = 200_000

# Undocumented: https://github.com/slackapi/bolt-js/issues/2509 was refused from 13,297 characters
# of text on; https://github.com/slackapi/bolt-js/issues/2867 with 17,694 characters of JSON, but
# not with 15,561. The JSON as UTF-8 is never shorter than either count.
MESSAGE_BYTES: Final = 13_000

# https://docs.slack.dev/reference/methods/chat.postMessage recommends 4,000 for ``text``.
FALLBACK: Final = 4000
FALLBACK_PARAGRAPH: Final = 3000
