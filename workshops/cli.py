"""The command `laeringsdage`: starting, exporting, checking. Each command imports what it runs."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Callable
from getpass import getpass
from pathlib import Path
from typing import Any

from workshops.cli_papers import PAPERS, tell
from workshops.store import Declined
from workshops.words import both, words

KIT = Path(__file__).resolve().parent.parent


def parser() -> argparse.ArgumentParser:
    """Give the command line: every command with its options and help in both languages."""
    line = argparse.ArgumentParser(prog="laeringsdage", description=both("cli_about"))
    commands = line.add_subparsers(dest="command", metavar="…", required=True)
    for run, options in COMMANDS.items():
        name = run.__name__.strip("_")
        text = both(f"cli_{name}")
        example = both(f"cli_{name}_example") if f"cli_{name}_example" in words() else None
        command = commands.add_parser(name, help=text, description=text, epilog=example)
        command.set_defaults(run=run)
        for option, how in options.items():
            word = option.lstrip("-").replace("-", "_")
            command.add_argument(option, help=both(f"cli_{word}"), **how)
    return line


def _start(options: argparse.Namespace) -> int:
    from workshops.room.starting import start

    return start(options)


def _lab(options: argparse.Namespace) -> int:
    from workshops.exercises import content

    ways = [str(KIT), os.environ.get("PYTHONPATH", "")]
    os.environ["PYTHONPATH"] = os.pathsep.join(way for way in ways if way)
    # Lab asks whether it may fetch news unless its settings say that nobody wants to be asked.
    settings = [str(Path(__file__).parent / "lab"), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(one for one in settings if one)
    # Plotly's other way to show a figure puts its whole script into the notebook, and asks a host
    # outside for formulas.
    os.environ.setdefault("PLOTLY_RENDERER", "plotly_mimetype")
    asked = [
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.root_dir={content()}",
        # Lab asks other hosts for news and new versions unless it is told not to.
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
        *(["--no-browser"] if options.no_browser else []),
        *(["--allow-root"] if hasattr(os, "geteuid") and not os.geteuid() else []),
    ]
    from jupyterlab.labapp import main as lab

    lab(asked)
    return 0


def _export(options: argparse.Namespace) -> int:
    from workshops.takeaway.command import told

    return tell(told(options))


def _frames(options: argparse.Namespace) -> int:
    from workshops.frames_files import told

    return tell(told(options))


def _bench(options: argparse.Namespace) -> int:
    from workshops.bench import main as bench

    return bench(options)


def _rehearse(options: argparse.Namespace) -> int:
    from workshops.rehearse import main as rehearse

    return rehearse(options)


def _check(options: argparse.Namespace) -> int:
    from workshops.checks import look_over

    said, fine = look_over(fix=options.fix, release=options.release)
    print(*said, sep="\n")
    return 0 if fine else 1


def _new(options: argparse.Namespace) -> int:
    from workshops.checks.drafts import draft

    file, notebook = draft(options.day, options.exercise, options.method, options.notebook)
    print(both("new_done", path=file, notebook=notebook))
    return 0


def _backup(options: argparse.Namespace) -> int:
    from workshops.store.carrying import carry
    from workshops.store.opening import data_folder, open_data

    away = options.to is not None or options.passphrase
    passphrase = _new_passphrase() if options.passphrase else ""
    store = open_data(options.data)
    try:
        if not away:
            print(both("cli_written", path=store.backup()))
            return 0
        file = carry(store, data_folder(options.data), options.to, passphrase)
    finally:
        store.close()
    print(both("cli_written", path=file), both("cli_carry_on", file=file.name), sep="\n")
    return 0


def _new_passphrase() -> str:
    """Ask for a passphrase twice: a slip of the finger would lock the copy for good."""
    from workshops.store.sealing import fitting

    passphrase = getpass(both("cli_passphrase_new"))
    fitting(passphrase)
    if getpass(both("cli_passphrase_again")) != passphrase:
        raise Declined("cli_passphrase_differs")
    return passphrase


def _restore(options: argparse.Namespace) -> int:
    from workshops.store.opening import data_folder
    from workshops.store.restoring import refuse_running, restore

    refuse_running(data_folder(options.data))
    try:
        done = restore(options.file, options.data)
    except Declined as no:
        if no.word != "refused_passphrase_needed":
            raise
        done = restore(options.file, options.data, getpass(both("cli_passphrase_ask")))
    for word, facts in done.told:
        print(both(word, **facts))
    return 0


def _forget(options: argparse.Namespace) -> int:
    from workshops.identity import card
    from workshops.store.opening import open_data

    store = open_data(options.data)
    try:
        seats = store.events("seat")
        wanted = {options.participant, card(options.participant)}
        found = {seat.subject for seat in seats if seat.value.get("code") in wanted}
        found |= {seat.subject for seat in seats if seat.subject == f"p:{options.participant}"}
        if len(found) != 1:
            raise Declined("cli_forget_unknown", participant=options.participant)
        sure = both("cli_forget_sure", participant=options.participant)
        if not options.yes and input(sure).strip().lower()[:1] not in {"j", "y"}:
            print(both("cli_nothing_done"))
            return 1
        store.forget(found.pop().removeprefix("p:"))
    finally:
        store.close()
    print(both("cli_forgotten"))
    return 0


FLAG: dict[str, Any] = {"action": "store_true"}
FOLDER: dict[str, Any] = {"type": Path, "metavar": "DIR"}
COMMANDS: dict[Callable[[argparse.Namespace], int], dict[str, dict[str, Any]]] = {
    _start: {
        "--port": {"type": int, "default": 8080},
        "--data": FOLDER,
        "--no-browser": FLAG,
    },
    _lab: {"--no-browser": FLAG},
    _export: {
        "--day": {},
        "--language": {"choices": ["da", "en"], "default": "da"},
        "--formats": {"metavar": "A,B", "default": ""},
        "--data": FOLDER,
        "--out": {**FOLDER, "default": Path("exports")},
    },
    _frames: {
        "--day": {},
        "--exercise": {"metavar": "ID"},
        "--data": {**FOLDER, "action": "append"},
        "--format": {"choices": ["csv", "json"], "default": "csv"},
        "--out": {**FOLDER, "default": Path("exports/frames")},
    },
    **PAPERS,
    _backup: {"--data": FOLDER, "--to": FOLDER, "--passphrase": FLAG},
    _restore: {"file": {"type": Path}, "--data": FOLDER},
    _forget: {"participant": {}, "--data": FOLDER, "--yes": FLAG},
    _rehearse: {
        "--days": {"default": "1-4", "metavar": "1-4"},
        "--people": {"type": int, "default": 25, "metavar": "N"},
        "--seed": {"type": int, "default": 7, "metavar": "N"},
        "--all": FLAG,
        "--data": FOLDER,
        "--out": FOLDER,
    },
    _check: {"--fix": FLAG, "--release": FLAG},
    _new: {"day": {}, "exercise": {}, "--method": {"required": True}, "--notebook": {}},
    _bench: {
        "what": {"choices": ["room", "wall", "follow", "pages", "takeaway"]},
        "--people": {"type": int, "default": 25, "metavar": "N"},
        "--against": {"choices": ["voila"]},
    },
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; a fault of the machine becomes a sentence, never a traceback."""
    if hasattr(sys.stdout, "reconfigure"):  # an old console may lack a letter of ours
        sys.stdout.reconfigure(errors="replace")
        sys.stderr.reconfigure(errors="replace")
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options) or 0)
    except KeyboardInterrupt:
        print(f"\n{both('cli_interrupted')}", file=sys.stderr)
        return 130
    except Declined as no:
        print(both(no.word, **no.facts), file=sys.stderr)
    except OSError as fault:
        full = errno.errorcode.get(fault.errno or 0) in {"ENOSPC", "EDQUOT"}
        if not full and not isinstance(fault, PermissionError | FileNotFoundError):
            raise
        word = "err_disk" if full else "cli_no_access"
        print(both(word, path=fault.filename or "…"), file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
