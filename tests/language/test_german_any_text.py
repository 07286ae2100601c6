"""German over any text: nothing is raised, and every expression lies where it says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Frame
from eventdb.expression.notation import dump, load
from eventdb.language import find_timexes
from eventdb.language.tagger import tagger_of
from eventdb.temporal.calendar import instant
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

FORMS = sorted({lexeme.form for lexeme in tagger_of("de").lexicon.lexemes} | tagger_of("de").grammar.literals)
FIGURES = [
    "3.",
    "15",
    "1998",
    "22.04.",
    "3.5.2010",
    "9:30",
    "2,5",
    "2.000",
    "1914-18",
    "05/2016",
    "100",
    "7h",
]
WORDS = st.lists(st.sampled_from(FORMS) | st.sampled_from(FIGURES), max_size=12)
TODAY = Frame(creation_time=Interval.of(Unit.DAY, instant(2015, 5, 12)))


@settings(max_examples=300, deadline=None)
@given(WORDS, st.sampled_from([" ", ", ", "-", " und "]))
def test_words_in_any_order(words: list[str], between: str) -> None:
    text = between.join(words)
    for timex in find_timexes(text, "de"):
        assert timex.span.of(text) == timex.text
        assert load(dump(timex.expression)) == timex.expression
        evaluate(timex.range or timex.expression, TODAY)


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    for timex in find_timexes(text, "de"):
        assert timex.span.of(text) == timex.text
