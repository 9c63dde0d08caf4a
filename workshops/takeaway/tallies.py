"""What a plenary's figure counts or shows, as the table that paper has below its picture."""

from __future__ import annotations

from collections import Counter

from workshops.takeaway.gathered import Gathered
from workshops.words import sentence, words


def tallied(one: Gathered) -> tuple[list[str], list[list[str]]]:
    """Give a figure's heads and rows; questions that are alike once, with how many there are.

    What groups wrote in a matrix has a row for each text: beside each other the texts were a word
    wide.
    """
    told, kit, figure = one.told, words(one.language), one.figure
    if figure["kind"] == "matrix" and not figure["across"]:
        groups = told["heads"][1:]
        rows = [
            [row[0], group, text]
            for row in told["rows"]
            for group, text in zip(groups, row[1:], strict=True)
            if text
        ]
        heads = [one.words["plenary_arrows"], kit["take_column_group"], kit["take_column_value"]]
        return heads, rows
    if figure["kind"] == "bars":
        counted = sentence("take_count_of", one.language, n=figure["of"])
        return [told["heads"][0], counted], told["rows"]
    if figure["kind"] != "questions":
        return told["heads"], told["rows"]
    many = Counter(map(tuple, told["rows"]))
    rows = [[*row, str(count)] for row, count in many.most_common()]
    return [*told["heads"], kit["take_count"]], rows
