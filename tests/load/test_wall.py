"""What ``laeringsdage bench wall`` measures is there: a block prepared, changed to, tapped at."""

from __future__ import annotations

import pytest

from tests.rooms import on_a_loop
from workshops.bench_wall import wall


@pytest.mark.long
@pytest.mark.usefixtures("chromium")
def test_the_big_screen_is_measured_with_its_own_kernels() -> None:
    found = on_a_loop(wall())
    # How fast is for the bench to say; it answers only when the wall showed what was tapped.
    assert min(found["cold_s"], found["change_s"], found["tap_s"]["p50"]) > 0
