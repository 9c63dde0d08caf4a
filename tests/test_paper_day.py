"""A day on paper: typed in at the desk, or by a table itself, it is the same day afterwards."""

from __future__ import annotations

import io
import re
from functools import cache

import docx
import pytest

from workshops import bots_made, exercises, fields
from workshops.binding import Binding
from workshops.exercises import DAYS, Exercise
from workshops.identity import Person
from workshops.methods import Refused
from workshops.room.hall import Hall
from workshops.room.typed import late
from workshops.room.typed.at_desk import DESK, AtDesk, Known
from workshops.room.typed.form import has_paper
from workshops.room.typed.sheet import Typing
from workshops.store import Change, Store
from workshops.store.temporary import TemporaryStore
from workshops.takeaway import exercise_pages
from workshops.takeaway.gathered import gather
from workshops.takeaway.script.paper_order import PaperField, paper_fields
from workshops.takeaway.script.paper_typed import as_typed, typed
from workshops.takeaway.word import worded
from workshops.words import LANGUAGES, sentence

TABLES = ("1", "2", "3")
ANNA = Person("anna", "Anna", "1")
CLOCK = re.compile(r"\d\d\.\d\d")
WITH_PAPER = [one for one in exercises.exercises() if has_paper(one)]


def seat(store: Store, person: Person) -> None:
    store.mark("seat", f"p:{person.id}", person.seat, person.id)


@pytest.fixture
def store():
    one = TemporaryStore()
    seat(one, ANNA)
    yield one
    one.close()


def at_table(store: Store, one: Exercise, person: Person = ANNA) -> Binding:
    return Binding(store, one, person)


def at_desk(store: Store, one: Exercise, table: str = "1") -> AtDesk:
    return AtDesk(Hall(store), Known(store), one, table)


def keys():
    number = 0
    while True:
        number += 1
        yield f"key-{number:08}"


KEYS = keys()


def type_in(binding: Binding, texts: dict[str, str]) -> None:
    """Type what stands at each code, as the form does, and share it."""
    typing = Typing(binding, "da")
    for code, text in texts.items():
        typing.put(code, text, next(KEYS))
    typing.share("plenary", True, next(KEYS))


@cache
def on_paper(name: str, table: str) -> tuple[dict[str, object], dict[str, str]]:
    """Give a group's answer as devices send it, and the same as it stands on the sheet of paper.

    A place on a map is read off paper to the nearest square, and some fields have no line there
    (running clocks, who tapped): the answer given here is without what no pen can write.
    """
    one = exercises.exercise(name)
    with_devices, person = TemporaryStore(), Person("one", "En", table)
    seat(with_devices, person)
    binding = at_table(with_devices, one, person)
    made = bots_made.made(one, "group", int(table))
    answer = _begun(fields.leaves(made))
    for path, value in answer.items():
        binding.put("group", path, value, next(KEYS)).result()
    typing = Typing(binding, "da")
    told = typing.told()["fields"]
    texts = {code: one["text"] for code, one in told.items() if one["text"]}
    places = {typing.path(field.path): field for field in typing.fields.values()}
    written = {*places, "log.p1.t", "log.p1.level"}
    kept = {path: value for path, value in answer.items() if path in written or path.endswith("#")}
    kept |= {
        path: typed(places[path], told[places[path].code]["text"])
        for path in kept
        if path in places and places[path].kind == "square" and kept[path]
    }
    with_devices.close()
    return kept, texts


def _begun(answer: dict[str, object]) -> dict[str, object]:
    """Give a meeting's answer with its start alone: a table on paper taps no turns."""
    log = {path for path in answer if path.startswith("log.")}
    stops = [
        told for path, told in answer.items() if path.startswith("timeouts.") and path[-2:] == ".t"
    ]
    taps = [answer[path] for path in log if path.endswith(".t")]
    if not stops:
        return answer
    start = {"log.#": ["p1"], "log.p1.t": min([*stops, *taps]), "log.p1.level": "content"}
    return {path: told for path, told in answer.items() if path not in log} | start


def words_of(store: Store, day: str, language: str) -> list[str]:
    """Give the words of the day's Word file, without the minute at which it was shared."""
    gathered = [gather(store, one, language) for one in exercises.exercises(day)]
    content = worded.printed(exercise_pages.book(gathered, language))
    body = docx.Document(io.BytesIO(content)).element.body
    return [CLOCK.sub("", node.text or "") for node in body.iter("{*}t")]


def test_minutes_on_paper_are_counted_from_the_start_of_the_meeting(store):
    typing = Typing(at_desk(store, exercises.exercise("lead_the_talk")), "da")
    typing.put("B1b", "Vi taler forbi hinanden", next(KEYS))
    typing.put("B1a", "3.30", next(KEYS))
    began, stop = typing.values["log.p1.t"], typing.values["timeouts.p1.t"]
    assert (stop - began) // 1000 == 210
    assert typing.told()["fields"]["B1a"]["text"] == "3.30"
    assert typing.undo(next(KEYS)).field == "timeouts.p1.t"
    assert not typing.values["log.#"]


@pytest.mark.parametrize(
    ("how", "day"),
    [
        ("desk", DAYS[0]),
        *(pytest.param("desk", day, marks=pytest.mark.long) for day in DAYS[1:]),
        pytest.param("table", DAYS[0], marks=pytest.mark.long),
    ],
)
def test_a_whole_day_on_paper_gives_the_same_word_file(how, day):
    devices, paper = TemporaryStore(), TemporaryStore()
    for one in (devices, paper):
        for table in TABLES:
            seat(one, Person(f"p{table}", f"Navn {table}", table))
    for one in (one for one in WITH_PAPER if one.day == day):
        for table in TABLES:
            answer, texts = on_paper(one.id, table)
            person = Person(f"p{table}", f"Navn {table}", table)
            for path, value in answer.items():
                devices.put(Change(one.id, f"g:{table}", person.id, path, value, next(KEYS)))
            devices.release(one.id, f"g:{table}", person.id, "plenary", next(KEYS))
            binding = at_desk(paper, one, table) if how == "desk" else at_table(paper, one, person)
            type_in(binding, texts)
    language = LANGUAGES[DAYS.index(day) % 2]
    assert words_of(paper, day, language) == words_of(devices, day, language)
    assert len(words_of(paper, day, language)) > 200
    devices.close()
    paper.close()


@pytest.mark.parametrize("one", WITH_PAPER, ids=lambda one: one.id)
def test_what_is_typed_reads_back_as_it_was_typed(store, one):
    _answer, texts = on_paper(one.id, "1")
    binding = at_desk(store, one)
    type_in(binding, texts)
    told = Typing(binding, "da").told()
    assert {code: one["text"] for code, one in told["fields"].items() if one["text"]} == texts
    assert len(texts) == told["filled"] <= told["all"]
    assert told["shared"]


def field(kind: str, **more: object) -> PaperField:
    return PaperField("B2", "x", "Felt", kind, **more)  # type: ignore[arg-type]


OPTIONS = (("may", "Må gerne"), ("must", "Skal"), ("no", "Må ikke"))
READ = [
    (field("text"), " Hej  du ", "Hej  du"),
    (field("choice", options=OPTIONS), "2", "must"),
    (field("choice", options=OPTIONS), "skal", "must"),
    (field("number", options=((0, "ingen"), (1, "svag"))), "1", 0),
    (field("ticks", options=OPTIONS), "1, 3", ["may", "no"]),
    (field("order", options=OPTIONS), "3 1 2", ["no", "may", "must"]),
    (field("number", low=0, high=10), "2,5", 2.5),
    (field("number", low=0, high=10), "7", 7),
    (field("square", low=-5, high=5), "c4", [-3, -2]),
    (field("square", low=-5, high=5), "F6", [0, 0]),
    (field("tick"), "X", True),
    (field("tick"), "nej", False),
    (field("date"), "26.11.2026", "2026-11-26"),
    (field("date"), "26/11-26", "2026-11-26"),
    (field("date"), "2026-11-26", "2026-11-26"),
    (field("clock"), "9.30", "09:30"),
    (field("clock"), "kl. 14", "14:00"),
    (field("minute", high=3600), "3.30", 210),
    (field("moment"), "3.30", 1_000_210_000),
    (field("text"), "   ", None),
]


@pytest.mark.parametrize(("place", "text", "value"), READ)
def test_a_pens_way_of_writing_is_read_and_given_back(place, text, value):
    assert typed(place, text, (), 1_000_000_000) == value
    again = as_typed(place, value, (), 1_000_000_000)
    assert typed(place, again, (), 1_000_000_000) in (value, None)


WRONG = [
    (field("choice", options=OPTIONS), "4", "typed_no_option"),
    (field("choice", options=OPTIONS), "må", "typed_no_option"),
    (field("ticks", options=OPTIONS), "1 4", "typed_no_options"),
    (field("ticks", options=OPTIONS), "alle", "typed_no_options"),
    (field("order", options=OPTIONS), "1 1", "typed_twice"),
    (field("number", low=0, high=10), "11", "typed_no_number"),
    (field("number", low=0, high=10), "nan", "typed_no_number"),
    (field("square", low=-5, high=5), "L4", "typed_no_square"),
    (field("square", low=-5, high=5), "A12", "typed_no_square"),
    (field("row"), "3", "typed_no_row"),
    (field("row"), "2", "typed_empty_row"),
    (field("tick"), "måske", "typed_no_tick"),
    (field("date"), "31.2.2026", "typed_no_date"),
    (field("date"), "i morgen", "typed_no_date"),
    (field("clock"), "25.00", "typed_no_clock"),
    (field("minute", high=3600), "3.75", "typed_no_minute"),
    (field("minute", high=3600), "61", "typed_too_late"),
]


@pytest.mark.parametrize(("place", "text", "word"), WRONG)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_read_is_a_sentence_with_its_code(place, text, word, language):
    with pytest.raises(Refused) as no:
        typed(place, text, ("p1", ""))
    assert no.value.word == word
    said = sentence(word, language, **no.value.facts)
    assert said.startswith("B2: ")
    assert "…" not in said


# ── rows ─────────────────────────────────────────────────────────────────────
ONE = exercises.exercise("stuck_episode")


def lines(store: Store) -> list[dict[str, object]]:
    values = at_desk(store, ONE).sheet("group").fields
    return fields.tree(values).get("lines", [])


def test_a_row_begins_with_its_first_word_and_goes_with_its_last(store):
    typing = Typing(at_desk(store, ONE), "da")
    for code, text in (("F3a", "tre"), ("F1a", "en"), ("F3b", "ogsaa")):
        typing.put(code, text, next(KEYS))
    assert [one["id"] for one in lines(store)] == ["p1", "p3"]
    typing.put("F1a", "", next(KEYS))
    assert [one["id"] for one in lines(store)] == ["p3"]
    assert typing.told()["fields"]["F3a"]["text"] == "tre"


def test_one_step_back_takes_a_row_that_was_just_begun(store):
    typing = Typing(at_desk(store, ONE), "da")
    typing.put("A1", "Situationen", next(KEYS))
    typing.put("F1a", "en", next(KEYS))
    typing.undo(next(KEYS))
    assert lines(store) == []
    assert typing.told()["fields"]["F1a"]["text"] == ""
    assert typing.told()["fields"]["A1"]["text"] == "Situationen"


def test_rows_that_a_phone_has_made_are_the_first_rows_of_the_paper(store):
    binding = at_table(store, ONE)
    phone = {"lines": [{"id": "x7", "counter": "fra telefonen"}]}
    for path, value in fields.leaves(phone).items():
        binding.put("group", path, value, next(KEYS)).result()
    typing = Typing(binding, "da")
    assert typing.told()["fields"]["F1b"]["text"] == "fra telefonen"
    typing.put("F1a", "sagt", next(KEYS))
    typing.put("F2a", "fra papiret", next(KEYS))
    found = [(one["id"], one.get("invitation")) for one in lines(store)]
    assert found == [("x7", "sagt"), ("p2", "fra papiret")]


def test_two_who_type_the_same_sheet_at_once_keep_all_rows(store):
    binding = at_table(store, ONE)
    one, other = Typing(binding, "da"), Typing(at_desk(store, ONE), "da")
    one.put("F1a", "en", next(KEYS))
    other.put("F2a", "to", next(KEYS))
    one.put("F3a", "tre", next(KEYS))
    assert [each["invitation"] for each in lines(store)] == ["en", "to", "tre"]


def test_a_groups_yes_to_the_handbook_comes_after_its_yes_to_plenary(store):
    typing = Typing(at_desk(store, ONE), "da")
    typing.put("A1", "Et eksempel", next(KEYS))
    with pytest.raises(Refused, match="refused_not_in_plenary"):
        typing.share("handbook", True, next(KEYS))
    typing.share("plenary", True, next(KEYS))
    typing.share("handbook", True, next(KEYS))
    assert typing.told()["example"]
    assert gather(store, ONE, "da").outputs[0].consented
    typing.share("handbook", False, next(KEYS))
    assert not gather(store, ONE, "da").outputs[0].consented


# ── who may ──────────────────────────────────────────────────────────────────
def test_the_desk_neither_reads_nor_covers_what_a_group_has_not_shared(store):
    at_table(store, ONE).put("group", "episode", "kun vores", next(KEYS)).result()
    typing = Typing(at_desk(store, ONE), "da")
    told = typing.told()
    assert "kun vores" not in str(told)
    assert told["fields"]["A1"]["unseen"]
    with pytest.raises(Refused, match="typed_by_group"):
        typing.put("A1", "noget andet", next(KEYS))
    typing.put("G1", "fra papiret", next(KEYS))
    assert at_table(store, ONE).sheet("group").fields["rights"] == "fra papiret"
    assert at_table(store, ONE).sheet("group").entries["rights"].author == DESK


def test_what_people_wrote_for_themselves_never_comes_to_the_desk(store):
    at_table(store, ONE).put("me", "episode", "kun for mig", next(KEYS)).result()
    known = Known(store)
    known.sheet(ONE.id, "1")
    assert "kun for mig" not in str(known._ledger._exercises)


def test_late_paper_is_the_trainers_yes_for_one_exercise_and_one_day(store, monkeypatch):
    hall = Hall(store)
    assert not late.may_type(hall, ONE.id)
    late.allow(store, ONE.id, True, "desk")
    assert late.may_type(hall, ONE.id)
    assert not hall.is_open(ONE.id)
    assert not late.may_type(hall, "three_domains")
    event = store.events(late.KIND)[-1]
    yesterday = "2020-01-01" + event.at[10:]
    with monkeypatch.context() as before:
        before.setattr(
            store, "events", lambda _kind: [type(event)(**{**_dict(event), "at": yesterday})]
        )
        assert not late.may_type(hall, ONE.id)
    late.allow(store, ONE.id, False, "desk")
    assert not late.may_type(hall, ONE.id)


def _dict(event):
    return {name: getattr(event, name) for name in event.__slots__}


def test_typing_is_refused_to_a_table_whose_exercise_is_closed(store):
    binding = Binding(store, ONE, ANNA, lambda one: late.may_type(Hall(store), one))
    with pytest.raises(Refused, match="refused_closed"):
        Typing(binding, "da").put("A1", "for sent", next(KEYS))
    late.allow(store, ONE.id, True, "desk")
    Typing(binding, "da").put("A1", "nu", next(KEYS))


def test_every_field_of_every_sheet_has_a_code_of_its_own():
    for one in WITH_PAPER:
        codes = [each.code for each in paper_fields(one)]
        assert len(set(codes)) == len(codes), one.id
