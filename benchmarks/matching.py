"""The matcher beside what else can be installed, on the same instances: `python -m benchmarks.matching`."""

import argparse
import sys
from pathlib import Path

if not __package__:
    # Run as a file: what is to be imported lies one folder up, and a file called matching would hide an app.
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks.matchers.parts import PARTS, QUICK, measured
from benchmarks.report import shown

WIDTH = 170


def main() -> int:
    """Measure what was asked for, show it, and end with 1 if engines that must agree do not."""
    asked = _asked()
    parts = (measured(name, quick=asked.quick, limit=asked.limit) for name in asked.only or PARTS)
    return 0 if shown(parts, width=WIDTH, file=asked.write) else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"only sizes up to {QUICK:,}")
    parser.add_argument("--limit", type=int, default=110, metavar="SECONDS", help="for each run of an engine (110)")
    parser.add_argument("--only", action="append", choices=PARTS, help="one part; may be given several times")
    parser.add_argument("--write", type=Path, metavar="FILE", help="also write the tables here, as Markdown")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
