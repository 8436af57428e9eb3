"""Runs a program, without an account and without a network, and prints the definitions of the pipelines it makes: one line of JSON.

``definitions.py PROGRAM``. What stands under ``if __name__ == "__main__":`` is not run: there programs deploy and start.
"""

from __future__ import annotations

import contextlib
import inspect
import json
import os
import runpy
import sys
from typing import Any

from _offline import offline


def pipelines_in(names: dict[str, Any], module: str) -> list[Any]:
    """The pipelines that a module has, else those that a function of it makes which asks for nothing."""
    found = [value for value in names.values() if is_pipeline(value)]
    if found:
        return found
    for name, value in names.items():
        if "pipeline" in name.lower() and inspect.isfunction(value) and value.__module__ == module and asks_nothing(value):
            made = value()
            if is_pipeline(made):
                found.append(made)
    return found


def is_pipeline(value: Any) -> bool:
    return not isinstance(value, type) and callable(getattr(value, "definition", None)) and hasattr(value, "steps")


def asks_nothing(function: Any) -> bool:
    kinds = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    return all(one.default is not one.empty or one.kind in kinds for one in inspect.signature(function).parameters.values())


def definitions_of(program: str) -> dict[str, Any]:
    module = "stepwire_program"
    with offline() as report:
        try:
            made = pipelines_in(runpy.run_path(program, run_name=module), module)
            told = [{"name": str(getattr(one, "name", "pipeline")), "text": one.definition()} for one in {id(one): one for one in made}.values()]
        except (Exception, SystemExit) as thrown:  # noqa: BLE001: whatever a program does, it is told.
            asked = f" It asks AWS for {', '.join(report.refused)}, which has no answer without an account." if report.refused else ""
            return {"fault": f"{type(thrown).__name__}: {thrown}.{asked}"}
    return {"definitions": told, "notDone": report.not_done}


if __name__ == "__main__":
    program = os.path.abspath(sys.argv[1])
    os.chdir(os.path.dirname(program))
    sys.path.insert(0, os.path.dirname(program))
    sys.argv = [program]
    # What the program prints is not what is asked.
    with contextlib.redirect_stdout(sys.stderr):
        told = definitions_of(program)
    print(json.dumps(told))
