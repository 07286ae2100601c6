"""Events made by hand, with any bounds, and a database that holds some."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from eventdb.query.filters import Condition
from eventdb.store.models import Document, Entity, Event, Participation, Place
from eventdb.temporal.edtf import format_extent, parse_edtf


@dataclass(frozen=True)
class Sample:
    """What a test wants of an event; `edtf` gives its bounds."""

    title: str
    edtf: str
    who: tuple[str, ...] = ()
    where: str | None = None
    status: str = "asserted"
    basis: str = "stated"
    quote: str = "A sentence."
    document: int = 1


SAMPLES = (
    Sample("Siege of the castle", "1120~", basis="stated"),
    Sample("Parliament opened", "2014-03", ("Ana Silva",), "Lisbon", quote="Parliament was opened."),
    Sample("Sanctions imposed", "2014-03-17", ("The Council",), basis="deictic", quote="They sanctioned it."),
    Sample("Strike", "2014-04/2015-05-12", ("Dock workers", "Ana Silva"), basis="event-relative"),
    Sample("Bridge closed", "[..2014-04]", basis="tense"),
    Sample("Embargo", "2015/..", status="negated"),
    Sample("Summit", "2016-06-01", ("Bo 100%_sure",), "Port of Lisbon", "planned", "deictic", document=2),
    Sample("Meeting of nobody knows when", "..", basis="none"),
)


@dataclass
class _Rows:
    documents: dict[int, Document] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)


def add_samples(session: Session, samples: Iterable[Sample] = SAMPLES) -> None:
    """Writes the samples, in two documents."""
    rows = _Rows()
    rows.documents[1] = Document(
        sha256="1", text="", analyzed_with="0", title="Almanac", source="The Daily Example"
    )
    rows.documents[2] = Document(sha256="2", text="", analyzed_with="0", path="notes/summit.txt")
    for position, sample in enumerate(samples):
        session.add(_event(sample, position, rows))
        session.flush()


def _event(sample: Sample, position: int, rows: _Rows) -> Event:
    extent = parse_edtf(sample.edtf)
    entities = [rows.entities.setdefault(name, Entity(name=name, kind="person")) for name in sample.who]
    return Event(
        document=rows.documents[sample.document],
        title=sample.title,
        when=sample.edtf,
        status=sample.status,
        basis=sample.basis,
        basis_text="",
        quote=sample.quote,
        edtf=format_extent(extent),
        approximate=extent.approximate,
        uncertain=extent.uncertain,
        begin_earliest=extent.begin.earliest,
        begin_latest=extent.begin.latest,
        end_earliest=extent.end.earliest,
        end_latest=extent.end.latest,
        place=Place(name=sample.where) if sample.where else None,
        start=position,
        end=position + 1,
        participations=[Participation(entity=entity, role="agent", start=0, end=0) for entity in entities],
    )


def titles(session: Session, *conditions: Condition) -> list[str]:
    """The titles of the events that satisfy all conditions, as they were added."""
    return list(session.scalars(select(Event.title).where(*conditions).order_by(Event.id)))
