"""One measurement in its process, as JSON: `python -m benchmarks.matchers cell FAMILY PEOPLE ENGINE LIMIT`, for one."""

import json
import sys
from dataclasses import asdict
from typing import Any

from .arriving import arrivals_of
from .cell import measured
from .contest import engine_of
from .instances import instance_of
from .processes import hold_memory
from .scoring import scoring_of


def found_by(what: str, *given: str) -> dict[str, Any]:
    """The measurement that these words ask for."""
    if what == "cell":
        family, people, engine, limit = given
        return asdict(measured(engine_of(family, engine), instance_of(family, int(people)), int(limit)))
    if what == "scoring":
        return asdict(scoring_of(*map(int, given)))
    return asdict(arrivals_of(int(given[0])))


if __name__ == "__main__":
    hold_memory()
    sys.stdout.write(json.dumps(found_by(*sys.argv[1:])))
