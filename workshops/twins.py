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
        "matrix": _crossed,
        "bars": _counted,
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


def _counted(plain: Plain, words: dict[str, str], _groups: tuple[str, ...]) -> dict[str, Any]:
    """Give the bars as words and numbers, in the exercise's own order."""
    rows = [[words[key], str(count)] for key, count in plain["bars"]]
    heads = [words["plenary_arrows"], str(plain["of"])]
    return {"sentences": _counting(plain, words), "heads": heads, "rows": rows}
