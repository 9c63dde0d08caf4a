"""What a device says of the pace is counted, never kept, and gone with the block or the device."""

from __future__ import annotations

import pytest

from tests.rooms import in_a_room, press, seated


def said(room):
    return {one: n for one, n in room.hall.told()["pace"].items() if n}


async def settled(bot):
    """Wait until the room has heard what the bot said before."""
    await bot.ask({"is": "help", "on": True})


def test_devices_are_counted_and_one_counts_once(tmp_path):
    async def play(room):
        anna, bo = await seated(room, "Anna"), await seated(room, "Bo")
        for value in ("pace_ok", "pace_slower"):
            await anna.say({"is": "pace", "value": value})
        await bo.say({"is": "pace", "value": "pace_slower"})
        await settled(anna)
        await settled(bo)
        assert said(room) == {"pace_slower": 2}
        await bo.say({"is": "pace", "value": None})
        await settled(bo)
        assert said(room) == {"pace_slower": 1}

    in_a_room(tmp_path, play)


def test_the_pace_goes_with_the_block_but_not_with_its_stage(tmp_path):
    async def play(room):
        anna = await seated(room)
        await anna.say({"is": "pace", "value": "pace_lost"})
        await settled(anna)
        await press(room, "stage", stage="group")
        await anna.until(lambda: anna.state["stage"] == "group")
        assert said(room) == {"pace_lost": 1}
        await press(room, "go", block="lunch")
        await anna.until(lambda: anna.state["block"] == "lunch")
        assert said(room) == {}

    in_a_room(tmp_path, play)


def test_a_device_that_leaves_takes_its_word_along_and_nothing_is_kept(tmp_path):
    async def play(room):
        anna, bo = await seated(room, "Anna"), await seated(room, "Bo")
        await anna.say({"is": "pace", "value": "pace_ok"})
        await settled(anna)
        assert room.store.events("pace") == []
        await anna.leave()
        await settled(bo)
        assert said(room) == {}

    in_a_room(tmp_path, play)


@pytest.mark.parametrize("value", ["pace_fast", 5, ["pace_ok"], {"a": 1}, True])
def test_anything_else_is_refused(tmp_path, value):
    async def play(room):
        anna = await seated(room)
        await anna.say({"is": "pace", "value": value})
        await anna.until(lambda: anna.last("refused"))
        assert said(room) == {}

    in_a_room(tmp_path, play)


def test_no_phone_is_told_the_counts(tmp_path):
    async def play(room):
        anna = await seated(room)
        assert "pace" not in anna.state
        assert "groups" not in anna.state

    in_a_room(tmp_path, play)
