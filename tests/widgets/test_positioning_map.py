"""The positioning map: its traits, its words, and what its files may hold."""

import re

from widgets.front_end import FOLDER, front_end, lone_tokens
from widgets.positioning_map import PositioningMap
from workshops.exercises import exercise
from workshops.methods import positioning

FILE = FOLDER / "positioning_map" / "__init__.py"
WORDS = exercise("stuck_episode").words
VALUE = {"taken": [-2.5, -2.5], "rights": "Vi må tøve", "lines": [{"id": "3f2"}]}


def test_the_traits_travel_both_ways_and_keep_what_they_do_not_know():
    instrument = PositioningMap(words=WORDS["da"], value=VALUE, options={"stage": "group"})
    state = instrument.get_state()
    assert {"words", "options", "value", "_esm", "_css"} <= set(state)
    instrument.set_state({"value": {**VALUE, "taken": [1, 1]}})
    assert instrument.value["taken"] == [1, 1]
    assert instrument.value["lines"] == VALUE["lines"]
    assert PositioningMap().value == {}


def test_a_kernel_brings_the_tokens_and_a_phone_does_not_pay_for_them():
    script, style = front_end(str(FILE))
    instrument = PositioningMap()
    assert instrument._esm == script
    assert instrument._css.startswith(".kit[data-alone]")
    assert instrument._css.endswith(style)
    assert "--c-ink:" not in style


def test_the_inlined_script_stands_alone():
    script, _ = front_end(str(FILE))
    assert not re.search(r"^\s*import\b", script, re.MULTILINE)
    assert script.count("export default") == 1
    names = re.findall(r"^(?:export )?(?:function\*?|const|class) (\w+)", script, re.MULTILINE)
    assert len(names) == len(set(names))


def selectors(style: str) -> list[str]:
    bare = re.sub(r"/\*.*?\*/|@media[^{]*\{", "", style, flags=re.DOTALL)
    heads = re.findall(r"([^{}]+)\{", bare)
    return [one.strip() for head in heads for one in re.split(r",(?![^(]*\))", head)]


def test_no_rule_reaches_outside_the_instrument():
    _, style = front_end(str(FILE))
    for selector in selectors(style):
        assert re.match(r"\.(kit|positioning_map)\b", selector), selector
    for selector in selectors(lone_tokens()):
        assert selector.startswith(".kit[data-alone]"), selector
    assert "@font-face" not in lone_tokens() + style
    assert ":has(" not in style
    assert ":root" not in lone_tokens()


def test_colours_and_sizes_come_from_the_tokens_only():
    tokens = (FOLDER / "shared" / "tokens.css").read_text(encoding="utf-8")
    known = set(re.findall(r"(--[\w-]+):", tokens))
    for name in ("shared/kit.css", "positioning_map/view.css"):
        style = (FOLDER / name).read_text(encoding="utf-8")
        own = set(re.findall(r"(--[\w-]+):", style))  # a group's colour is one of the tokens'
        assert set(re.findall(r"var\((--[\w-]+)", style)) <= known | own
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", style)
    style = (FOLDER / "positioning_map" / "view.css").read_text(encoding="utf-8")
    assert set(re.findall(r"[\d.]+(?:px|rem|pt)\b", style)) <= {"1px"}


def test_the_exercise_has_every_word_the_map_asks_for():
    script = (FILE.parent / "view.js").read_text(encoding="utf-8")
    asked = set(re.findall(r'(?:my\.word\(|shown\(my, "\w+", )"(\w+)"', script))
    asked |= {f"mark_{mark}{end}" for mark in positioning.MARKS for end in ("", "_hint")}
    asked |= {f"axis_{end}" for end in positioning.ENDS}
    asked |= {f"said_{name}" for name in positioning.Words.model_fields}
    asked |= {"episode", "episode_hint", "on_the_middle", "not_placed", "decimal", "map"}
    for language, words in WORDS.items():
        assert asked - set(words) == set(), language


def test_the_script_names_no_markup_and_no_address():
    for part in (
        FILE.parent / "view.js",
        FILE.parent / "geometry.js",
        FOLDER / "shared" / "kit.js",
    ):
        text = part.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacent|https?:|\.send\(|invoke", text), (
            part
        )
