"""A record has the bounds of its event, whether the inner ones are the outer ones or not."""

from pathlib import Path

from export_samples import DATES, EVERYTHING, database_of

from eventdb.formats.listed_records import records
from eventdb.query.paging import events
from eventdb.temporal.edtf import iso_earliest, iso_latest


def test_the_bounds_of_every_kind_of_date(tmp_path: Path) -> None:
    with (
        database_of(tmp_path, DATES) as database,
        database.session(read_only=True) as session,
    ):
        told = {record.id: record for record in records(session, EVERYTHING)}
        for event in events(session, EVERYTHING):
            begin, end = event.extent.begin, event.extent.end
            record = told[event.id]
            assert (record.begin_earliest, record.end_earliest) == tuple(
                None if bound is None else iso_earliest(bound) for bound in (begin.earliest, end.earliest)
            )
            assert (record.begin_latest, record.end_latest) == tuple(
                None if bound is None else iso_latest(bound) for bound in (begin.latest, end.latest)
            )
        assert len(told) == len(DATES)
        inner = [(r.begin_latest, r.end_earliest) for r in told.values() if r.begin_latest != r.end_latest]
        assert ("2014-04-30", "2015-05-12") in inner
