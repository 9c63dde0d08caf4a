"""Frames: one row a level, a force, a line; only what is shared; and files that hold words only."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from workshops import bots_made, exercises, fields, frames, kernel
from workshops.cli import main
from workshops.frames import made
from workshops.frames_files import write
from workshops.methods.cmm_hierarchy import LEVELS
from workshops.store import Change, Declined, Store, book
from workshops.store.opening import DATABASE, open_database
from workshops.store.temporary import TemporaryStore

CMM, MAP, LINE = "stuck_utterance", "stuck_episode", "check_out_1"
KEYS = ["exercise", "day", "group", "shared_on"]
FIRST: dict[str, Any] = {
    "utterance": "De kommer bare og går.",
    "mine": {
        "name": "Læreren",
        "order": ["organisation", "self", "speech_act"],
        "levels": {
            "organisation": {"story": "Skemaet er vores.", "strength": 3},
            "culture": {"story": "Det siger man ikke."},
        },
        "highest": "organisation",
        "forces": [
            {"id": "a1b", "kind": "contextual", "from_level": "organisation", "to_level": "self"},
            {"id": "c2d", "kind": "implicative", "deontic": "must_not"},
        ],
        "loop": "strange",
    },
}
SECOND: dict[str, Any] = {
    "utterance": "Vi har prøvet alt.",
    "mine": {"levels": {"relation": {"strength": 0}}, "highest": "relation"},
    "theirs": {"order": ["self"], "highest": "culture"},
}
HOSTILE = ["=1+1", "-2+3", "@SUM(A1)", "+45 12", "\n =1+1", "＝1+1", 'a;"b"\r\nc', "<b>æøå</b>"]


class _Clock(datetime):
    at = datetime(2026, 11, 23, 12, tzinfo=UTC)

    @classmethod
    def now(cls, tz: Any = None) -> Any:
        return cls.at.astimezone(tz)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> type[_Clock]:
    monkeypatch.setattr(book, "datetime", _Clock)
    return _Clock


@pytest.fixture
def store() -> Iterator[Store]:
    opened = TemporaryStore()
    yield opened
    opened.close()


def put(store: Store, exercise: str, subject: str, answer: dict[str, Any]) -> None:
    changes = [
        Change(exercise, subject, author(subject), path, leaf, f"{exercise} {subject} {path}")
        for path, leaf in fields.leaves(answer).items()
    ]
    for kept in [store.submit(change) for change in changes]:
        kept.result()


def author(subject: str) -> str:
    return "00000000" if subject.startswith("g:") else subject.removeprefix("p:")


def share(store: Store, exercise: str, subject: str, answer: dict[str, Any]) -> None:
    put(store, exercise, subject, answer)
    who = author(subject)
    store.release(exercise, subject, who, "plenary", f"{exercise} {subject} shared")


def people(store: Store, many: int) -> None:
    for number in range(many):
        share(store, LINE, f"p:{number:08x}", {"line": f"linje {number}"})


def of(store: Store, wanted: str) -> dict[str, pd.DataFrame]:
    return made([exercises.exercise(wanted)], {"": store}, named=False)


@pytest.fixture
def two(store: Store, clock: type[_Clock]) -> dict[str, pd.DataFrame]:
    """Give the frames of two groups that shared on a date each."""
    clock.at = datetime(2026, 11, 23, 12, tzinfo=UTC)
    share(store, CMM, "g:3", FIRST)
    clock.at = datetime(2027, 1, 18, 12, tzinfo=UTC)
    share(store, CMM, "g:5", SECOND)
    return of(store, CMM)


# ── what a row is ────────────────────────────────────────────────────────────
def test_the_sheet_is_one_row_a_group(two: dict[str, pd.DataFrame]) -> None:
    sheet = two["sheet"]
    assert [*sheet["group"]] == ["3", "5"]
    assert [*sheet["utterance"]] == [FIRST["utterance"], SECOND["utterance"]]
    assert [*sheet["shared_on"].dt.date.astype(str)] == ["2026-11-23", "2027-01-18"]
    assert sheet["new_utterance"].isna().all()


def test_a_hierarchy_is_one_row_a_level_for_each_party_that_is_begun(
    two: dict[str, pd.DataFrame],
) -> None:
    levels = two["levels"]
    assert [*levels] == [*KEYS, "party", "level", "place", "story", "strength", "is_highest"]
    counted = levels.groupby(["group", "party"], observed=True).size()
    assert counted.to_dict() == {("3", "mine"): 8, ("5", "mine"): 8, ("5", "theirs"): 8}


def test_place_is_the_groups_own_order_and_missing_when_a_level_was_taken_out(
    two: dict[str, pd.DataFrame],
) -> None:
    mine = two["levels"].query("group == '3' and party == 'mine'").set_index("level")
    assert mine["place"].dropna().to_dict() == {"organisation": 1, "self": 2, "speech_act": 3}
    assert pd.isna(mine.loc["culture", "place"])
    assert mine.loc["culture", "story"] == "Det siger man ikke."
    untouched = two["levels"].query("group == '5' and party == 'mine'").set_index("level")
    assert untouched["place"].idxmin() == "culture"


def test_highest_is_what_a_group_marked_and_did_not_take_out(
    two: dict[str, pd.DataFrame],
) -> None:
    marked = two["levels"].query("is_highest")[["group", "party", "level"]]
    assert marked.to_numpy().tolist() == [["3", "mine", "organisation"], ["5", "mine", "relation"]]
    assert two["parties"].query("group == '5' and party == 'theirs'")["highest"].item() == "culture"


def test_a_force_is_one_row_with_its_number(two: dict[str, pd.DataFrame]) -> None:
    forces = two["forces"]
    assert [*forces["item"]] == [1, 2]
    assert [*forces["party"]] == ["mine", "mine"]
    first, second = forces.to_dict("records")
    assert (first["kind"], first["from_level"], first["to_level"]) == (
        "contextual", "organisation", "self",
    )  # fmt: skip
    assert second["deontic"] == "must_not"
    assert pd.isna(second["to_level"])


def test_zero_strength_is_an_answer_and_no_strength_is_none(two: dict[str, pd.DataFrame]) -> None:
    strength = two["levels"].query("group == '5' and party == 'mine'").set_index("level")
    assert strength.loc["relation", "strength"] == 0
    assert strength["strength"].isna().sum() == 7


@pytest.mark.parametrize("many", [0, 2])
def test_columns_have_their_types_with_rows_and_without(
    store: Store, many: int, clock: type[_Clock]
) -> None:
    clock.at = datetime(2026, 11, 23, 12, tzinfo=UTC)
    for table, answer in list(zip("35", (FIRST, SECOND), strict=True))[:many]:
        share(store, CMM, f"g:{table}", answer)
    levels = of(store, CMM)["levels"]
    assert len(levels) == (24 if many else 0)
    assert {name: str(kind) for name, kind in levels.dtypes.items()} == {
        "exercise": "string", "day": "category", "group": "string", "shared_on": "datetime64[s]",
        "party": "category", "level": "category", "place": "Int64", "story": "string",
        "strength": "Int64", "is_highest": "boolean",
    }  # fmt: skip
    assert tuple(levels["level"].cat.categories) == LEVELS
    assert not levels["level"].cat.ordered


def test_places_on_a_map_are_numbers(store: Store) -> None:
    share(store, MAP, "g:1", {"invited": [-5.0, 0.5], "lines": [{"id": "a", "counter": "Nej"}]})
    found = of(store, MAP)
    assert found["sheet"][["invited_x", "invited_y"]].to_numpy().tolist() == [[-5.0, 0.5]]
    assert str(found["sheet"]["wished_x"].dtype) == "Float64"
    assert [*found["lines"]["counter"]] == ["Nej"]


@pytest.mark.parametrize("wanted", [one.id for one in exercises.exercises()])
def test_every_exercise_has_frames_and_files_of_what_is_answered(
    store: Store, wanted: str, tmp_path: Path
) -> None:
    one = exercises.exercise(wanted)
    for table in "12":
        share(store, wanted, f"g:{table}", bots_made.made(one, "group", int(table)))
    found = of(store, wanted)
    groups = ["1", "2"] if one.instruments.get("group") else []
    assert [*found["sheet"]["group"]] == groups
    for form in ("csv", "json"):
        filled = sorted(name for name, frame in found.items() if len(frame))
        assert (
            sorted(file.stem.replace("-", "_") for file, _ in write(found, tmp_path, form))
            == filled
        )


# ── who may be in it ─────────────────────────────────────────────────────────
def test_what_is_not_shared_now_never_comes_out(tmp_path: Path) -> None:
    store = open_database(tmp_path / "data")
    seat = {"alias": "Birgitte", "table": "1", "code": "mose-ravn-12"}
    store.mark("seat", "p:00000000", seat, "00000000")
    put(store, CMM, "p:00000000", {"utterance": "kun mit"})
    share(store, LINE, "p:00000000", {"line": "kun min linje"})
    put(store, CMM, "g:1", {"utterance": "aldrig delt"})
    share(store, CMM, "g:2", {"utterance": "trukket tilbage"})
    store.withdraw(CMM, "g:2", "00000000", "plenary", "back")
    share(store, CMM, "g:3", {"utterance": "holdt tilbage"})
    (item,) = store.items(CMM)
    store.hold(CMM, item["item"], on=True)
    share(store, CMM, "g:4", {"utterance": "delt med alle"})
    store.close()
    assert main(["frames", "--data", str(tmp_path / "data"), "--out", str(tmp_path / "out")]) == 0
    text = "".join(file.read_text("utf-8-sig") for file in (tmp_path / "out").iterdir())
    assert "delt med alle" in text
    planted = ("kun mi", "aldrig delt", "trukket", "holdt", "Birgitte", "mose-ravn", "00000000")
    assert [one for one in planted if one in text] == []


def test_nobody_is_in_what_fewer_than_six_share_without_names(store: Store) -> None:
    people(store, 5)
    assert of(store, LINE)["unnamed"].empty


def test_six_without_names_are_six_rows_without_group_date_or_order(store: Store) -> None:
    people(store, 6)
    found = of(store, LINE)["unnamed"]
    assert [*found] == ["exercise", "day", "answer", "line"]
    assert [*found["line"]] == [f"linje {number}" for number in range(6)]
    assert of(store, LINE)["sheet"].empty


def test_without_names_only_the_fields_the_exercise_shows_are_columns(store: Store) -> None:
    own = {"invited": [1.0, 1.0], "wished": [0.0, 0.0], "episode": "kun mit", "taken": [2.0, 2.0]}
    for number in range(6):
        share(store, MAP, f"p:{number}", own)
    found = of(store, MAP)
    places = ["invited_x", "invited_y", "wished_x", "wished_y"]
    assert [*found["unnamed"]] == ["exercise", "day", "answer", *places]
    assert len(found["unnamed"]) == 6
    assert "unnamed_lines" not in found


def test_what_nobody_can_share_is_empty_and_left_out_of_all(store: Store) -> None:
    share(store, "check_in_1", "g:1", {"line": "kun her"})
    assert of(store, "check_in_1")["sheet"].empty
    found = made(exercises.exercises(), {"": store})
    assert not any("kun her" in frame.to_csv() for frame in found.values())


# ── which data ───────────────────────────────────────────────────────────────
def folder(tmp_path: Path, name: str, answer: dict[str, Any]) -> str:
    store = open_database(tmp_path / name)
    share(store, CMM, "g:3", answer)
    store.close()
    return str(tmp_path / name)


def test_in_a_kernel_the_frames_are_those_of_its_own_store(
    monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    monkeypatch.setattr(kernel, "store", lambda: store)
    share(store, CMM, "g:3", FIRST)
    assert [*frames(CMM)["sheet"]["group"]] == ["3"]
    every = frames(day="day2_inquiry")
    assert len(every[f"{CMM}.levels"]) == 8
    assert not any(name.startswith(MAP) for name in every)


def test_two_data_folders_are_told_apart_by_their_names(tmp_path: Path) -> None:
    named = [folder(tmp_path, "marts", SECOND), folder(tmp_path, "november", FIRST)]
    sheet = frames(CMM, data=named)["sheet"]
    assert [*sheet] == ["source", *KEYS, *[*sheet][5:]]
    assert [*sheet["source"]] == ["marts", "november"]
    assert "source" not in frames(CMM, data=named[0])["sheet"]


def test_two_folders_of_one_name_are_told_apart_by_their_paths(tmp_path: Path) -> None:
    named = [folder(tmp_path, f"{name}/data", FIRST) for name in ("a", "b")]
    assert [*frames(CMM, data=named)["sheet"]["source"]] == named


def test_a_folder_without_data_is_said_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(Declined) as why:
        frames(CMM, data=tmp_path / "slip")
    assert why.value.word == "frames_no_data"
    assert not (tmp_path / "slip").exists()


def test_one_database_for_two_folders_would_compare_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(DATABASE, f"sqlite:///{tmp_path / 'one.sqlite3'}")
    with pytest.raises(Declined) as why:
        frames(CMM, data=[tmp_path / "a", tmp_path / "b"])
    assert why.value.word == "frames_one_database"


def test_the_examples_for_colleagues_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = (exercises.content() / "CONTRIBUTING.md").read_text(encoding="utf-8")
    groups, dates, picture = re.findall(r"```python\n(.*?)```", told, flags=re.DOTALL)
    for name, answer in (("november", FIRST), ("marts", SECOND)):
        folder(tmp_path, name, answer)
    monkeypatch.chdir(tmp_path)
    assert last_of(groups)["3"].to_dict() == {"mine": "organisation"}
    changed = last_of(dates).loc[("mine", "relation")]
    assert [*changed["is_highest"][["november", "marts"]]] == [False, True]
    last_of(picture)
    page = (tmp_path / "levels.html").read_text(encoding="utf-8")
    assert not re.search(r"<(?:script|link)[^>]+(?:src|href)=", page)


def last_of(code: str) -> Any:
    """Run an example and give the value of its last line, as a notebook shows it."""
    *lines, last = code.strip().splitlines()
    known: dict[str, Any] = {}
    exec("\n".join(lines), known)  # noqa: S102 - our own example
    return eval(last, known)  # noqa: S307 - as above


# ── files ────────────────────────────────────────────────────────────────────
def rows_of(file: Path) -> list[list[str]]:
    text = file.read_bytes().decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


def test_the_command_writes_a_csv_for_each_frame_with_rows_and_says_which(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, out = folder(tmp_path, "data", FIRST), tmp_path / "out"
    asked = ["frames", "--data", data, "--out", str(out), "--exercise", CMM]
    assert main(asked) == 0
    written = {file.name for file in out.iterdir()}
    assert written == {
        f"stuck-utterance-{name}.csv" for name in ("sheet", "parties", "order", "forces", "levels")
    }
    said = capsys.readouterr().out
    assert [name for name in written if name not in said] == []
    heads, first, *_ = rows_of(out / "stuck-utterance-levels.csv")
    assert heads[:4] == KEYS
    day = datetime.now().astimezone().date().isoformat()
    assert first[:4] == [CMM, "day2_inquiry", "3", day]
    back = pd.read_csv(out / "stuck-utterance-levels.csv", sep=";", decimal=",")
    assert back["is_highest"].sum() == 1


def test_a_csv_holds_words_and_no_formulas(store: Store, tmp_path: Path) -> None:
    forces = [{"id": "a", "kind": "practical"}]
    for number, words in enumerate(HOSTILE):
        told = {"utterance": words, "mine": {"name": words, "forces": forces}}
        share(store, CMM, f"g:{number}", told)
    for file, _ in write(of(store, CMM), tmp_path, "csv"):
        cells = [cell for row in rows_of(file) for cell in row]
        assert [cell for cell in cells if cell.lstrip()[:1] in {*"=+-@＝"}] == []
    written = {row[4].lstrip("'") for row in rows_of(tmp_path / "sheet.csv")[1:]}
    assert {text.replace("\r\n", "\n") for text in HOSTILE} == written


def test_json_holds_the_words_exactly(store: Store, tmp_path: Path) -> None:
    share(store, CMM, "g:3", {"utterance": "=1+1", "mine": {"highest": "self"}})
    files = {file.stem: file for file, _ in write(of(store, CMM), tmp_path, "json")}
    (sheet,) = json.loads(files["sheet"].read_text(encoding="utf-8"))
    assert (sheet["utterance"], sheet["situation"]) == ("=1+1", None)
    levels = json.loads(files["levels"].read_text(encoding="utf-8"))
    assert [one["is_highest"] for one in levels].count(True) == 1
    assert levels[0]["place"] == 1


def test_the_file_of_what_was_withdrawn_goes(store: Store, tmp_path: Path) -> None:
    share(store, CMM, "g:3", FIRST)
    assert len([*write(of(store, CMM), tmp_path, "csv")]) == 5
    store.withdraw(CMM, "g:3", "00000000", "plenary", "back")
    assert [*write(of(store, CMM), tmp_path, "csv")] == []
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((), "prøv igen, når en gruppe har delt"),
        (("--day", "day9"), "day1_context, day2_inquiry"),
        (("--exercise", "nothing"), "stuck_utterance"),
    ],
)
def test_what_cannot_be_written_is_a_sentence_about_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: tuple[str, ...], said: str
) -> None:
    open_database(tmp_path / "data").close()
    data = ["--data", str(tmp_path / "data"), "--out", str(tmp_path / "out")]
    assert main(["frames", *data, *asked]) == 1
    assert said in capsys.readouterr().err


def test_help_shows_how_two_programmes_are_compared(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["frames", "--help"])
    assert "--data forår --data efterår" in " ".join(capsys.readouterr().out.split())
