"""A pasted list: read whatever its marks and header, private facts left behind, nothing guessed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshops.identity import ALIAS_MOST, AREAS, ROLES, Person, is_near, unclaimed
from workshops.programme.roster import read


def rows(text, people=()):
    return [(one.alias, one.area, one.district) for one in read(text, people).rows]


ANNA = ("Anna Krogh", "daycare", "Nord")
BO = ("Bo Lund", "school", "Syd")


@pytest.mark.parametrize(
    "text",
    [
        "Navn\tOmråde\tDistrikt\nAnna Krogh\tDagtilbud\tNord\nBo Lund\tSkole\tSyd",
        "navn;område;distrikt\r\nAnna Krogh;dagtilbud;Nord\r\nBo Lund;skoleområdet;Syd\r\n",
        "Name,Area,District\nAnna Krogh,Day care,Nord\nBo Lund,School,Syd\n",
        "\ufeffDistrikt;Fornavn;Efternavn;Område\nNord;Anna;Krogh;Dagtilbud\nSyd;Bo;Lund;Skole",
        "Anna Krogh;Dagtilbud;Nord\nBo Lund;Skole;Syd",
        "Skole;Bo Lund;Syd\nDagtilbud;Anna Krogh;Nord",
        '"Anna Krogh";"Dagtilbud";"Nord"\n\n;;\n"Bo Lund";"Skole";"Syd"\n',
    ],
)
def test_a_list_is_read_by_tab_semicolon_or_comma_with_or_without_a_header(text):
    assert sorted(rows(text)) == [ANNA, BO]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Krogh\nBo Lund",
        "1. Anna Krogh\n2. Bo Lund",
        "- Anna Krogh\n• Bo Lund\n",
        "Deltagere\nAnna Krogh\nBo Lund",
    ],
)
def test_names_alone_are_enough(text):
    assert [one.alias for one in read(text).rows] == ["Anna Krogh", "Bo Lund"]


def test_surnames_before_a_comma_are_turned():
    text = "Krogh, Anna\nLund, Bo\nFriis, Ida\nHjort, Ole"
    assert [one.alias for one in read(text).rows][:2] == ["Anna Krogh", "Bo Lund"]


def test_mail_phone_and_personal_numbers_are_left_behind():
    text = (
        "Navn;Mail;Telefon;CPR\nAnna;anna@kommune.dk;+45 12 34 56 78;010203-1234\nBo <bo@k.dk>;;;"
    )
    pasted = read(text)
    assert [one.alias for one in pasted.rows] == ["Anna", "Bo"]
    assert pasted.left_out > 0
    assert not any(sign in repr(pasted) for sign in ("@", "12 34", "010203"))


def test_roles_are_given_by_their_names():
    text = "navn;rolle\nAnna;Arbejdsgruppe\nBo;underviser\nIda;deltager\nOle;chef"
    pasted = read(text).rows
    assert [one.role for one in pasted] == [
        "working_group",
        "trainer",
        "participant",
        "participant",
    ]
    assert pasted[3].unclear == ("role",)


def test_what_is_unclear_is_said_and_what_cannot_land_does_not():
    pasted = read("navn;område\nAnna;Rummet\n;Skole\nAnna;Skole\n" + "x" * 40 + ";").rows
    assert [(one.unclear, one.usable) for one in pasted] == [
        (("area",), True),
        (("no_name",), False),
        (("twice",), False),
        (("long_name",), True),
    ]


def test_who_is_on_the_list_already_is_known_by_name():
    there = [Person("a", "anna  krogh"), Person("b", "Bo", gone=True)]
    pasted = read("Anna Krogh\nBo", there).rows
    assert [(one.person, one.is_new) for one in pasted] == [("a", False), ("", True)]


@given(st.text(max_size=400))
def test_any_text_is_read_without_a_fault(text):
    for one in read(text).rows:
        assert len(one.alias) <= ALIAS_MOST
        assert one.area in AREAS
        assert one.role in ROLES
        assert not re.search(r"\w@\w[\w-]*\.\w", one.alias)  # no address of a letter box


def test_a_whole_address_book_is_cut_and_said_so():
    pasted = read("\n".join(f"Navn {at}x" for at in range(900)))
    assert pasted.too_many
    assert len(pasted.rows) <= 201


def test_a_seat_waits_for_a_name_and_for_an_unmistakable_first_name():
    people = [
        Person("a", "Anna Krogh", device=False),
        Person("b", "Bo K.", device=False),
        Person("c", "Bo L.", device=False),
    ]
    assert unclaimed("anna krogh", people) == people[0]
    assert unclaimed("Anna", people) == people[0]
    assert unclaimed("bo k", people) == people[1]
    assert unclaimed("Bo", people) is None
    assert unclaimed("Krogh", people) is None
    assert is_near("Krogh", people)
    assert not is_near("Yrsa", people)


def test_a_seat_that_is_taken_waits_for_nobody():
    people = [Person("a", "Anna Krogh"), Person("b", "Anna Holm", device=False)]
    assert unclaimed("Anna Krogh", people) is None
    assert unclaimed("Anna", people) is None
    assert unclaimed("Anna Holm", people) == people[1]
    assert not is_near("Bo", people)


def test_an_old_seat_is_somebody_who_has_come():
    old = {"alias": "Anna", "table": "3", "learning_group": "", "code": "x"}
    person = Person.of(old, "a")
    assert (person.device, person.absent, person.role, person.area) == (
        True,
        False,
        "participant",
        "",
    )
    assert Person.of(person.seat, "a") == person
