"""One look: files under hashed names, and a notebook as a page of parts."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import nbformat
import pytest

from tests.walls import notebook
from workshops import theme
from workshops.theme import files, page

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT / "day1_context" / "05_positioning.ipynb"


# ── files ────────────────────────────────────────────────────────────────────
def test_every_file_is_served_under_a_name_made_from_what_is_in_it() -> None:
    for name, hashed in theme.assets().items():
        assert re.fullmatch(r"[\w-]+\.[0-9a-f]{12}\.\w+", hashed), name
        found = theme.asset(hashed)
        assert found.type
        assert theme.asset_url(name, "/x/") == f"/x/{hashed}"


def test_what_a_file_names_is_named_by_its_hash() -> None:
    known = set(theme.assets().values())
    for hashed in known:
        body = theme.asset(hashed).body
        if hashed.endswith(".css"):
            needed = re.findall(rb'url\("([^"#]+)"', body)
        elif hashed.endswith(".js"):
            needed = re.findall(rb'^import .* from "([^"]+)"', body, re.MULTILINE)
        else:
            continue
        assert {Path(one.decode()).name for one in needed} <= known, hashed


def test_text_is_packed_once_and_fonts_are_not() -> None:
    css = theme.asset(theme.assets()["page.css"])
    assert gzip.decompress(css.packed) == css.body
    assert len(css.packed) < len(css.body) / 2
    assert theme.asset(theme.assets()["figtree-latin-wght-normal.woff2"]).packed is None


def test_an_instrument_comes_with_script_and_style() -> None:
    assert {"positioning_map.js", "positioning_map.css"} <= set(theme.assets())
    script = theme.asset(theme.assets()["positioning_map.js"]).body.decode()
    assert "export default" in script
    assert not re.search(r"^import ", script, re.MULTILINE)


def test_an_edited_file_gets_a_new_name_and_the_old_one_still_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "FOLDERS", (tmp_path,))
    monkeypatch.setattr(files, "_sent", {})
    style = tmp_path / "some.css"
    style.write_text("a { color: red }")
    before = theme.assets()["some.css"]
    style.write_text("a { color: green; }")
    after = theme.assets()["some.css"]
    assert before != after
    assert theme.asset(before).body == b"a { color: red }"
    assert theme.asset(after).body == b"a { color: green; }"


def test_two_files_may_not_share_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.css").touch()
    monkeypatch.setattr(files, "FOLDERS", (tmp_path / "one", tmp_path / "two"))
    with pytest.raises(ValueError, match="share a name"):
        theme.assets()


@pytest.mark.parametrize("name", ["", "page.css", "../page.py", "page.000000000000.css"])
def test_an_unknown_name_gives_nothing(name: str) -> None:
    assert theme.asset(name) is None


# ── cells ────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("source", "calls"),
    [
        ('exercise("stuck_episode")', [("exercise", "stuck_episode")]),
        ('plenary("a")\nexercise("b")', [("plenary", "a"), ("exercise", "b")]),
        ("from workshops import exercise", []),
        ('x = exercise("a")', []),
        ('print("a")', []),
        ("exercise(name)", []),
        ('exercise("a", "b")', []),
        ("exercise(3)", []),
        ("exercise('a'", []),
        ("%matplotlib inline", []),
        ("", []),
    ],
)
def test_calls_are_read_and_never_run(source: str, calls: list[tuple[str, str]]) -> None:
    assert theme.calls(nbformat.v4.new_code_cell(source)) == calls


def test_text_has_no_calls() -> None:
    assert theme.calls(nbformat.v4.new_markdown_cell('exercise("a")')) == []


def test_parts_come_in_order_with_their_language() -> None:
    found = theme.parts(REAL)
    names = [one["part"] for one in found]
    assert names[:2] == ["title", "title"]
    assert names.index("theory") < names.index("task") < names.index("exercise")
    assert {one["language"] for one in found if "html" in one} == {"da", "en"}
    assert ("exercise", "stuck_episode") in [one for part in found for one in part.get("calls", ())]


# ── the page without kernel ──────────────────────────────────────────────────
@pytest.fixture(scope="module")
def rendered() -> str:
    return theme.render(REAL, {"words": "</script><script>alert(1)</script>"})


def test_the_page_is_danish_and_holds_both_languages(rendered: str) -> None:
    tag = re.search(r"<html[^>]*>", rendered)[0]
    assert 'lang="da"' in tag
    assert 'data-surface="phone"' in tag
    sections = re.findall(r'<section class="part"[^>]*lang="(\w+)"', rendered)
    assert sections.count("da") == sections.count("en") > 3


def test_the_page_runs_no_script_but_our_files(rendered: str) -> None:
    scripts = re.findall(r"<script[^>]*>", rendered)
    assert all("src=" in one or "application/json" in one for one in scripts)
    assert "<script>alert" not in rendered
    assert re.findall(r'\bon\w+="', rendered) == []


def test_the_config_is_json_whatever_is_in_it(rendered: str) -> None:
    config = re.search(r'<script id="config" type="application/json">(.*?)</script>', rendered)[1]
    assert config == '{"words":"\\u003c/script>\\u003cscript>alert(1)\\u003c/script>"}'


def test_the_page_shows_no_code_and_holds_a_place_for_each_call(rendered: str) -> None:
    assert "from workshops" not in rendered
    for part in ("exercise", "plenary"):
        place = (
            rf'<section class="part" data-exercise="stuck_episode" data-part="{part}"></section>'
        )
        assert re.search(place, rendered)


def test_the_page_asks_no_other_host(rendered: str) -> None:
    assert re.findall(r'(?:src|href)="(?:https?:)?//', rendered) == []
    for found in re.findall(r'(?:src|href)="/static/([^"]+)"', rendered):
        assert theme.asset(found)


def test_a_source_line_and_a_picture_are_marked_and_anchors_fall_out(tmp_path: Path) -> None:
    picture = '<svg viewBox="0 0 1 1"></svg>'
    text = f"## Overskrift\n\n{picture}\n\n*Kilde: Nogen 1990*\n\nKilde i teksten."
    notebook(tmp_path / "01_x.ipynb", ("theory-da", text))
    html = theme.parts(tmp_path / "01_x.ipynb")[0]["html"]
    assert '<p class="source"><em>Kilde: Nogen 1990</em></p>' in html
    assert "<p>Kilde i teksten.</p>" in html
    assert "<figure>" in html or "<svg" in html
    assert "anchor-link" not in html


def test_json_in_a_page_cannot_end_its_element() -> None:
    assert page.dump({"a": "</script>\u2028"}) == '{"a":"\\u003c/script>\\u2028"}'


# ── drawings ─────────────────────────────────────────────────────────────────
def _with(folder: Path, svg: str, markdown: str = "![Et ord & to](figures/a.svg)") -> Path:
    (folder / "figures").mkdir(exist_ok=True)
    (folder / "figures" / "a.svg").write_text(svg, encoding="utf-8")
    file = folder / "01_a.ipynb"
    nbformat.write(
        nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(markdown, id="theory")]), file
    )
    return file


def test_a_drawing_stands_in_the_page_with_its_words_and_our_colours(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0" fill="var(--c-ink, #111)"/></svg>'
    file = _with(tmp_path, svg)
    for html in (page.render(file, {}), page.parts(file)[0]["html"]):
        assert "<figure><svg" in html
        assert 'aria-label="Et ord &amp; to"' in html
        assert "var(--c-ink, #111)" in html
        assert "<img" not in html


def test_both_languages_of_the_first_notebook_have_their_drawing() -> None:
    html = theme.render(REAL, {})
    assert html.count("<figure><svg") == 2
    assert "Fortællelinje" in html
    assert "Storyline" in html


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<g onload="alert(1)"/>',
        '<image href="https://example.com/a.png"/>',
        '<a href="javascript:alert(1)"/>',
        '<path style="fill: url(https://example.com)"/>',
        "<foreignObject/>",
        "<style>@import 'x'</style>",
        "<g",
    ],
)
def test_a_drawing_that_is_more_than_a_drawing_is_refused(tmp_path: Path, inside: str) -> None:
    file = _with(tmp_path, f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>')
    with pytest.raises(ValueError, match=r"a\.svg"):
        page.parts(file)


@pytest.mark.parametrize(
    ("svg", "markdown"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>', None),
        ("<svg/>", "![](figures/a.svg)"),
        ("<svg/>", "![a](figures/b.svg)"),
        ("<svg/>", "![a](../../a.svg)"),
        (f"<svg>{' ' * 50_000}</svg>", None),
    ],
)
def test_a_drawing_from_elsewhere_or_without_words_is_refused(
    tmp_path: Path, svg: str, markdown: str | None
) -> None:
    file = _with(tmp_path, svg, *([markdown] if markdown else []))
    with pytest.raises(ValueError, match=r"\.svg"):
        page.parts(file)
