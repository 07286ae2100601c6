"""TimeML is checked against the elements and attributes of its specification."""

import re
from pathlib import Path
from typing import Any

import pytest
from export_samples import EVERYTHING, exported
from lxml import etree

import eventdb
from eventdb.errors import QueryError
from eventdb.formats.creation import creation_time
from eventdb.query.selection import Selection

DTD = etree.DTD(str(Path(__file__).with_name("timeml-1.2.1.dtd")))
TEXT = (
    "The minister arrived in Geneva on Tuesday & left <early>.\x0c Ann Smith did not sign the treaty in "
    "March. Two days before the visit, talks had failed. Since April 2014 they have met every month. "
    "Bo Li attended a ceremony in Moscow on Monday. The ceremony was attended by Ann Smith."
)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> eventdb.Database:
    database = eventdb.open(tmp_path_factory.mktemp("timeml") / "events.db", create=True)
    with database.session() as session:
        for text, date in ((TEXT, "2015-05-12"), ("They met on Monday.", None)):
            created = creation_time(date, "given") if date else None
            eventdb.save(session, eventdb.analyze(eventdb.SourceDocument(text, created)))
    return database


def document(database: eventdb.Database, query: str = "doc:1") -> Any:
    data, _ = exported(database, "timeml", Selection(**fields(), query=query))
    return etree.fromstring(data)


def fields() -> dict[str, Any]:
    return {name: getattr(EVERYTHING, name) for name in ("dating", "statuses", "salient")}


def test_it_is_valid(database: eventdb.Database) -> None:
    assert DTD.validate(document(database)), DTD.error_log


def test_a_document_without_a_date_is_valid_and_has_no_t0(database: eventdb.Database) -> None:
    root = document(database, "doc:2")
    assert DTD.validate(root), DTD.error_log
    assert not root.xpath("//TIMEX3[@functionInDocument]")


def test_its_text_is_that_of_the_document(database: eventdb.Database) -> None:
    text = "".join(document(database).itertext())
    assert text.rstrip("\n") == TEXT.replace("\x0c", " ")


def test_times_events_and_their_relations(database: eventdb.Database) -> None:
    root = document(database)
    (tuesday,) = root.xpath("//TIMEX3[.='Tuesday']")
    assert (tuesday.get("type"), tuesday.get("value")) == ("DATE", "2015-05-12")
    (zero,) = root.xpath("//TIMEX3[@functionInDocument='CREATION_TIME']")
    assert (zero.get("tid"), zero.get("value"), zero.text) == ("t0", "2015-05-12", None)
    (arrived,) = root.xpath("//EVENT[.='arrived']")
    (instance,) = root.xpath(f"//MAKEINSTANCE[@eventID='{arrived.get('eid')}']")
    assert (instance.get("tense"), instance.get("pos"), instance.get("polarity")) == ("PAST", "VERB", "POS")
    links = root.xpath(
        f"//TLINK[@eventInstanceID='{instance.get('eiid')}'][@relatedToTime='{tuesday.get('tid')}']"
    )
    assert [link.get("relType") for link in links] == ["IS_INCLUDED"]
    (sign,) = root.xpath("//EVENT[.='sign']")
    assert root.xpath(f"//MAKEINSTANCE[@eventID='{sign.get('eid')}']/@polarity") == ["NEG"]


def test_an_offset_becomes_an_order(database: eventdb.Database) -> None:
    root = document(database)
    (failed,) = root.xpath("//EVENT[.='failed']/@eid")
    instance = failed.replace("e", "ei")
    relations = root.xpath(f"//TLINK[@eventInstanceID='{instance}'][@relatedToEventInstance]/@relType")
    assert relations == ["BEFORE"]


def test_mentions_of_one_event_are_identical(database: eventdb.Database) -> None:
    root = document(database)
    first, second = root.xpath("//EVENT[.='ceremony']/@eid")
    (link,) = root.xpath(f"//TLINK[@eventInstanceID='{second.replace('e', 'ei')}'][@relType='IDENTITY']")
    assert link.get("relatedToEventInstance") == first.replace("e", "ei")


def test_what_timeml_has_no_relation_for_is_said(database: eventdb.Database) -> None:
    _, remarks = exported(database, "timeml", Selection(**fields(), query="doc:1"))
    assert all(re.fullmatch(r"\d+ events? .*: TimeML has no relation [A-Z_]+", line) for line in remarks)
    assert remarks


def test_several_documents_do_not_fit_one_file(database: eventdb.Database) -> None:
    with pytest.raises(QueryError, match=r"holds one document, and the events are of 1, 2: add doc:NUMBER"):
        exported(database, "timeml")
