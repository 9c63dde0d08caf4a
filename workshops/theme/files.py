"""The files of all our pages under hashed names: written once, packed once, cached for good."""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from widgets import front_end

HERE = Path(__file__).parent
KIT = HERE.parent
WIDGETS = Path(front_end.__file__).parent
FOLDERS = (HERE, HERE / "fonts", KIT / "dashboards", KIT / "room", WIDGETS / "shared")
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
BUNDLES = {"phone.css": ("tokens.css", "page.css", "room.css")}
_NEEDS = re.compile(r"""(url\("?|from\s*"|import\s*")(?:[\w.-]+/)*([\w-]+\.\w+)""")


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent; `packed` is its gzip, None where that gains nothing (fonts)."""

    body: bytes
    type: str
    packed: bytes | None


_sent: dict[str, Asset] = {}  # by hashed name; old ones stay, a page out there may still ask


def assets() -> dict[str, str]:
    """Give name → hashed name of every file; an edited file gets a new one."""
    sources = _sources()
    stamp = tuple((name, file.stat().st_mtime_ns) for name, file in sources.items())
    return _hashed(stamp, _instruments_stamp())


def asset(hashed: str) -> Asset | None:
    """Give a file by its hashed name, None when there is no such file."""
    if not _sent:
        assets()
    return _sent.get(hashed)


def asset_url(name: str, prefix: str = "/static/") -> str:
    """Give the address of a file by its plain name; LookupError when there is no such file."""
    return prefix + assets()[name]


def _sources() -> dict[str, Path]:
    """Give plain name → file; a name means one file in the whole kit."""
    found: dict[str, Path] = {}
    for folder in FOLDERS:
        for file in sorted(folder.glob("*.*")):
            if file.suffix in TYPES and found.setdefault(file.name, file) != file:
                raise ValueError(f"{file.name}: {file} and {found[file.name]} share a name")
    return found


def _instruments() -> list[Path]:
    views = sorted(WIDGETS.glob("*/view.js"))
    return [view.parent for view in views if (view.parent / "view.css").is_file()]


def _instruments_stamp() -> int:
    folders = [*_instruments(), WIDGETS / "shared"]
    return max((file.stat().st_mtime_ns for one in folders for file in one.iterdir()), default=0)


@cache
def _hashed(_stamp: tuple[tuple[str, int], ...], _instruments_stamp: int) -> dict[str, str]:
    texts = {name: file.read_bytes() for name, file in _sources().items()}
    for folder in _instruments():
        script, style = front_end.front_end(str(folder / "__init__.py"))
        texts |= {f"{folder.name}.js": script.encode(), f"{folder.name}.css": style.encode()}
    # A phone asks seven times for its first page instead of fifteen: one style sheet, one script.
    texts |= {
        name: b"\n".join(texts[part] for part in parts if part in texts)
        for name, parts in BUNDLES.items()
    }
    texts["phone.js"] = front_end.joined(KIT / "room" / "host.js").encode()
    texts["remote.js"] = front_end.joined(KIT / "room" / "remote.js").encode()
    # The remote's parts reach into the cockpit's; only joined do they find one another.
    texts = {name: text for name, text in texts.items() if not name.startswith("remote_")}
    names: dict[str, str] = {}
    for name in texts:
        _name(name, texts, names)
    return names


def _name(name: str, texts: dict[str, bytes], names: dict[str, str]) -> str:
    """Give a file its hashed name, after those it names itself (fonts, imported scripts)."""
    if name in names:
        return names[name]
    body, suffix = texts[name], Path(name).suffix
    if suffix in {".css", ".js"}:

        def renamed(found: re.Match[str]) -> str:
            needed = found[2]
            return f"{found[1]}./{_name(needed, texts, names)}" if needed in texts else found[0]

        body = _NEEDS.sub(renamed, body.decode()).encode()
    stem = name.removesuffix(suffix)
    names[name] = f"{stem}.{hashlib.sha256(body).hexdigest()[:12]}{suffix}"
    packed = None if suffix == ".woff2" else gzip.compress(body, 9, mtime=0)
    _sent[names[name]] = Asset(body, TYPES[suffix], packed)
    return names[name]
