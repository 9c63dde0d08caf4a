"""Our Voilà: each of its settings, asked of a running process."""

from __future__ import annotations

import contextlib
import json
import re
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from tests.walls import LOOPBACK, PAGE, Dashboards, MadeUpRoom, content, running, until
from workshops.dashboards import server
from workshops.dashboards.kernels import MAY_SEND, MOST
from workshops.dashboards.sent import plotly_file
from workshops.dashboards.server import EXTENSIONS, STATIC
from workshops.theme import assets

RENDER = f"/voila/render/{PAGE}.ipynb"
THEME = f"/theme/{assets()['tokens.css']}"
PLOTLY = f"/plotly/{plotly_file()[1]}"
KERNEL = "00000000-0000-0000-0000-000000000000"
LISTED = [
    "/wall", "/desk", "/alive", "/wall/qr.svg", RENDER, THEME, PLOTLY, f"{STATIC}/voila.js",
    "/exports/one.zip", f"/api/kernels/{KERNEL}",
]  # fmt: skip


@pytest.fixture(scope="module")
def room() -> Iterator[MadeUpRoom]:
    made = MadeUpRoom()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def dashboards(room: MadeUpRoom, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboards]:
    folder, data = content(tmp_path_factory.mktemp("content")), tmp_path_factory.mktemp("data")
    with running(folder, room, data) as found:
        yield found


@pytest.fixture(scope="module")
def drawn(dashboards: Dashboards) -> str:
    answer = dashboards.ask(RENDER)
    assert answer.code == 200
    return answer.text


def kernel_of(html: str) -> str:
    return re.search(r'"kernelId":"([\w-]+)"', html)[1]


def leave(dashboards: Dashboards, html: str) -> None:
    dashboards.ask(f"/voila/api/shutdown/{kernel_of(html)}", "POST")


def channel(dashboards: Dashboards, kernel: str) -> ClientConnection:
    url = f"ws://{LOOPBACK}:{dashboards.port}/api/kernels/{kernel}/channels?session_id={uuid4()}"
    return connect(url, additional_headers={"Authorization": f"token {dashboards.token}"})


def test_without_the_token_nothing_is_answered(dashboards: Dashboards) -> None:
    assert {dashboards.ask(path, token=False).code for path in LISTED} == {403}
    assert dashboards.ask("/wall?token=wrong", token=False).code == 403


def test_the_token_does_not_stay_in_the_address(dashboards: Dashboards) -> None:
    answer = dashboards.ask(f"/wall?lang=en&token={dashboards.token}", token=False)
    assert (answer.code, answer.headers["Location"]) == (302, "/wall?lang=en")
    cookie = next(one for one in answer.headers.get_all("Set-Cookie") if one.startswith("username"))
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    again = dashboards.ask("/wall", token=False, Cookie=cookie.split(";")[0])
    assert again.code == 200


@pytest.mark.parametrize("host", ["evil.example", "192.0.2.1:8866", "127.0.0.1.evil.example"])
def test_a_foreign_host_is_turned_away_even_with_the_token(
    dashboards: Dashboards, host: str
) -> None:
    assert {dashboards.ask(path, Host=host).code for path in LISTED} == {403}


def test_every_answer_carries_the_policy(dashboards: Dashboards) -> None:
    for path in [*LISTED, "/nothing", f"{STATIC}/none.js", "/voila/labextensions/none.js"]:
        for token in (True, False):
            policy = dashboards.ask(path, token=token).headers["Content-Security-Policy"]
            assert "default-src 'self'" in policy or "default-src 'none'" in policy, path
            assert "http" not in policy
            assert re.search(r"script-src[^;]*unsafe", policy) is None


def test_the_shell_page_runs_no_script_but_our_files(dashboards: Dashboards) -> None:
    answer = dashboards.ask("/wall")
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "blob:" not in policy
    assert re.findall(r"<script(?![^>]*(src=|application/json))", answer.text) == []


@pytest.mark.parametrize(
    "path",
    [
        "/", "/tree", "/voila/tree", "/voila/tree/day1_test", "/voila/api/contents/", "/login",
        "/logout", "/voila/files/day1_test/01_light.ipynb", "/voila/files/tests/walls.py",
        "/api/contents", "/api/kernels", "/api/kernelspecs", "/api/sessions", "/api/terminals",
        "/api/config/notebook", "/metrics", "/lab", "/notebooks/x", "/static/index.css",
        "/voila/templates/lab/static/index.css",
    ],
)  # fmt: skip
def test_nothing_is_listed_or_served_beside_our_pages(dashboards: Dashboards, path: str) -> None:
    assert dashboards.ask(path).code == 404
    assert dashboards.ask(path, "POST").code in (403, 404)


@pytest.mark.parametrize(
    "path",
    [
        "elsewhere/01_private.ipynb", "day1_test/../elsewhere/01_private.ipynb", "day1_test/",
        "day1_test/index.ipynb", "day1_test", "/etc/passwd", "day1_test/none.ipynb", "..",
        "desk/../desk.py", "day1_test/.ipynb_checkpoints/01_light.ipynb",
    ],
)  # fmt: skip
def test_only_notebooks_from_the_shelf_are_run(dashboards: Dashboards, path: str) -> None:
    before = dashboards.kernels
    assert dashboards.ask(f"/voila/render/{path}").code == 404
    assert dashboards.ask(f"/voila/render/{quote(path, safe='')}").code == 404
    assert dashboards.kernels == before


def test_template_and_theme_cannot_be_chosen_from_outside(
    dashboards: Dashboards, drawn: str
) -> None:
    other = dashboards.ask(f"{RENDER}?template=classic&theme=dark").text
    leave(dashboards, other)
    assert other.replace(kernel_of(other), kernel_of(drawn)) == drawn


def test_a_page_is_danish_unless_english_is_asked_for(dashboards: Dashboards, drawn: str) -> None:
    assert '<html lang="da"' in drawn
    english = dashboards.ask(f"{RENDER}?lang=en").text
    leave(dashboards, english)
    assert '<html lang="en"' in english


def test_sources_and_tracebacks_stay_inside(dashboards: Dashboards) -> None:
    html = dashboards.ask("/voila/render/day1_test/03_fails.ipynb").text
    leave(dashboards, html)
    assert 'class="sorry"' in html
    assert "</html>" in html
    for inside in ("secret_name", "never shown", "ValueError", "Traceback"):
        assert inside not in html
    assert "never shown" in dashboards.log.read_text()


def test_the_kernel_knows_room_face_and_language(dashboards: Dashboards, room: MadeUpRoom) -> None:
    html = dashboards.ask(f"{RENDER}?face=desk&lang=en").text
    leave(dashboards, html)
    output = json.loads(re.search(r'cell-output\+json">(.*?)</script>', html)[1])
    told = output["data"]["text/plain"]
    assert f"'LAERINGSDAGE_ROOM': '{room.address}'" in told
    assert f"'LAERINGSDAGE_TOKEN': '{room.token}'" in told
    assert "'LAERINGSDAGE_FACE': 'desk'" in told
    assert "'LAERINGSDAGE_LANGUAGE': 'en'" in told
    assert f"'LAERINGSDAGE_PLOTLY': '{PLOTLY}'" in told
    assert dashboards.token not in told


def test_a_page_loads_only_the_extensions_it_needs(drawn: str) -> None:
    config = json.loads(
        re.search(r'id="jupyter-config-data" type="application/json">(.*?)</script>', drawn)[1]
    )
    assert {one["name"] for one in config["federated_extensions"]} == set(EXTENSIONS)
    assert "jupyterlab-plotly" not in drawn


def test_a_page_names_no_other_host(dashboards: Dashboards, drawn: str) -> None:
    for html in (drawn, dashboards.ask("/wall").text):
        assert re.findall(r"""(?:src|href)=["'](?:https?:)?//""", html) == []
        assert "cdn" not in html


def test_a_visitor_may_not_run_code(dashboards: Dashboards, drawn: str, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    code = f"open({str(mark)!r}, 'w').close()"
    with channel(dashboards, kernel_of(drawn)) as line:
        line.send(_message("execute_request", code=code, silent=False))
        line.send(_message("shutdown_request", channel="control", restart=False))
        line.send(_message("kernel_info_request"))
        kinds = set()
        while "kernel_info_reply" not in kinds:
            kinds.add(json.loads(line.recv(timeout=20))["header"]["msg_type"])
    assert "execute_reply" not in kinds
    assert not mark.exists()
    assert dashboards.ask(f"/api/kernels/{kernel_of(drawn)}").code == 200


def _message(kind: str, channel: str = "shell", **inner: Any) -> str:
    header = {"msg_id": kind, "msg_type": kind, "session": "x", "username": "", "version": "5.3"}
    about = {"header": header, "parent_header": {}, "metadata": {}, "buffers": []}
    return json.dumps({**about, "channel": channel, "content": inner})


def test_the_kernel_channel_is_closed_without_the_token(dashboards: Dashboards, drawn: str) -> None:
    url = f"ws://{LOOPBACK}:{dashboards.port}/api/kernels/{kernel_of(drawn)}/channels"
    with pytest.raises(InvalidStatus, match="403"), connect(url):
        pass


def test_a_kernel_cannot_be_deleted_by_its_model(dashboards: Dashboards, drawn: str) -> None:
    assert dashboards.ask(f"/api/kernels/{kernel_of(drawn)}", "DELETE").code == 405


def test_leaving_a_page_ends_its_kernel(dashboards: Dashboards) -> None:
    answer = dashboards.ask(f"{RENDER}?face=wall")
    cookies = [one.split(";")[0] for one in answer.headers.get_all("Set-Cookie")]
    xsrf = next(one for one in cookies if one.startswith("_xsrf=")).removeprefix("_xsrf=")
    path, kernel = f"/voila/api/shutdown/{kernel_of(answer.text)}", kernel_of(answer.text)
    said = {"token": False, "Cookie": "; ".join(cookies)}
    assert dashboards.ask(path, "POST", **said).code == 403
    assert dashboards.ask(f"/api/kernels/{kernel}").code == 200
    assert dashboards.ask(path, "POST", **said, X_XSRFToken=xsrf).code == 204
    assert dashboards.ask(f"/api/kernels/{kernel}").code == 404
    assert dashboards.ask(path, "POST", **said, X_XSRFToken=xsrf).code == 204


def test_a_page_left_before_it_is_drawn_keeps_no_kernel(dashboards: Dashboards) -> None:
    before = dashboards.kernels
    lines = [f"GET {RENDER} HTTP/1.1", f"Host: {LOOPBACK}"]
    ask = "\r\n".join([*lines, f"Authorization: token {dashboards.token}", "", ""])
    with socket.create_connection((LOOPBACK, dashboards.port)) as line:
        line.sendall(ask.encode())
        until(lambda: dashboards.kernels > before)
    until(lambda: dashboards.kernels == before)


@pytest.mark.long
def test_kernels_of_lost_pages_make_room_and_there_are_never_many(dashboards: Dashboards) -> None:
    with contextlib.ExitStack() as pages:
        kernels = [kernel_of(dashboards.ask(RENDER).text) for _ in range(MOST + 1)]
        assert dashboards.kernels == MOST
        assert dashboards.ask(f"/api/kernels/{kernels[0]}").code == 404
        for one in kernels[1:]:
            pages.enter_context(channel(dashboards, one))
        assert dashboards.ask(RENDER).code == 503
    for one in kernels:
        dashboards.ask(f"/voila/api/shutdown/{one}", "POST")


@pytest.fixture
def set_up(tmp_path: Path) -> server.Dashboards:
    """Give the application as `main` makes it, before it listens."""
    kept = signal.getsignal(signal.SIGTERM)
    app = server.Dashboards(port=1, data=str(tmp_path), token="t", room="http://r", room_token="r")
    app.initialize()
    app.connection_dir = str(tmp_path)
    signal.signal(signal.SIGTERM, kept)
    return app


def test_the_settings_hold_before_it_listens(set_up: server.Dashboards) -> None:
    tornado, voila = set_up.init_settings(), set_up.voila_configuration
    assert (set_up.ip, set_up.port_retries, set_up.open_browser) == (LOOPBACK, 0, False)
    assert set_up.config_file_paths == []
    assert tornado["allow_remote_access"] is False
    assert (voila.strip_sources, voila.show_tracebacks) == (True, False)
    assert (voila.allow_template_override, voila.allow_theme_override) == ("NO", "NO")
    assert (voila.file_allowlist, voila.preheat_kernel) == ([], False)
    assert tornado["identity_provider"].allow_password_change is False


def test_idle_kernels_are_culled_and_dead_ones_stay_dead(set_up: server.Dashboards) -> None:
    kernels = set_up.init_settings()["kernel_manager"]
    assert (kernels.cull_idle_timeout, kernels.cull_interval) == (900, 30)
    assert kernels.cull_connected is False
    assert kernels.allowed_message_types == MAY_SEND
    assert kernels.kernel_manager_factory(parent=kernels).autorestart is False
    assert set(kernels.kernel_spec_manager.find_kernel_specs()) == {"python3"}


def test_a_restarted_server_knows_its_pages_again(set_up: server.Dashboards) -> None:
    first = set_up.init_settings()["cookie_secret"]
    assert first == set_up.init_settings()["cookie_secret"]
    set_up.token = "another"
    assert first != set_up.init_settings()["cookie_secret"]
