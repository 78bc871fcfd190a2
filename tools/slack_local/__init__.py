"""Policylotsen on this machine, without Slack: ``make slack-local``.

local-slack (https://github.com/parvalabs/local-slack) plays Slack, with a page to write and press
in. It listens on every interface and checks nobody's token, so it runs in a network namespace of
its own, together with the assistant; only its page is let out, on 127.0.0.1.

    browser -> 127.0.0.1:3000 -+-> front <-> local-slack
                               |    ^
                               |    +-- policylots slack       (right of the line: the namespace)

The front (``front.py``) makes up for what local-slack does not have: it answers the methods that
are missing, draws the blocks that local-slack cannot show out of those that it can
(``drawing.py``), and makes the buttons of dialogs work (``page.html``).
"""
