"""Prints what the pages of a large network cost, with the settings in the environment.

`python -m benchmarks.communities.pages LONG SHORT ROUNDS`, the ids of a long and of a short thread.
"""

import json
import sys

import django


def _main(*numbers: str) -> None:
    django.setup()
    from benchmarks.communities.measuring import measured  # noqa: PLC0415

    sys.stdout.write(json.dumps(measured(*map(int, numbers))))


if __name__ == "__main__":
    _main(*sys.argv[1:4])
