"""Whether a text reports the news of its day, or tells of other times: a history, a judgment, a guide."""

from eventdb.anchoring.dependence import is_weekday, subexpressions
from eventdb.anchoring.history import is_history
from eventdb.anchoring.report_features import Report
from eventdb.expression.nodes import DocumentTime, Year
from eventdb.language.timex import Timex


def is_report(report: Report) -> bool:
    """Whether a text speaks from its own day.

    A report has a date line; or it counts from its day ("on Tuesday", "last week") and quotes what people
    said more often than it states years, as a judgment or a history does that was written later.
    """
    timexes = [timex for _, timex in report.scene.timexes]
    if is_history(timexes, report.written):
        return False
    if report.dateline:
        return True
    sayings = sum(map(report.scene.frames_speech, report.scene.mentions))
    return sayings + sum(map(_of_its_day, timexes)) > sum(map(_states_year, timexes))


def _of_its_day(timex: Timex) -> bool:
    parts = subexpressions(timex.expression)
    return any(isinstance(part, DocumentTime) or is_weekday(part) for part in parts)


def _states_year(timex: Timex) -> bool:
    return any(isinstance(part, Year) for part in subexpressions(timex.expression))
