"""An answer and its fields say the same, in Python and on the phone."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshops.fields import changes, checked, is_long, leaves, limits, tree
from workshops.methods import Refused
from workshops.methods.positioning import Answer

ROOT = Path(__file__).resolve().parent.parent
place = st.lists(st.integers(-10, 10).map(lambda n: n / 2), min_size=2, max_size=2)
text = st.text("abc æøå”.", min_size=1, max_size=20)
line = st.fixed_dictionaries({}, optional={"invitation": text, "counter": text, "shift": text})
lines = st.lists(line, max_size=4).map(
    lambda found: [{"id": f"k{n}", **one} for n, one in enumerate(found)]
)
values = st.fixed_dictionaries(
    {},
    optional={
        "episode": text,
        "invited": place,
        "wished": place,
        "words": st.fixed_dictionaries({"taken": text}),
        "lines": lines.filter(bool),
    },
)


@given(values)
def test_fields_and_answer_are_each_others_inverse(value):
    assert tree(leaves(value)) == value


@given(values, values)
def test_the_changes_lead_from_one_answer_to_the_other(old, new):
    kept = leaves(old)
    reached = tree(kept | changes(kept, new))
    if reached.get("lines") == []:  # a list that was there once stays there empty
        del reached["lines"]
    assert reached == new


def test_the_twin_on_the_phone_gives_the_same(tmp_path):
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node here")
    cases = [
        ({}, {"invited": [1, 2.5], "words": {"taken": "hej"}}),
        ({"lines": [{"id": "a", "counter": "x"}]}, {"lines": []}),
        (
            {"lines": [{"id": "a", "counter": "x"}, {"id": "b"}]},
            {"lines": [{"id": "b", "shift": "y"}]},
        ),
        ({"lines": [{"id": "a", "counter": "x"}]}, {"lines": [{"id": "a"}]}),
        ({"episode": "før", "invited": [1, 1]}, {"episode": ""}),
        ({"words": {"taken": "a", "wished": "b"}}, {"words": {"wished": "b"}}),
    ]
    shutil.copy(ROOT / "workshops/room/leaves.js", tmp_path / "leaves.mjs")
    script = tmp_path / "compare.mjs"
    script.write_text(
        'import { changes, leaves, tree } from "./leaves.mjs";\n'
        f"const cases = {json.dumps(cases)};\n"
        "console.log(JSON.stringify(cases.map(([a, b]) =>"
        " [leaves(b), changes(leaves(a), b), tree(leaves(a))])));\n"
    )
    done = subprocess.run([node, str(script)], capture_output=True, text=True, check=True)
    ours = [[leaves(b), changes(leaves(a), b), tree(leaves(a))] for a, b in cases]
    assert json.loads(done.stdout) == ours


@pytest.mark.parametrize(
    "path", ["no", "words", "words.no", "lines", "lines.a.id", "a.b.c", "", "x" * 999]
)
def test_an_unknown_field_is_refused(path):
    with pytest.raises(Refused, match="refused_unknown_field"):
        checked(Answer, path, "x")


def test_a_field_is_emptied_by_null():
    assert checked(Answer, "invited", None) is None
    assert checked(Answer, "words.taken", None) == ""
    assert checked(Answer, "lines.#", None) == []


def test_long_texts_are_kept_twice_and_short_ones_are_not():
    assert is_long(Answer, "lines.3f2.counter")
    assert is_long(Answer, "transfer")
    assert not is_long(Answer, "words.taken")
    assert not is_long(Answer, "invited")


def test_limits_name_every_text():
    assert limits(Answer)["lines.*.counter"] == 200
    assert limits(Answer)["words.taken"] == 60
