"""Sealing: bytes that only a passphrase opens, for a copy that leaves the house on a USB stick.

scrypt makes a key of the passphrase, AES-256-GCM hides and guards the bytes; both come from
`cryptography`. A check made along with the key tells a wrong passphrase from a damaged file.
"""

from __future__ import annotations

import hmac
import secrets
import unicodedata

from workshops.store import Declined

MAGIC = b"LAERINGSDAGE\x00\x00\x00\x01"
"""How a sealed file begins; the last byte is the version of what follows."""
LEAST = 10
"""Characters a passphrase must have; four words are more."""

COST = 2**17
"""scrypt's n: 128 MB and a good half second for each try, ours and a thief's."""

SALT, CHECK, NONCE, TAG = 16, 32, 12, 16
HEAD = len(MAGIC) + SALT + CHECK + NONCE


def is_sealed(whole: bytes) -> bool:
    """Say whether a file begins as a sealed one does, of whatever version."""
    return whole.startswith(MAGIC[:-1])


def fitting(passphrase: str) -> None:
    """Decline a passphrase that somebody could guess."""
    if len(_plain(passphrase)) < LEAST:
        raise Declined("refused_passphrase_short", least=LEAST)


def seal(data: bytes, passphrase: str) -> bytes:
    """Give the bytes sealed."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - rarely needed

    salt, nonce = secrets.token_bytes(SALT), secrets.token_bytes(NONCE)
    key, check = _keys(passphrase, salt)
    head = MAGIC + salt + check + nonce
    return head + AESGCM(key).encrypt(nonce, data, head)


def unseal(whole: bytes, passphrase: str) -> bytes:
    """Give what was sealed; declines a wrong passphrase, and ValueError when it is damaged."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - as above

    if not whole.startswith(MAGIC):
        raise Declined("refused_newer_copy")
    if len(whole) < HEAD + TAG:
        raise ValueError("too short")
    if not passphrase:
        raise Declined("refused_passphrase_needed")
    head, salt = whole[:HEAD], whole[len(MAGIC) : len(MAGIC) + SALT]
    key, check = _keys(passphrase, salt)
    if not hmac.compare_digest(check, head[len(MAGIC) + SALT : -NONCE]):
        raise Declined("refused_passphrase")
    try:
        return AESGCM(key).decrypt(head[-NONCE:], whole[HEAD:], head)
    except InvalidTag:
        raise ValueError("damaged") from None


def _plain(passphrase: str) -> str:
    """Give a passphrase as every keyboard writes it: a Mac may type å as two signs."""
    return unicodedata.normalize("NFC", passphrase).strip()


def _keys(passphrase: str, salt: bytes) -> tuple[bytes, bytes]:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt  # noqa: PLC0415 - as above

    made = Scrypt(salt=salt, length=32 + CHECK, n=COST, r=8, p=1)
    both = made.derive(_plain(passphrase).encode())
    return both[:32], both[32:]
