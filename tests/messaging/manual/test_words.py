"""The words of the manual leave out nothing that the code knows, and speak of nothing that it does not."""

import ast
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import messaging
from messaging.manual.words import CODES, DONE_WITH, PARTS
from messaging.protocol import ANSWERS, COMMANDS, EVENTS, Missing

CODE = Path(messaging.__file__).parent


def codes_in(module: Path) -> Iterator[str]:
    """Every code that a module refuses with: as `code=`, as the first argument, or as what `code` is set to."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        match node:
            case ast.keyword(arg="code", value=ast.Constant(str(code))):
                yield code
            case ast.Call(func=ast.Name("ProtocolError" | "Refused") | ast.Attribute(attr="ProtocolError" | "Refused")):
                match node.args:
                    case [ast.Constant(str(code)), *_]:
                        yield code
            case ast.Assign(
                targets=[ast.Tuple([ast.Name("code"), *_])], value=ast.Tuple([ast.Constant(str(code)), *_])
            ):
                yield code


def test_every_code_has_its_words() -> None:
    # What is wrong with a file is said over HTTP only.
    modules = [
        one for one in CODE.rglob("*.py") if one.parent.name not in ("manual", "files") and one.name != "files.py"
    ]
    assert CODES.keys() == {code for module in modules for code in codes_in(module)}


def test_every_part_of_a_frame_has_its_words() -> None:
    kinds = [*COMMANDS.values(), *ANSWERS.values(), *EVENTS.values(), Missing]
    assert PARTS.keys() == {one.name for kind in kinds for one in fields(kind)}


def test_every_command_has_its_answer() -> None:
    assert DONE_WITH.keys() == COMMANDS.keys()
    assert set(DONE_WITH.values()) == ANSWERS.keys() - {"refused", "rate_limited"}
