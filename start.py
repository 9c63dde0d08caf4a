"""Set the kit up in .venv, then start it or run every check.

    python3 start.py                 starts Læringsdage (options go to `laeringsdage start`)
    python3 start.py lab             any other command of `laeringsdage`
    python3 start.py test [--long]   every check; what follows goes to pytest

Standard library only. Python 3.6 must be able to read this file, so that a too old Python gets a
sentence and not a syntax error; for the same reason the sentences stand here and not in words.toml.
"""

import errno
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 11)
WINDOWS = os.name == "nt"

# Each cause in Danish and in English, a paragraph each.
TOO_OLD = """\
Læringsdage kræver Python 3.11 eller nyere; her er {has}.
Hent en nyere på python.org, og prøv igen.
Læringsdage needs Python 3.11 or newer; this is {has}.
Get a newer one from python.org, and try again."""
NO_VENV = """\
Python kan ikke lave et virtuelt miljø her.
På Debian og Ubuntu hjælper »sudo apt install python3-venv«. Prøv så igen.
This Python cannot make a virtual environment.
On Debian and Ubuntu `sudo apt install python3-venv` helps. Then try again."""
NO_NETWORK = """\
Pakkerne kan ikke hentes: Der er ingen forbindelse, og mappen wheels/ er her ikke.
Gå på nettet, eller læg wheels/ ved siden af start.py, og prøv igen.
The packages cannot be fetched: there is no connection, and no folder wheels/ here.
Go online, or put wheels/ next to start.py, and try again."""
NO_PACKAGE = """\
En af pakkerne findes ikke til denne maskine med Python {has}.
Brug Python 3.11–3.14; bruger du wheels/, så hent mappen på ny. Prøv så igen.
One of the packages does not exist for this machine with Python {has}.
Use Python 3.11–3.14; if you use wheels/, fetch that folder anew. Then try again."""
WRONG_HASH = """\
En pakke er ikke den, der står i requirements.lock, og blev ikke installeret.
Prøv igen på et andet net; bruger du wheels/, så hent mappen på ny.
A package is not the one named in requirements.lock, and was not installed.
Try again on another network; if you use wheels/, fetch that folder anew."""
FULL = """\
Disken er fuld. Frigør mindst 2 GB, og prøv igen.
The disk is full. Free at least 2 GB, and try again."""
NO_WRITING = """\
Der kan ikke skrives i {folder}.
Flyt sættet til en mappe, hvor du må skrive, og prøv igen.
Nothing can be written in {folder}.
Move the kit to a folder where you may write, and try again."""
UNKNOWN = """\
Opsætningen lykkedes ikke. Det sidste, der blev sagt, står herover; resten i {log}.
Prøv igen, eller send filen til den, der hjælper jer.
The set-up did not succeed. The last that was said stands above; the rest in {log}.
Try again, or send that file to whoever helps you."""

# What pip and venv write, on any platform, when the cause is one we can name.
SIGNS = (
    (FULL, ("No space left on device", "[Errno 28]", "[WinError 112]", "[Errno 122]")),
    (NO_VENV, ("ensurepip is not available", "No module named ensurepip", "No module named venv")),
    (WRONG_HASH, ("DO NOT MATCH THE HASHES",)),
    (
        NO_NETWORK,
        (
            "NewConnectionError",
            "NameResolutionError",
            "ConnectTimeoutError",
            "ReadTimeoutError",
            "ProxyError",
            "SSLError",
            "Failed to establish a new connection",
            "name resolution",
            "getaddrinfo failed",
            "Network is unreachable",
        ),
    ),
    (NO_PACKAGE, ("No matching distribution found", "Could not find a version that satisfies")),
    (NO_WRITING, ("Permission denied", "[WinError 5]", "Read-only file system")),
)
FOUND = ("Collecting ", "Processing ")  # how pip begins the line of one package


class Stopped(Exception):
    """The set-up cannot go on; the message says so in both languages."""


def cause(said: str) -> "str | None":
    """Give the sentence for what pip or venv said, or None when nothing in it is known."""
    for words, signs in SIGNS:
        if any(sign in said for sign in signs):
            return words
    return None


def cause_of(fault: OSError) -> str:
    """Give the sentence for what the operating system refused."""
    full = errno.errorcode.get(fault.errno) in {"ENOSPC", "EDQUOT"}
    return FULL if full or getattr(fault, "winerror", 0) == 112 else NO_WRITING


def command_of(root: Path, name: str) -> Path:
    """Give the path of a program in the kit's .venv."""
    return root / ".venv" / ("Scripts" if WINDOWS else "bin") / (name + ".exe" * WINDOWS)


def stamp(root: Path) -> "tuple[str, str]":
    """Give what .venv was made for (place and Python) and from (the lock)."""
    lock = hashlib.sha256((root / "requirements.lock").read_bytes()).hexdigest()
    return "Python {}.{} {}".format(*sys.version_info[:2], root), lock


def set_up(root: Path) -> None:
    """Make .venv what the lock says; nothing is done when it is so already."""
    place, lock = stamp(root)
    stood = root / ".venv" / "installed"
    had = stood.read_text(encoding="utf-8").splitlines() if stood.is_file() else []
    python = command_of(root, "python")
    if had == [place, lock] and python.exists():
        return
    if had[:1] != [place] or not python.exists():
        # Also after a set-up that was cut short: half a package looks whole to pip.
        make_venv(root)
    else:
        stood.unlink()
    install(root)
    put_in_kit(root)
    stood.write_text(place + "\n" + lock + "\n", encoding="utf-8")


def make_venv(root: Path) -> None:
    """Make an empty .venv, also where an old or broken one stands."""
    tell("1/3 Laver .venv", "Making .venv")
    # The Python behind: run from .venv itself, this would clear away its own ground.
    behind = getattr(sys, "_base_executable", None) or sys.executable
    shutil.rmtree(str(root / ".venv"), ignore_errors=True)
    (root / ".venv").mkdir(exist_ok=True)
    run_logged(root, [behind, "-m", "venv", str(root / ".venv")])


def install(root: Path) -> None:
    """Install the lock, from wheels/ when that folder stands there."""
    wheels = root / "wheels"
    if wheels.is_dir():
        tell("2/3 Lægger pakker ind fra wheels/", "Installing packages from wheels/")
        source = ["--no-index", "--find-links", str(wheels)]
    else:
        tell("2/3 Henter pakker (et par minutter)", "Fetching packages (a few minutes)")
        source = ["--retries", "2"]
    pip = [str(command_of(root, "python")), "-m", "pip", "--disable-pip-version-check"]
    quiet = ["--no-input", "--progress-bar", "off", "--only-binary", ":all:", "--require-hashes"]
    run_logged(root, [*pip, "install", *quiet, *source, "-r", str(root / "requirements.lock")])


def put_in_kit(root: Path) -> None:
    """Make the kit importable in .venv, and `laeringsdage` a command there."""
    tell("3/3 Lægger sættet ind", "Putting the kit in")
    ask = "import sysconfig; print(sysconfig.get_paths()['purelib'])"
    python = str(command_of(root, "python"))
    packages = subprocess.check_output([python, "-c", ask], universal_newlines=True).strip()
    # Relative, so that no letter of the kit's own path meets an encoding.
    way = os.path.relpath(str(root), packages)
    (Path(packages) / "laeringsdage.pth").write_text(way + "\n", encoding="ascii")
    if WINDOWS:
        command = command_of(root, "python").with_name("laeringsdage.cmd")
        lines = '@"%~dp0python.exe" -P -m workshops.cli %*\n'
    else:
        command = command_of(root, "python").with_name("laeringsdage")
        lines = '#!/bin/sh\nexec "$(dirname "$0")/python" -P -m workshops.cli "$@"\n'
    command.write_text(lines, encoding="ascii")
    command.chmod(0o755)


def run_logged(root: Path, command: "list[str]") -> None:
    """Run a step of the set-up; what it says goes to a log and shows only when we know no cause."""
    log = root / ".venv" / "set-up.log"
    said = []  # kept here too: the full disk may have no room for the log
    output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "universal_newlines": True}
    with log.open("a", encoding="utf-8") as kept, subprocess.Popen(
        command, cwd=str(root), errors="replace", **output
    ) as step:
        for line in step.stdout or ():
            said.append(line)
            kept.write(line)
            show(said)
    if step.returncode:
        known = cause("".join(said))
        last = "" if known else "".join(said[-8:])
        has = "{}.{}".format(*sys.version_info[:2])
        raise Stopped(last + (known or UNKNOWN).format(has=has, folder=root, log=log))


def show(said: "list[str]") -> None:
    """Show on a terminal how far pip has come, on one line."""
    if sys.stdout.isatty() and said[-1].startswith((*FOUND, "Installing ", "Successfully ")):
        packages = len([line for line in said if line.startswith(FOUND)])
        what = said[-1].split()[1].partition("=")[0] if said[-1].startswith(FOUND) else "…"
        end = "\n" if said[-1].startswith("Successfully ") else ""
        print(f"\r    {packages:>4}  {Path(what).name[:50]:<50}", end=end, flush=True)


def tell(danish: str, english: str) -> None:
    """Say which step is under way."""
    print(danish + " · " + english, flush=True)


def hand_over(command: "list[str]") -> int:
    """Let the command take this process's place, so that signals reach it; give its exit code."""
    if not WINDOWS:
        sys.stdout.flush()
        os.execv(command[0], command)
    try:
        return subprocess.call(command)
    except KeyboardInterrupt:
        return 130


def main(arguments: "list[str]", root: Path = ROOT) -> int:
    """Set up, then do what the arguments ask; give the exit code."""
    has = "{}.{}.{}".format(*sys.version_info[:3])
    if sys.version_info[:2] < OLDEST:
        print(TOO_OLD.format(has=has), file=sys.stderr)
        return 1
    try:
        set_up(root)
        python = str(command_of(root, "python"))
        if arguments[:1] == ["test"]:
            return hand_over([python, str(root / "tests" / "every_check.py"), *arguments[1:]])
        asked = arguments if arguments and arguments[0][:1] != "-" else ["start", *arguments]
        return hand_over([python, "-P", "-m", "workshops.cli", *asked])
    except Stopped as stop:
        print(stop, file=sys.stderr)
    except OSError as fault:
        print(cause_of(fault).format(folder=fault.filename or root), file=sys.stderr)
    except KeyboardInterrupt:
        print("\nAfbrudt · Interrupted", file=sys.stderr)
        return 130
    return 1


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):  # an old console may lack a letter of ours
        sys.stdout.reconfigure(errors="replace")
        sys.stderr.reconfigure(errors="replace")
    sys.exit(main(sys.argv[1:]))
