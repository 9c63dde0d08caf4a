"""A group's day on one page, calm as a small newspaper: headline, picture, columns, a box.

All of it is the group's own words (`stories` says which become what); what there is no room for
is cut after a whole sentence, and the page says where the rest is. It is always one page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from workshops.takeaway import document, paper, pictures
from workshops.takeaway.document import Document, Leaf, Part
from workshops.takeaway.gathered import Gathered, date_name, table_name, together
from workshops.takeaway.newspaper import stories
from workshops.takeaway.newspaper.columns import columns, in_box
from workshops.takeaway.newspaper.fitting import COLUMN, cut, lines_of, smaller
from workshops.takeaway.newspaper.stories import Story
from workshops.takeaway.phrases import dotted
from workshops.takeaway.pictures import badge
from workshops.takeaway.pictures.drawing import Drawing
from workshops.words import sentence, words

ROOM = 259.0
"""Millimetres the page has for what is on it; a little is left, for Word and the press differ."""
HEADLINE, STANDFIRST = 26.0, 13.0
"""Points."""
HEADLINE_LINES, STANDFIRST_LINES = 3, 3
TALLEST = 0.48
"""The part of the room a picture may take; a higher one leaves too little for words."""
LEAST_SIZE = 0.75
"""A picture is never made smaller than this part of itself: its words must stay readable."""


def page(several: Sequence[Gathered], language: str, table: str = "") -> Document:
    """Give the page of the group at a table: of the day's exercises, or of one alone.

    Each of `several` holds that group's sheet; without `table` the first sheet's group is meant.
    """
    tables = [output.table for one in several for output in one.outputs]
    wanted = table or (tables[0] if tables else "")
    told = [
        found
        for one in several
        for output in one.outputs
        if output.table == wanted and (found := stories.story(one, output))
    ]
    name = table_name(wanted, language) if wanted else words(language)["take_kit"]
    made = max((one.made for one in several), default=datetime.now().astimezone())
    if not told:
        kit, to_come = words(language)["take_kit"], words(language)["take_paper_nothing"]
        parts = [document.heading(name, 1), document.frame(to_come)]
        leaf = Leaf(parts, kit, date_name(made, language))
        return Document(name, language, made, kit, [leaf])
    return Document(_title(told, name), language, made, told[0].one.day_title, [_leaf(told, name)])


def _title(told: list[Story], name: str) -> str:
    one = told[0].one
    if len(told) == 1:
        return sentence("take_paper_alone", one.language, group=name, method=one.method)
    return sentence("take_paper_title", one.language, group=name, day=one.day)


def _leaf(told: list[Story], name: str) -> Leaf:
    one = told[0].one
    kit = words(one.language)["take_kit"]
    dates = sorted(story.one.date for story in told if story.one.date)
    date = date_name(dates[0], one.language) if dates else ""
    left = dotted(kit, one.day_title)
    right = dotted(one.day, date)
    return Leaf(list(_parts(told, name)), left, right, "", name)


def _parts(told: list[Story], name: str) -> list[Part]:
    lead = _lead(told)
    top, high = _top(lead, told, name)
    box, box_high = in_box(told)
    room = ROOM - high - box_high
    in_order = [lead, *(story for story in told if story is not lead)]
    drawn = _picture(in_order, room)
    beside = drawn if drawn and drawn.width <= COLUMN else None
    if drawn and not beside:
        top.append(document.picture(drawn, drawn.twin or drawn.title))
        room -= drawn.height + 5
    return [*top, *columns([_without(story, lead) for story in in_order], room, beside), *box]


def _lead(told: list[Story]) -> Story:
    """Give the story the headline is of: of those short enough the one `CHOSEN` names first."""
    chosen = [story for story in told if story.chosen]
    short = [story for story in chosen if _lines(story) <= HEADLINE_LINES]
    return min(short or chosen or told, key=lambda story: story.rank)


def _lines(story: Story) -> int:
    said = _quoted(story.chosen, story.one.language)
    return lines_of(said, paper.MEASURE, paper.VOICE, HEADLINE)


def _quoted(text: str, language: str) -> str:
    return text if text[:1] in '”“"»' else sentence("take_quote", language, text=text)


def _top(lead: Story, told: list[Story], name: str) -> tuple[list[Part], float]:
    """Give what stands above the columns, and how high it is: headline, who, what it is about."""
    language = lead.one.language
    parts, high = [], 0.0
    within = paper.MEASURE - 2 * HEADLINE * paper.POINT  # the marks around it need room, too
    said, _more = cut(lead.chosen, HEADLINE_LINES, within, paper.VOICE, HEADLINE)
    said = _quoted(said, language) if said else name
    parts.append(document.heading(said, 1, "headline"))
    high += lines_of(said, paper.MEASURE, paper.VOICE, HEADLINE) * 10.95 + 3
    members = max((story.output.members for story in told), key=len)
    who = together(members, language)
    parts.append(document.signed(badge.draw(lead.output.table), name, who, 2))
    high += 7 + 4.9 * lines_of(who or " ", paper.MEASURE - 32, paper.KIT, paper.BODY)
    about = lead.about if lead.about != lead.chosen else ""
    if about:
        about, _more = cut(about, STANDFIRST_LINES, paper.MEASURE, paper.VOICE, STANDFIRST)
        parts.append(document.line(about, "standfirst", below=4))
        high += lines_of(about, paper.MEASURE, paper.VOICE, STANDFIRST) * 6.55 + 1.5
    return parts, high


def _without(story: Story, lead: Story) -> Story:
    """Give a story without what stands above it already; what the group chose comes first."""
    above = (lead.chosen, lead.about) if story is lead else ()
    items = [item for item in story.items if item[1] not in above]
    return replace(story, items=tuple(sorted(items, key=lambda one: story.chosen not in one[1])))


def _picture(told: list[Story], room: float) -> Drawing | None:
    """Give the first picture that is readable on the page: of the headline's story, if it can."""
    for story in told:
        answer = story.output.answer.for_all()
        for drawing in pictures.of_sheet(story.one.exercise, answer, story.one.language):
            narrow = COLUMN if drawing.width * LEAST_SIZE <= COLUMN else paper.MEASURE
            by = min(1.0, narrow / drawing.width, room * TALLEST / drawing.height)
            if by >= LEAST_SIZE:
                return smaller(drawing, drawing.width * by)
    return None
