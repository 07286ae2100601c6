"""The page that tells users how time is read says what is true."""

import re
from pathlib import Path

from eventdb.expression.notation import dump, load
from eventdb.temporal.edtf import format_extent, parse_edtf

PAGE = (Path(__file__).parents[2] / "docs" / "time.md").read_text(encoding="utf-8")


def test_every_expression_on_the_page_is_in_the_notation() -> None:
    block = re.search(r"```\n(.*?)```", PAGE, re.DOTALL)
    assert block is not None
    notations = [line.split("  ")[0] for line in block[1].splitlines()]
    assert len(notations) > 5
    assert [dump(load(notation)) for notation in notations] == notations


def test_every_edtf_text_on_the_page_is_edtf() -> None:
    table = PAGE[PAGE.index("| EDTF |") : PAGE.index("A set in brackets")]
    texts = re.findall(r"`([^`]+)`", table)
    assert len(texts) > 10
    assert [format_extent(parse_edtf(text)) for text in texts] == texts
