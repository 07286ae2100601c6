"""Calendar dates: "3. Mai 2014", "3.5.", "April 2014", "Sommer 1943"."""

from eventdb.expression.nodes import Expression, Field, Intersection, Nearest, Repeating, Year
from eventdb.language.compose import day_of_month, merged, recurring
from eventdb.language.grammar import RuleBook
from eventdb.language.numerals import full_year

RULES = RuleBook()


# ---------------------------------------------------------------- what recurs under a name


@RULES.rule("named", "month", "letzten April")
def month(number: int) -> Repeating:
    return recurring(Field.MONTH, number)


@RULES.rule("named", "weekday", "nächsten Montag")
def weekday(number: int) -> Repeating:
    return recurring(Field.WEEKDAY, number)


@RULES.rule("named", "season", "diesen Sommer")
def season(code: str) -> Repeating:
    return recurring(Field.SEASON, code)


@RULES.rule("named", "weekend", "letztes Wochenende")
def weekend(code: str) -> Repeating:
    return recurring(Field.WEEKEND, code)


@RULES.rule("named", "holiday", "letzte Weihnachten")
def holiday(key: str) -> Repeating:
    return recurring(Field.HOLIDAY, key)


@RULES.rule("named", "weekday-part", "letzten Montagabend")
def weekday_and_part(key: str) -> Repeating:
    """What "Montagabend" stands for: the lexicon has ``1-EV``."""
    number, code = key.split("-")
    return Repeating(((Field.WEEKDAY, int(number)), (Field.PART, code)))


RULES.lift("named", "quarter|monthday|dotted")


# ---------------------------------------------------------------- days


@RULES.rule(
    "monthday", "article? nth|number '-'? month", "3. Mai", "den 3. Mai", "der vierte Dezember", "3 Mai"
)
def day_then_month(_: str | None, day: int, month: int) -> Repeating | None:
    return day_of_month(month, day)


@RULES.rule("monthday", "month number", "Mai 3")
@RULES.rule("monthday", "month '-' number", "Mai-03")
def month_then_day(month: int, day: int) -> Repeating | None:
    return day_of_month(month, day)


@RULES.rule("dotted", "article? dotted-day '.'", "3.5. um 12 Uhr", "den 22.04. um 12 Uhr")
def dotted_day(_: str | None, date: Repeating) -> Repeating:
    return date


@RULES.rule("dotted", "article? nth nth", "der siebte vierte")
def day_and_month_by_number(_: str | None, day: int, month: int) -> Repeating | None:
    return day_of_month(month, day) if 1 <= month <= 12 else None


RULES.lift("open-day", "monthday|dotted")


@RULES.rule("open-day", "weekday ','? monthday|dotted|slashed-day", "Freitag, den 13. Oktober")
def weekday_and_date(weekday: int, date: Repeating) -> Repeating | None:
    return merged(recurring(Field.WEEKDAY, weekday), date)


@RULES.rule("open-day", "weekday ','? article nth", "Freitag, der 13. um 8 Uhr")
def weekday_and_day(weekday: int, _: str, day: int) -> Repeating | None:
    return Repeating(((Field.DAY, day), (Field.WEEKDAY, weekday))) if day <= 31 else None


@RULES.rule("day", "open-day", "3. Mai", "Freitag, 13. Oktober")
def open_day(what: Repeating) -> Expression:
    return Nearest(what)


@RULES.rule("day", "article? weekday", "am Dienstag")
@RULES.rule("day", "a weekday", "an einem Dienstag")
def weekday_alone(_: str | int | None, number: int) -> Expression:
    return Nearest(recurring(Field.WEEKDAY, number))


@RULES.rule("day", "article? nth", "am 15. um 8 Uhr", priority=-2)
def day_of_the_month(_: str | None, day: int) -> Expression | None:
    return Nearest(recurring(Field.DAY, day)) if 1 <= day <= 31 else None


@RULES.rule("day", "article? full-day", "12.5.2015", "2015-05-12")
@RULES.rule("day", "weekday ','? article? full-day", "Dienstag, 12.5.2015", "Dienstag, den 12.5.2015")
def full_day(*values: Expression) -> Expression:
    return values[-1]


@RULES.rule(
    "day",
    "open-day ','? year|relative-year",
    "3. Mai 2014",
    "Freitag, 13. Oktober 1989",
    "3. Mai letzten Jahres",
)
@RULES.rule("day", "open-day 'im'|'in' relative-year", "3. Mai im letzten Jahr")
def day_of_year(date: Repeating, base: Expression) -> Expression:
    return Intersection(base, date)


@RULES.rule("day", "weekday ','? monthday number", "Freitag, der 18. Juli 14")
def day_of_short_year(weekday: int, date: Repeating, year: int) -> Expression | None:
    what = merged(recurring(Field.WEEKDAY, weekday), date)
    return Intersection(Year(full_year(year, 2)), what) if what is not None and year < 100 else None


@RULES.rule("day", "month '-' number '-' year", "Mai-03-2014")
def month_day_year(month: int, day: int, base: Expression) -> Expression | None:
    date = day_of_month(month, day)
    return None if date is None else Intersection(base, date)


# ---------------------------------------------------------------- months, seasons, weeks


@RULES.rule("date", "month", "im Mai", priority=-1)
def month_alone(number: int) -> Expression:
    return Nearest(recurring(Field.MONTH, number))


@RULES.rule(
    "month-of-year",
    "month ','|'-'|'/'? year|relative-year",
    "April 2014",
    "April letzten Jahres",
    "April/2014",
)
@RULES.rule("month-of-year", "month 'im'|'in' year|relative-year", "Mai im letzten Jahr", "Mai im Jahr 1990")
def month_of_year(number: int, base: Expression) -> Expression:
    return Intersection(base, recurring(Field.MONTH, number))


@RULES.rule("month-of-year", "year4 '-'|'/' number", "2016-05")
def year_and_month_number(year: int, number: int) -> Expression | None:
    return Intersection(Year(year), recurring(Field.MONTH, number)) if 1 <= number <= 12 else None


@RULES.rule("month-of-year", "number '-'|'/' year4", "05-2016")
def month_number_and_year(number: int, year: int) -> Expression | None:
    return year_and_month_number(year, number)


RULES.lift("date", "month-of-year|full-date|year-span")


@RULES.rule("date", "article? season|weekend", "im Sommer", "am Wochenende", priority=-1)
def season_alone(_: str | None, code: str) -> Expression:
    return Nearest(recurring(Field.WEEKEND if code == "WE" else Field.SEASON, code))


@RULES.rule("date", "article? quarter", "im dritten Quartal", priority=-1)
def quarter_alone(_: str | None, what: Repeating) -> Expression:
    return Nearest(what)


@RULES.rule(
    "date",
    "article? season year|relative-year",
    "Sommer 1943",
    "Winter des Jahres 1943",
    "Sommer letzten Jahres",
)
def season_of_year(_: str | None, code: str, base: Expression) -> Expression:
    return Intersection(base, recurring(Field.SEASON, code))


@RULES.rule("date", "'kalenderwoche'|'kw'|'woche' number", "Kalenderwoche 27", "KW 27")
def week_alone(number: int) -> Expression | None:
    return Nearest(recurring(Field.WEEK, number)) if 1 <= number <= 53 else None


@RULES.rule("date", "'kalenderwoche'|'kw' number ','|'/'? year", "KW 27 2014")
def week_of_year(number: int, base: Expression) -> Expression | None:
    return Intersection(base, recurring(Field.WEEK, number)) if 1 <= number <= 53 else None


# ---------------------------------------------------------------- names


@RULES.rule("day", "article? holiday", "an Weihnachten", "Ostern")
def holiday_alone(_: str | None, key: str) -> Expression:
    return Nearest(recurring(Field.HOLIDAY, key))


@RULES.rule("day", "article? holiday on? year|relative-year", "Weihnachten 2014", "Ostern im letzten Jahr")
def holiday_of_year(_: str | None, key: str, _on: str | None, base: Expression) -> Expression:
    return Intersection(base, recurring(Field.HOLIDAY, key))
