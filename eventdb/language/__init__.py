"""From text to time expressions: scanner, grammar engine, and one package per language."""

from eventdb.language.timex import Timex


def find_timexes(text: str, language: str = "en", locale: str | None = None) -> tuple[Timex, ...]:
    """The time expressions of a text, in its order, none overlapping another.

    "… met on Tuesday, two days after the vote" → "Tuesday" with the signal "on", and "two days" with the
    trailing signal "after". `locale` ("en_GB") tells whether 3/4 is 3 April; without it it is March 4.
    `language` is an ISO 639 code: English and German have rules, others are read by the package dateparser.
    """
    from eventdb.language.tagger import tag

    return tag(text, language, locale)


__all__ = ["find_timexes"]
