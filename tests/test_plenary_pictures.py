"""The wall of an exercise with hierarchies: made of released sheets only."""

from __future__ import annotations

import secrets

from workshops import exercises, fields
from workshops.plenary import plenary_view
from workshops.store import Change
from workshops.store.temporary import TemporaryStore

EXERCISE = exercises.exercise("stuck_utterance")
SHEET = {
    "utterance": "De kommer bare.",
    "mine": {"order": ["self", "culture"], "highest": "self"},
    "new_utterance": "Hvad ser I?",
    "effect": "Relationen",
}


def test_only_released_sheets_are_drawn_and_counted() -> None:
    store = TemporaryStore()
    try:
        for table in ("2", "7"):
            who = f"{table}{'0' * 7}"
            store.mark("seat", f"p:{who}", {"alias": who, "table": table}, who)
            for path, leaf in fields.leaves(SHEET).items():
                key = secrets.token_urlsafe(9)
                store.put(Change(EXERCISE.id, f"g:{table}", who, path, leaf, key))
        assert plenary_view(EXERCISE, store).children[0].value["groups"] == []
        store.release(EXERCISE.id, "g:7", "70000000", "plenary", secrets.token_urlsafe(9))
        wall, lines = plenary_view(EXERCISE, store).children[:2]
        assert [one["table"] for one in wall.value["groups"]] == ["7"]
        assert wall.value["highest"]["mine"]["self"] == 1
        assert lines.value["groups"][0]["rows"] == [
            ["De kommer bare.", "Hvad ser I?", "Relationen"]
        ]
        assert lines.options["heads"][2] == EXERCISE.words["da"]["line_effect"]
    finally:
        store.close()
