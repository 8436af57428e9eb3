"""The `stepwire` program that the package carries, run by the Node of this machine."""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
from pathlib import Path

from stepwire._errors import NodeMissing, StepwireError

least = (20, 19)
program = Path(__file__).with_name("program") / "dist" / "stepwire.js"

_what_to_do = (
    f"Install Node {least[0]}.{least[1]} or newer (https://nodejs.org, or `conda install -c conda-forge nodejs`), "
    "or name one with the environment variable STEPWIRE_NODE."
)


def find_node() -> str:
    """The path of a Node that is new enough; raises NodeMissing, which says what there is and what to do."""
    named = os.environ.get("STEPWIRE_NODE")
    node = shutil.which(named or "node")
    if node is None:
        there = f"STEPWIRE_NODE names {named}, which is no program." if named else "There is no Node on this machine's PATH."
        raise NodeMissing(f"{there} {_what_to_do}")
    version = _version_of(node)
    if version is None or version < least:
        found = "does not say its version" if version is None else f"is version {version[0]}.{version[1]}"
        raise NodeMissing(f"The Node at {node} {found}. {_what_to_do}")
    return node


def has_node() -> bool:
    """Whether there is a Node that is new enough."""
    try:
        find_node()
    except NodeMissing:
        return False
    return True


@functools.lru_cache(maxsize=8)
def _version_of(node: str) -> tuple[int, int] | None:
    try:
        told = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=20, check=False).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    match = re.match(r"v(\d+)\.(\d+)", told)
    return None if match is None else (int(match[1]), int(match[2]))


def run(arguments: list[str], fine: tuple[int, ...] = (0,)) -> str:
    """Runs `stepwire` and gives what it prints; raises StepwireError with its own words where it refuses."""
    result = subprocess.run(
        [find_node(), str(program), *arguments],
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    if result.returncode not in fine:
        raise StepwireError(result.stderr.strip().removeprefix("stepwire: ") or "The stepwire program failed.")
    return result.stdout
