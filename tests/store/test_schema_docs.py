"""docs/schema.md describes every table and column, and none that there is not."""

import re
from pathlib import Path

import pytest
from schema_picture import PICTURE, picture
from sqlalchemy import Table

from eventdb.store.models import Base

PAGE = (Path(__file__).parents[2] / "docs" / "schema.md").read_text(encoding="utf-8")
SECTIONS = {
    name: body
    for heading, body in re.findall(r"^## (`.*)\n((?:(?!^## ).*\n?)*)", PAGE, re.MULTILINE)
    for name in re.findall(r"`(\w+)`", heading)
}


@pytest.mark.parametrize("table", Base.metadata.sorted_tables, ids=lambda table: table.name)
def test_every_column_is_described(table: Table) -> None:
    described = set(re.findall(r"`(\w+)`", SECTIONS[table.name]))
    assert set(table.columns.keys()) <= described


def test_the_picture_is_that_of_the_models() -> None:
    assert PICTURE.findall(PAGE) == [picture()], (
        "draw it anew: python tests/store/schema_picture.py docs/schema.md"
    )


def test_no_table_is_described_that_is_not_there() -> None:
    assert SECTIONS.keys() == Base.metadata.tables.keys()
