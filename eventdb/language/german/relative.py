"""Seen from the document, or from what the text is talking about: "letzten April", "am folgenden Tag"."""

from eventdb.expression.nodes import (
    DocumentTime,
    Expression,
    Field,
    Intersection,
    Last,
    Next,
    Repeating,
    Shift,
    This,
)
from eventdb.language.compose import (
    REFERENCE,
    TODAY,
    first_after,
    following,
    last,
    later,
    recurring,
    this,
)
from eventdb.language.grammar import RuleBook
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

RULES = RuleBook()

_DAY = Repeating.unit(Unit.DAY)


# ---------------------------------------------------------------- days by their own word


@RULES.rule("relative-day", "deictic", "heute", "gestern", "übermorgen")
@RULES.rule("relative-day", "article? deictic-adjective 'tag'|'tages'", "der gestrige Tag")
def deictic(*values: str | int | None) -> Expression | None:
    offset = values[-1]
    if not isinstance(offset, int):
        return None
    if abs(offset) > 1:
        return later(DocumentTime(), offset, Unit.DAY)
    return TODAY if offset == 0 else Last(_DAY) if offset < 0 else Next(_DAY)


@RULES.rule("day", "article? deictic-adjective weekday", "am heutigen Dienstag")
def deictic_weekday(_: str | None, offset: int, _weekday: int) -> Expression | None:
    return deictic(offset)


RULES.lift("day", "relative-day")


@RULES.rule("day", "relative-day ','? 'dem'|'den'? weekday", "gestern, Dienstag")
def day_and_weekday(day: Expression, _: int) -> Expression:
    return day


# ---------------------------------------------------------------- letzte, nächste, diese


@RULES.rule("relative-unit", "article? last unit", "letzte Woche", "im vergangenen Jahr")
def last_unit(_: str | None, _last: str, unit: Unit) -> Expression:
    return last(unit)


@RULES.rule(
    "relative-unit", "article? next|coming unit", "nächste Woche", "kommendes Jahr", "am nächsten Tag"
)
def next_unit(_: str | None, _next: str, unit: Unit) -> Expression:
    """The next week is seen from the document; but "am nächsten Tag" goes on from what was told."""
    return following(unit, REFERENCE if unit is Unit.DAY else None)


@RULES.rule("relative-unit", "article? before-last unit", "vorletzte Woche")
def unit_before_last(_: str | None, _word: str, unit: Unit) -> Expression:
    return last(unit, last(unit))


@RULES.rule("relative-unit", "article? after-next unit", "übernächstes Jahr")
def unit_after_next(_: str | None, _word: str, unit: Unit) -> Expression:
    return following(unit, following(unit))


@RULES.rule("relative-unit", "article? this unit", "diese Woche", "im laufenden Jahr")
def this_unit(_: str | None, _this: str, unit: Unit) -> Expression:
    return this(unit)


@RULES.rule("relative-unit", "article? that unit", "am selben Tag", "in jenem Jahr")
def that_unit(_: str | None, _that: str, unit: Unit) -> Expression:
    return this(unit, REFERENCE)


@RULES.rule("relative-unit", "article? following unit", "am folgenden Tag", "im darauffolgenden Jahr")
def following_unit(_: str | None, _word: str, unit: Unit) -> Expression:
    return following(unit, REFERENCE)


@RULES.rule("relative-unit", "article? previous unit", "im vorangegangenen Jahr")
def previous_unit(_: str | None, _word: str, unit: Unit) -> Expression:
    return last(unit, REFERENCE)


@RULES.rule("relative-unit", "article? unit-before", "im Vorjahr", "am Vortag")
def unit_before_that(_: str | None, unit: str) -> Expression:
    return last(Unit[unit], REFERENCE)


@RULES.rule("relative-unit", "article? unit-after", "im Folgejahr")
def unit_after_that(_: str | None, unit: str) -> Expression:
    return following(Unit[unit], REFERENCE)


@RULES.rule("shifted", "article? unit 'darauf'|'danach'", "am Tag darauf", "das Jahr danach", "tags darauf")
def unit_thereafter(_: str | None, unit: Unit) -> Expression:
    return following(unit, REFERENCE)


@RULES.rule("shifted", "article? unit 'davor'|'zuvor'", "der Tag davor", "die Woche zuvor", "im Jahr davor")
def unit_therebefore(_: str | None, unit: Unit) -> Expression:
    return last(unit, REFERENCE)


@RULES.rule("relative-year", "relative-unit", "Mai letzten Jahres")
def relative_year(value: Expression) -> Expression | None:
    return value if getattr(value, "what", None) == Repeating.unit(Unit.YEAR) else None


@RULES.rule("relative-day", "relative-unit", "am Abend des folgenden Tages", priority=-1)
def day_as_unit(value: Expression) -> Expression | None:
    return value if getattr(value, "what", None) == _DAY else None


RULES.lift("date", "relative-unit|shifted")


@RULES.rule("relative-named", "article? last named", "letzten April", "am vergangenen Freitag")
def last_named(_: str | None, _last: str, what: Repeating) -> Expression:
    return Last(what)


@RULES.rule("relative-named", "article? next named", "nächsten Montag", "im nächsten Mai")
def next_named(_: str | None, _next: str, what: Repeating) -> Expression:
    return Next(what)


@RULES.rule("relative-named", "article? coming named", "kommenden Sonntag")
def coming_named(_: str | None, _coming: str, what: Repeating) -> Expression:
    return first_after(what, DocumentTime())


@RULES.rule("relative-named", "article? after-next named", "übernächsten Freitag")
def named_after_next(_: str | None, _word: str, what: Repeating) -> Expression:
    return Next(what, first_after(what, DocumentTime()))


@RULES.rule("relative-named", "article? before-last named", "vorletzten Sommer")
def named_before_last(_: str | None, _word: str, what: Repeating) -> Expression:
    return Last(what, Last(what))


@RULES.rule("relative-named", "article? following named", "am darauffolgenden Montag")
def following_named(_: str | None, _word: str, what: Repeating) -> Expression:
    return first_after(what, REFERENCE)


@RULES.rule("relative-named", "article? this named", "diesen Freitag", "dieser Sommer")
def this_named(_: str | None, _this: str, what: Repeating) -> Expression:
    return This(what)


@RULES.rule("relative-named", "article? that named", "in jenem Sommer")
def that_named(_: str | None, _that: str, what: Repeating) -> Expression:
    return This(what, REFERENCE)


RULES.lift("date", "relative-named")


@RULES.rule("day", "relative-named", "letzten Freitag um 12 Uhr", priority=-1)
def relative_named_day(value: Expression) -> Expression | None:
    what = getattr(value, "what", None)
    if not isinstance(what, Repeating):
        return None
    return value if what.fields[-1][0] in (Field.WEEKDAY, Field.DAY, Field.HOLIDAY) else None


@RULES.rule(
    "day", "weekday ','? on? relative-unit", "Mittwoch nächster Woche", "Freitag in der letzten Woche"
)
def weekday_of_week(number: int, _: str | None, base: Expression) -> Expression | None:
    if getattr(base, "what", None) != Repeating.unit(Unit.WEEK):
        return None
    return Intersection(base, recurring(Field.WEEKDAY, number))


@RULES.rule("day", "weekday 'in'|'vor' period", "Mittwoch in zwei Wochen")
def weekday_weeks_away(number: int, period: Period) -> Expression | None:
    if period.unit is not Unit.WEEK:
        return None
    week = this(Unit.WEEK, Shift(DocumentTime(), period, exact=True))
    return Intersection(week, recurring(Field.WEEKDAY, number))
