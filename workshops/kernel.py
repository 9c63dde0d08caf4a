"""What `exercise` and `plenary` do in a kernel: on the big screen, or for one person in Lab."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any

from workshops import binding, exercises
from workshops.identity import Person
from workshops.programme import planning
from workshops.words import LANGUAGES
from workshops.words import words as kit_words

if TYPE_CHECKING:
    from ipywidgets import Widget

    from workshops.store import Store

ALONE = Person("00000000", alias="Mig", table="1")
"""Who works where nobody joined: Lab, stock Voilà and tests, on a temporary store."""


def face() -> str:
    """Say what this kernel is for: "wall", "desk" or "lab"."""
    return os.environ.get("LAERINGSDAGE_FACE", "lab")


def language() -> str:
    """Give the language of this kernel's instruments, Danish if nothing else is asked for."""
    asked = os.environ.get("LAERINGSDAGE_LANGUAGE", "da")
    return asked if asked in LANGUAGES else "da"


@cache
def store() -> Store:
    """Give the kernel's one store."""
    from workshops.store.opening import open_store  # noqa: PLC0415 - SQLAlchemy only when needed

    found = open_store()
    exercises.rewrite(planning.texts(found))
    return found


def exercise(wanted: str) -> Widget | None:
    """Show the instruments of all stages, joined to the store; nothing on the big screen."""
    one = exercises.exercise(wanted)
    if face() != "lab":
        return None
    import ipywidgets as ipw  # noqa: PLC0415 - heavy

    store().mark("seat", f"p:{ALONE.id}", ALONE.seat, ALONE.id, "alone")
    meeting = binding.Binding(store(), one, ALONE)
    made = [
        _instrument(name, stage, meeting)
        for stage, names in one.instruments.items()
        for name in names
        if stage in ("individual", "group") and not _is_twin(one, name, stage)
    ]
    return made[0] if len(made) == 1 else ipw.VBox(made)


def _is_twin(one: exercises.Exercise, name: str, stage: str) -> bool:
    """Say whether a group's instrument would only show one's own sheet a second time."""
    staged = name == "field_sheet" and any("stage" in field for field in one.sheet)
    return stage == "group" and not staged and name in one.instruments.get("individual", ())


def _instrument(name: str, stage: str, meeting: binding.Binding) -> Any:
    import importlib  # noqa: PLC0415 - with the instrument

    module = importlib.import_module(f"widgets.{name}")
    kind = getattr(module, "".join(part.title() for part in name.split("_")))
    words = kit_words(language()) | meeting.exercise.words[language()]
    instrument = kind(
        words=words, options={**meeting.exercise.options(stage), "locale": language()}
    )
    binding.join(instrument, meeting, "me" if stage == "individual" else "group")
    return instrument


def plenary(wanted: str) -> Any:
    """Show what has been shared, live."""
    from workshops.plenary import plenary_view  # noqa: PLC0415 - heavy

    return plenary_view(exercises.exercise(wanted), store(), language())
