"""One name for one entity of a document."""

import pytest

from eventdb.events.entities import find_names
from eventdb.events.syntax import parse


def names(text: str) -> list[str]:
    return [name.full for name in find_names(parse(text)).names if name.kind == "person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("John Smith left. Smith returned.", ["John Smith", "John Smith"]),
        ("Mr. John Smith left. Mr. Smith returned.", ["John Smith", "John Smith"]),
        ("Ms Helen Ward paid. Helen Ward’s lawyer wrote.", ["Helen Ward", "Helen Ward"]),
        ("John Smith met Jane Smith. Smith left.", ["John Smith", "Jane Smith", "Smith"]),
        ("John Smith left. John Peter Smith returned.", ["John Peter Smith", "John Peter Smith"]),
        ("Councillor Jane Shaw left. Councillor Shaw returned.", ["Jane Shaw", "Jane Shaw"]),
        ("Apologies came from Councillor Penn.", ["Penn"]),
        ("Colonel Orlov left.", ["Orlov"]),
    ],
)
def test_people_have_their_full_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_surname_that_the_parser_overlooks_names_the_person() -> None:
    text = "Captain Jean Rossel led the garrison. Rossel, by then mayor, ordered the gates closed."
    assert names(text) == ["Jean Rossel", "Jean Rossel"]


def test_a_firm_with_a_founders_name_stays_a_firm() -> None:
    text = "Henry Ford left the board. Ford Motor Company sold the plant. Ford hired 300 people."
    alone = [name.full for name in find_names(parse(text)).names if name.span.of(text) == "Ford"]
    assert alone == ["Ford"]
