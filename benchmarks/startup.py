"""How much longer `eventdb list` takes than the imports that it cannot do without.

    python benchmarks/startup.py [DATABASE] [--runs N]

Runs `eventdb list` and ``python -c "import sqlalchemy.orm, click"`` in turn, N times each, and prints
the medians and their ratio. The bar is 1.5. Without DATABASE one is made from `seeds/`.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

BAR = 1.5
EVENTDB = [str(Path(sys.executable).with_name("eventdb"))]
IMPORTS = [sys.executable, "-c", "import sqlalchemy.orm, click"]


def seconds(command: Sequence[str]) -> float:
    """The wall-clock time of a command that must succeed."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def measure(database: str, runs: int) -> tuple[float, float]:
    """Medians of both commands, run alternately so that a busy machine slows both alike."""
    listing = [*EVENTDB, "--db", database, "list"]
    for command in (listing, IMPORTS):
        seconds(command)  # byte-code and disk cache
    pairs = [(seconds(listing), seconds(IMPORTS)) for _ in range(runs)]
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


def main() -> int:
    """Print the ratio; exit status 1 where it is above the bar."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("database", nargs="?")
    parser.add_argument("--runs", type=int, default=15)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = arguments.database or str(Path(folder) / "events.db")
        if arguments.database is None:
            seeds = Path(__file__).resolve().parent.parent / "seeds"
            subprocess.run([*EVENTDB, "--db", database, "add", str(seeds)], check=True, capture_output=True)
        listing, imports = measure(database, arguments.runs)
    print(f"eventdb list                       {listing * 1000:6.0f} ms")
    print(f"import sqlalchemy.orm, click       {imports * 1000:6.0f} ms")
    print(f"ratio                              {listing / imports:6.2f}    (bar: {BAR})")
    return int(listing / imports > BAR)


if __name__ == "__main__":
    sys.exit(main())
