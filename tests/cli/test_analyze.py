import json
from pathlib import Path

import pytest
from cli_samples import TEXT, Run, analysis_of

pytest_plugins = ["cli_fixtures"]
pytestmark = pytest.mark.usefixtures("analysed")


@pytest.fixture
def lines(folder: Path) -> Path:
    path = folder / "in.jsonl"
    rows = [{"doc_id": "a", "dct": "2019-03-06", "text": TEXT}, {"doc_id": "b", "dct": None, "text": TEXT}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_documents_become_analyses(run: Run, lines: Path, folder: Path) -> None:
    result = run("analyze", "in.jsonl", "--output", "out.jsonl")
    assert (result.exit_code, result.output) == (0, "")
    dated, undated = map(json.loads, (folder / "out.jsonl").read_text().splitlines())
    assert (dated["doc_id"], undated["doc_id"]) == ("a", "b")
    assert [timex["value"] for timex in dated["timexes"]] == ["2019-03-04", ""]
    assert [event["asserted"] for event in dated["events"]] == [True, True, False]
    assert dated["events"][1]["begin_earliest"] == "2019-03-06"
    assert undated["events"][1]["begin_earliest"] is None


def test_without_an_output_they_go_to_standard_output(run: Run, lines: Path) -> None:
    assert [json.loads(line)["doc_id"] for line in run("analyze", "in.jsonl").stdout.splitlines()] == [
        "a",
        "b",
    ]


def test_only_timexes_leaves_the_events_out(run: Run, lines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eventdb.pipeline.analyze_timexes", analysis_of)
    monkeypatch.delattr("eventdb.pipeline.analyze")
    assert run("analyze", "in.jsonl", "--only", "timexes").exit_code == 0


def test_several_processes_give_the_same_lines(run: Run, lines: Path) -> None:
    lines.write_bytes(b"{oops\n" + lines.read_bytes() * 3)
    one, two = run("analyze", "in.jsonl"), run("analyze", "in.jsonl", "--jobs", "2")
    assert len(one.stdout.splitlines()) == 6
    assert (two.exit_code, two.stdout, two.stderr) == (1, one.stdout, one.stderr)


def test_a_line_that_cannot_be_used_is_named_and_the_others_go_on(run: Run, lines: Path) -> None:
    lines.write_bytes(b"{oops\n" + b'{"text": "fine"}\n' + lines.read_bytes())
    result = run("analyze", "in.jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 3
    assert result.stderr == (
        "eventdb: in.jsonl, line 1: not JSON: "
        "Expecting property name enclosed in double quotes at character 2\n"
    )


def test_a_missing_input_is_wrong_usage(run: Run) -> None:
    result = run("analyze", "gone.jsonl")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(
        "eventdb: Invalid value for 'INPUT': 'gone.jsonl': No such file or directory"
    )
