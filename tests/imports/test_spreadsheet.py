"""Texts that a spreadsheet must not compute."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdb.imports.spreadsheet import guarded, unguarded


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-5 degrees", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''-"])
def test_a_formula_becomes_a_text(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Talks", "1=1", "'tis", "’=", "'", "a\n=1"])
def test_other_texts_stay(text: str) -> None:
    assert guarded(text) == text


@given(st.text(alphabet="=+-@\t\r'a1 "))
def test_a_guarded_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
