"""How Slack signs what it sends over HTTP.

https://docs.slack.dev/authentication/verifying-requests-from-slack/
"""

from __future__ import annotations

import hashlib
import hmac


def signature_headers(secret: str, body: bytes, at: float) -> dict[str, str]:
    """The two headers for a body that is sent at a time, in seconds since 1970."""
    timestamp = str(int(at))
    signed = b":".join((b"v0", timestamp.encode(), body))
    digest = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}
