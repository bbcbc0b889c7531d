"""Messaging beside what an engineer would pick instead, in one run: `python -m benchmarks.messaging`."""

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path

if not __package__:
    # Run as a file: what is to be imported lies one folder up, and a file called messaging would hide an app.
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks.messengers.contest import FULL, QUICK
from benchmarks.messengers.parts import PARTS, measured_part
from benchmarks.report import shown

WIDTH = 180


def main() -> int:
    """Measure what was asked for, show it, and end with 1 if something could not be measured."""
    asked = _asked()
    scale = QUICK if asked.quick else replace(FULL, rounds=asked.rounds)
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    sys.stdout.write(f"{os.cpu_count()} cores; load average before the first run: {load}\n")
    parts = (measured_part(name, scale) for name in asked.only or PARTS)
    return 0 if shown(parts, width=WIDTH, file=asked.write) else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.messaging", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few people, one second, once")
    parser.add_argument("--rounds", type=int, default=FULL.rounds, help=f"so many times each ({FULL.rounds})")
    parser.add_argument("--only", action="append", choices=PARTS, help="one part; may be given several times")
    parser.add_argument("--write", type=Path, metavar="FILE", help="also write the tables here, as Markdown")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
