"""`eventdb serve`, as a process of its own."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from cli_samples import Run

pytest_plugins = ["cli_fixtures"]


def test_it_says_where_and_serves_until_it_is_interrupted(timeline: Path) -> None:
    program = "from eventdb.cli import main; main(prog_name='eventdb')"
    command = [sys.executable, "-c", program, "--db", str(timeline), "serve", "--port", "0", "status:planned"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as server:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
        with urllib.request.urlopen(f"{address}events.json", timeout=20) as answer:
            assert [event["title"] for event in json.load(answer)["events"]] == ["Talks to resume"]
        server.send_signal(signal.SIGINT)
        _, said = server.communicate(timeout=20)
    assert said == f"Shows {timeline} to this computer alone. Ctrl-C ends it.\n"


def test_a_port_in_use_is_one_line(run: Run, timeline: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run("serve", "--port", str(taken.getsockname()[1]))
    assert result.exit_code == 1
    assert re.fullmatch(r"eventdb: port \d+ cannot be used: .*\. Choose another with --port\n", result.stderr)


def test_a_query_that_cannot_be_answered_is_told_before_anything_is_served(run: Run, timeline: Path) -> None:
    assert run("serve", "--since", "2016", "--until", "2015").exit_code == 2


def test_a_missing_extra_is_named_with_the_command(
    run: Run, timeline: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("eventdb.serve")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = run("serve")
    assert result.exit_code == 1
    assert (
        result.stderr
        == "eventdb: the package uvicorn is missing; install it with: pip install 'eventdb[serve]'\n"
    )
