"""Twins: what a method's `plenary()` gives, in sentences and as a table, for whoever cannot see it.

Plain values in, plain values out; phone, Word and spreadsheet say the same as the big screen.
"""

from __future__ import annotations

from typing import Any

from workshops.figures import Plain, count_of, heads_of, in_words

PARTIES = ("mine", "theirs")


def twin(plain: Plain, words: dict[str, str], groups: tuple[str, ...] = ()) -> dict[str, Any]:
    """Give the picture as sentences and a table: {sentences, heads, rows}.

    `groups` are the names of the groups that a figure is made of, in its order.
    """
    told = {
        "arrows": _arrows,
        "hierarchies": _marked,
        "loops": _looped,
        "strips": _tapped,
        "timelines": _stopped,
        "matrix": _crossed,
        "bars": _counted,
        "shares": _shared,
        "stacks": _stacked,
        "questions": _asked,
        "dots": _dotted,
        "points": _pointed,
    }.get(plain["kind"], _lines)
    return told(plain, words, groups)


def _counting(plain: Plain, words: dict[str, str]) -> list[str]:
    count = count_of(plain)
    return [words["plenary_count"].format(n=count) if count else words["plenary_empty"]]


def _lines(plain: Plain, words: dict[str, str], _groups: tuple[str, ...]) -> dict[str, Any]:
    lines = [[line] for line in plain.get("lines", ())]
    sentences = _counting(plain | {"lines": lines, "kind": "lines"}, words)
    return {"sentences": sentences, "heads": [words["plenary_title"]], "rows": lines}


def _arrows(plain: Plain, words: dict[str, str], _groups: tuple[str, ...]) -> dict[str, Any]:
    arrows = plain["arrows"]
    sentences = [words["twin_arrows"].format(n=len(arrows))] if arrows else [words["plenary_empty"]]
    for end, word in (("from", "twin_invited"), ("to", "twin_wished")):
        if arrows and word in words:
            sentences.append(words[word].format(**_towards([arrow[end] for arrow in arrows])))
    heads = [words["key_invited"], words["key_wished"]]
    rows = [[in_words(arrow[end], words) for end in ("from", "to")] for arrow in arrows]
    return {"sentences": sentences, "heads": heads, "rows": rows}


def _towards(places: list[list[float]]) -> dict[str, int]:
    return {
        "left": sum(x < 0 for x, _ in places),
        "right": sum(x > 0 for x, _ in places),
        "bottom": sum(y < 0 for _, y in places),
        "top": sum(y > 0 for _, y in places),
    }


def _marked(plain: Plain, words: dict[str, str], _groups: tuple[str, ...]) -> dict[str, Any]:
    """Give which level each party had as its highest context, counted in the levels' own order."""
    names = (words["party_mine_group"], f"{words['party_theirs']} · {words['guess_group']}")
    sentences = [words["plenary_highest"]] if plain["hierarchies"] else [words["plenary_empty"]]
    for party, name in zip(PARTIES, names, strict=True):
        counted = {level: n for level, n in plain["highest"][party].items() if n}
        told = ", ".join(f"{words[f'level_{level}']} {n}" for level, n in counted.items())
        if plain["hierarchies"]:
            sentences.append(f"{name}: {told or words['plenary_none']}")
    heads = [words[one] for one in heads_of(plain)]
    return {"sentences": sentences, "heads": heads, "rows": plain["rows"]}


def _looped(plain: Plain, words: dict[str, str], groups: tuple[str, ...]) -> dict[str, Any]:
    """Give each loop's arrows as "who → whom"."""
    rows = []
    for at, loop in enumerate(plain["loops"]):
        names = {one["id"]: one["name"] for one in loop["actors"]}
        steps = [(names.get(one["from"]), names.get(one["to"])) for one in loop["arrows"]]
        told = ", ".join(f"{start} → {end}" for start, end in steps if start and end)
        if told:
            rows.append([groups[at] if at < len(groups) else "", told])
    heads = ["", words["plenary_arrows"]]
    return {"sentences": _counting(plain, words), "heads": heads, "rows": rows}


def _tapped(plain: Plain, words: dict[str, str], groups: tuple[str, ...]) -> dict[str, Any]:
    """Give each strip as its changes of hat, with the time of each in minutes and seconds."""
    rows = []
    for at, strip in enumerate(plain["strips"]):
        if strip:
            turns = [{"at": 0, "to": strip["first"]}, *strip["shifts"]]
            told = ", ".join(_turn(one, words) for one in turns)
            rows.append([groups[at] if at < len(groups) else "", told])
    heads = ["", words["plenary_arrows"]]
    return {"sentences": _counting(plain, words), "heads": heads, "rows": rows}


def _turn(one: dict[str, Any], words: dict[str, str]) -> str:
    known = {True: words["key_said"], False: words["key_unsaid"]}.get(one.get("announced"), "")
    asked = words["key_asked"] if one.get("permission") else ""
    told = " · ".join(part for part in (known, asked) if part)
    name = words[f"hat_{one['to']}"]
    time = f"{one['at'] // 60}:{one['at'] % 60:02} {name}"
    return f"{time} ({told})" if told else time


def _stopped(plain: Plain, words: dict[str, str], groups: tuple[str, ...]) -> dict[str, Any]:
    """Give each meeting as its turns and time-outs, with the time of each as on a watch."""
    rows = []
    for at, line in enumerate(plain["timelines"]):
        if line:
            steps = [(one["at"], words[f"level_{one['to']}"]) for one in line["turns"]]
            for number, one in enumerate(line["timeouts"], start=1):
                steps.append((one["at"], words["timeout_n"].format(n=number)))
            told = ", ".join(f"{step // 60}:{step % 60:02} {name}" for step, name in sorted(steps))
            rows.append([groups[at] if at < len(groups) else "", told])
    heads = ["", words["plenary_arrows"]]
    return {"sentences": _counting(plain, words), "heads": heads, "rows": rows}


def _crossed(plain: Plain, words: dict[str, str], groups: tuple[str, ...]) -> dict[str, Any]:
    """Give a matrix as the table it is; without columns of its own it has one for each group."""
    heads = [words[key] for key in plain["across"]] or list(groups)
    rows = [
        [words[key], *(str(cell) for cell in cells)]
        for key, cells in zip(plain["down"], plain["cells"], strict=True)
    ]
    widest = max((len(row) for row in rows), default=1)
    named = ["", *heads, *[""] * widest][:widest]
    return {"sentences": _counting(plain, words), "heads": named, "rows": rows}


def _stacked(plain: Plain, words: dict[str, str], groups: tuple[str, ...]) -> dict[str, Any]:
    """Give each group's bars as rows and what they are made of as columns; empty bars fall out."""
    rows = []
    for at, stack in enumerate(plain["stacks"]):
        name = groups[at] if at < len(groups) else ""
        for bar, amounts in zip(plain["bars"], stack, strict=True):
            if any(amounts):
                told = " · ".join(text for text in (name, words[bar]) if text)
                rows.append([told, *(str(amount) for amount in amounts)])
    heads = ["", *(words[part] for part in plain["parts"])]
    return {"sentences": _counting(plain, words), "heads": heads, "rows": rows}


def _counted(plain: Plain, words: dict[str, str], _groups: tuple[str, ...]) -> dict[str, Any]:
    """Give the bars as words and numbers, in the exercise's own order."""
    rows = [[words[key], str(count)] for key, count in plain["bars"]]
    heads = [words["plenary_arrows"], str(plain["of"])]
    return {"sentences": _counting(plain, words), "heads": heads, "rows": rows}


def _dotted(plain: Plain, words: dict[str, str], _groups: tuple[str, ...]) -> dict[str, Any]:
    """Give each plot's steps that somebody chose, with how many did."""
    rows = []
    for plot in plain["plots"]:
        stops = [words[stop] for stop in plot.get("stops", ())]
        steps = stops or [str(step) for step in range(len(plot["counts"]))]
        chosen = [f"{step}: {n}" for step, n in zip(steps, plot["counts"], strict=True) if n]
        if chosen:
            rows.append([words[plot["key"]], " · ".join(chosen)])
    heads = [words["plenary_arrows"], words["plenary_spread"]]
    return {"sentences": _counting(plain, words), "heads": heads, "rows": rows}


def _pointed(plain: Plain, words: dict[str, str], _groups: tuple[str, ...]) -> dict[str, Any]:
    """Give each activity's points in words, with how many chose the same one."""
    said = words["point_in_words"]
    rows = []
    for plot in plain["plots"]:
        told = [
            said.format(skill=skill, challenge=challenge) + (f" ({n})" if n > 1 else "")
            for skill, challenge, n in plot["points"]
        ]
        if told:
            rows.append([words[plot["key"]], " · ".join(told)])
    heads = [words["plenary_arrows"], words["plenary_spread"]]
    return {"sentences": _counting(plain, words), "heads": heads, "rows": rows}


def _asked(plain: Plain, words: dict[str, str], groups: tuple[str, ...]) -> dict[str, Any]:
    """Give the order of each interview as kinds, and every mark as asked and heard."""
    sentences = _counting(plain, words)
    for at, order in enumerate(plain["orders"]):
        if order:
            told = " → ".join(words[kind] for kind in order)
            sentences.append(f"{groups[at]}: {told}" if at < len(groups) else told)
    rows = [[words[pair["asked"]], words[pair["heard"]]] for pair in plain["pairs"]]
    return {"sentences": sentences, "heads": [words["asked"], words["heard"]], "rows": rows}


def _shared(plain: Plain, words: dict[str, str], _groups: tuple[str, ...]) -> dict[str, Any]:
    """Give how many of all answered what, item by item, in the exercise's own order."""
    rows = [
        [words[key], *(str(count) for count in counts)]
        for key, counts in zip(plain["items"], plain["counts"], strict=True)
    ]
    heads = ["", *(words[key] for key in plain["scale"])]
    return {
        "sentences": _counting(plain, words),
        "heads": heads,
        "rows": rows if plain["n"] else [],
    }
