"""The examples in the docstrings of the two lowest floors are true."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import eventdb.expression
import eventdb.temporal

MODULES = [
    f"{package.__name__}.{module.name}"
    for package in (eventdb.temporal, eventdb.expression)
    for module in pkgutil.iter_modules(package.__path__)
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    module = import_module(name)
    failed, _ = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert failed == 0
