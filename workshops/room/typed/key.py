"""The key to the desk's typing page: made of the room's own token, and good for nothing else."""

from __future__ import annotations

import hmac

ADDRESS = "/type"


def key_of(token: str) -> str:
    """Give the key a link carries: whoever has it may type in, and not use the store's verbs."""
    return hmac.digest(token.encode(), b"type in paper", "sha256").hex()[:40]


def link(room: str, token: str) -> str:
    """Give the address of the desk's typing page, on this machine only."""
    return f"{room}{ADDRESS}?key={key_of(token)}"
