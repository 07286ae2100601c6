import pytest
from cli_samples import Run

pytest_plugins = ["cli_fixtures"]


def details(output: str) -> dict[str, str]:
    """What stands behind each label."""
    return {line[:12].strip(): line[12:] for line in output.splitlines()[1:] if line[0] != " "}


def test_a_phrase_is_explained(run: Run) -> None:
    result = run("parse", "two days after last Friday", "--reference", "2015-05-12")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[0] == "Sun 2015-05-10"
    found = details(result.stdout)
    assert found["expression"] == "Shift(Last(Friday), +2 days)"
    assert found["TIMEX3"] == "DATE 2015-05-10"
    assert found["EDTF"] == "2015-05-10"
    assert "rules" in found
    assert "last Friday = Fri 2015-05-08" in result.stdout


def test_the_reading_that_was_not_chosen_is_shown(run: Run) -> None:
    result = run("parse", "last April", "--reference", "12 May 2015")
    assert result.stdout.splitlines()[0] == "2015-04"
    assert details(result.stdout)["or"].startswith("2014-04")


def test_nothing_is_counted_from_today(run: Run) -> None:
    result = run("parse", "last April")
    assert result.exit_code == 0
    assert result.stdout.startswith("unresolved: the document's date is not known\n")
    assert details(result.stdout)["expression"] == "Last(April)"
    assert result.stderr == "Give the date that it is counted from with --reference.\n"


@pytest.mark.parametrize(
    ("phrase", "headline", "timex3"),
    [
        ("more than a year", "a length of time, at no date", "DURATION P1Y MORE_THAN"),
        ("every Tuesday", "again and again", "SET XXXX-WXX-2"),
    ],
)
def test_what_has_no_date_says_so(run: Run, phrase: str, headline: str, timex3: str) -> None:
    result = run("parse", phrase)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[0] == headline
    assert details(result.stdout)["TIMEX3"] == timex3


def test_a_signal_binds_the_time(run: Run) -> None:
    result = run("parse", "until 2014")
    assert result.stdout.splitlines()[0] == "until 2014"
    assert details(result.stdout)["TIMEX3"] == "DATE 2014"


@pytest.mark.parametrize(
    "arguments", [["30 February 2015"], ["flurble"], ["Tuesday", "--reference", "flurble"]]
)
def test_what_cannot_be_read_is_one_line(run: Run, arguments: list[str]) -> None:
    result = run("parse", *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("eventdb: ")
    assert result.stderr.count("\n") == 1
    assert arguments[-1] in result.stderr


@pytest.mark.parametrize(
    ("phrase", "options", "headline"),
    [
        ("vor zwei Wochen", ["--lang", "de"], "week of 2015-04-27"),
        ("el próximo viernes a las 9 de la noche", ["--language", "es"], "Fri 2015-05-22 21:00"),
        ("来週の月曜日", ["--lang", "ja"], "Mon 2015-05-18"),
        ("3/4/2015", ["--locale", "en_GB"], "Fri 2015-04-03"),
        ("3/4/2015", [], "Wed 2015-03-04"),
    ],
)
def test_a_phrase_in_another_language_or_custom(
    run: Run, phrase: str, options: list[str], headline: str
) -> None:
    result = run("parse", phrase, "--reference", "2015-05-12", *options)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[0] == headline


def test_a_language_that_is_not_known_is_named(run: Run) -> None:
    result = run("parse", "wa'leS", "--lang", "tlh")
    assert result.exit_code == 1
    assert result.stderr.startswith('eventdb: no language "tlh" is known')


def test_steps_are_told_once_and_in_words(run: Run) -> None:
    shown = run("parse", "from 9 for 2.5 hours", "--reference", "2015-05-12").stdout
    assert shown.count("the document's date =") == 1
    assert "11:30, to the minute" in shown
    assert details(shown)["TIMEX3"].startswith("TIME ")
    assert "today, 23:59" in run("parse", "by EOD", "--reference", "2015-05-12").stdout
    assert "the the" not in run("parse", "Q3", "--reference", "2015-05-12").stdout
