"""The ledger says what the disk says, and nobody's arrow can be told from the next one's."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from workshops.store import BATCH, ENOUGH, Change, Declined
from workshops.store.book import Book
from workshops.store.database import DatabaseStore
from workshops.store.temporary import TemporaryStore
from workshops.store.unnamed import Share, shown, standing_of

PEOPLE = ("anna", "bo", "ida")
people = some.sampled_from(PEOPLE)
tables = some.sampled_from(["1", "2", ""])
subjects = some.sampled_from(["me", "g:1", "g:2"])
fields = some.sampled_from(["invited", "wished", "lines.#", "lines.a.counter"])
values = some.one_of(some.none(), some.text(max_size=3), some.integers(-5, 5))
steps = some.one_of(
    some.tuples(some.just("put"), people, subjects, fields, values, some.none() | some.just(0)),
    some.tuples(some.just("again"), people, subjects, fields, values, some.integers(0, 3)),
    some.tuples(some.just("share"), people, subjects, some.sampled_from(["group", "plenary"])),
    some.tuples(some.just("withdraw"), people, subjects, some.sampled_from(["group", "plenary"])),
    some.tuples(some.just("done"), people, subjects, some.booleans()),
    some.tuples(some.just("undo"), people, subjects),
    some.tuples(some.just("seat"), people, tables),
    some.tuples(some.just("help"), some.booleans()),
    some.tuples(some.just("close")),
    some.tuples(some.just("review"), some.booleans()),
    some.tuples(some.just("hold"), subjects.filter(lambda one: one != "me"), some.booleans()),
    some.tuples(some.just("forget"), people),
)


def take(store: DatabaseStore, number: int, step: tuple[Any, ...]) -> None:
    """Do one step of a story."""
    kind, *rest = step
    key = f"key{number}"
    if kind in {"put", "again"}:
        who, subject, field, value, seen = rest
        if kind == "again":
            key, seen = f"key{number - seen}", None
        change = Change("e", whose(subject, who), who, field, value, key, seen)
        store.submit(change).exception()
    elif kind in {"share", "withdraw"}:
        who, subject, audience = rest
        verb = store.release if kind == "share" else store.withdraw
        verb("e", whose(subject, who), who, audience, key)
    elif kind == "done":
        who, subject, on = rest
        store.put(Change("e", whose(subject, who), who, "@done", on, key))
    elif kind == "undo":
        who, subject = rest
        store.undo("e", whose(subject, who), who, key)
    else:
        happen(store, kind, *rest)


def happen(store: DatabaseStore, kind: str, *rest: Any) -> None:
    """Let something happen in the room."""
    if kind == "seat":
        store.mark("seat", f"p:{rest[0]}", {"table": rest[1]}, rest[0])
    elif kind == "help":
        store.mark("help", "g:1", rest[0], "anna")
    elif kind == "review":
        store.mark("run", "day1_context", {"button": "review", "on": rest[0]}, "trainer")
    elif kind == "hold":
        with suppress(Declined):
            store.hold("e", *rest)
    elif kind == "close":
        store.mark("run", "day1_context", {"button": "close", "exercise": "e"}, "trainer")
    else:
        store.forget(rest[0])


def whose(subject: str, who: str) -> str:
    return f"p:{who}" if subject == "me" else subject


def known(book: Book) -> dict[str, Any]:
    """Give all that a ledger holds."""
    return dict(vars(book.read(lambda ledger: ledger)))


@given(some.lists(steps, max_size=25))
@settings(max_examples=100, deadline=None)
def test_the_rows_from_the_first_on_give_the_same_ledger(story: list[tuple[Any, ...]]) -> None:
    store = TemporaryStore()
    for number, step in enumerate(story):
        take(store, number, step)
    again = Book()
    store._writer.do(again.open_at)
    store.close()
    assert known(again) == known(store._book)


@given(some.lists(steps, min_size=5, max_size=25))
@settings(max_examples=5, deadline=None)
def test_a_reopened_database_knows_what_was_known_before(story: list[tuple[Any, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "laeringsdage.sqlite3"
        store = DatabaseStore(file, Path(folder))
        for number, step in enumerate(story):
            take(store, number, step)
        before = known(store._book)
        store.close()
        store = DatabaseStore(file, Path(folder))
        after = known(store._book)
        store.close()
    assert after == before


@given(some.lists(steps, max_size=25), some.data())
@settings(max_examples=100, deadline=None)
def test_undo_leads_back_to_nothing(story: list[tuple[Any, ...]], data: some.DataObject) -> None:
    store = TemporaryStore()
    for number, step in enumerate(story):
        if step[0] in {"put", "undo"}:
            take(store, number, step)
    for who in data.draw(some.permutations(PEOPLE)):
        turns = 0
        while store.undo("e", f"p:{who}", who, f"back {who} {turns}") is not None:
            turns += 1
        assert turns <= len(story)
        assert set(store.mine("e", who).fields.values()) <= {None}
    store.close()


sharing = some.lists(
    some.one_of(
        some.builds(
            lambda who, at: Share(f"p:{who}", {"at": at}), some.integers(1, 15), some.integers(0, 3)
        ),
        some.builds(lambda who: Share(f"p:{who}", None), some.integers(1, 15)),
    ),
    max_size=60,
)


@given(sharing)
def test_never_fewer_than_enough_and_never_one_more_alone(steps: list[Share]) -> None:
    before: list[Any] = []
    for number in range(len(steps) + 1):
        now = shown(steps[:number], ("at",))
        assert not now or len(now) >= ENOUGH
        if now and before:
            grown = len(now) - len(before)
            assert grown <= 0 or grown >= BATCH or steps[number - 1].values is not None
            taken_back = steps[number - 1].values is None
            assert not taken_back or grown in {0, -1}
        before = now


@given(sharing)
def test_what_is_taken_back_is_never_shown(steps: list[Share]) -> None:
    standing: dict[str, Any] = {}
    for step in steps:
        standing[step.subject] = step.values
    assert len(shown(steps, ("at",))) <= sum(values is not None for values in standing.values())


@given(sharing, some.sets(some.integers(1, 15).map(lambda who: f"p:{who}")))
def test_what_is_held_is_not_shown_and_does_not_count(steps: list[Share], held: set[str]) -> None:
    everything = shown(steps, ("at",))
    rest = shown(steps, ("at",), held)
    standing = [one for one in standing_of(steps, ("at",)) if one.subject not in held]
    assert rest == ([one.values for one in standing] if len(standing) >= ENOUGH else [])
    assert len(rest) <= len(everything)
    assert shown(steps, ("at",), set()) == everything


def test_sharing_again_waits_with_the_old_one_standing() -> None:
    first = [Share(f"p:{n}", {"at": n}) for n in range(ENOUGH)]
    again = Share("p:0", {"at": 100})
    assert {"at": 100} not in shown([*first, again], ("at",))
    assert {"at": 0} in shown([*first, again], ("at",))
    more = [Share(f"p:new{n}", {"at": 50}) for n in range(BATCH - 1)]
    assert {"at": 100} in shown([*first, again, *more], ("at",))
    assert {"at": 0} not in shown([*first, again, *more], ("at",))


def test_no_fields_show_nothing() -> None:
    assert shown([Share(f"p:{n}", {"at": n}) for n in range(ENOUGH)], ()) == []
