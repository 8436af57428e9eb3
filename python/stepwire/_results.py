"""`show`, `check` and `diff`: with Node what `stepwire` itself answers, otherwise what the browser finds in the output's own script."""

from __future__ import annotations

import contextlib
import html
import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, overload

from stepwire import _node
from stepwire._definition import Definition, Source, definition_of
from stepwire._errors import NodeMissing, StepwireError
from stepwire._frame import frame, page_that_works_itself_out


@dataclass(frozen=True)
class Problem:
    """Something wrong or doubtful in a definition."""

    #: "error", "warning" or "info".
    severity: str
    code: str
    #: None where it belongs to no step.
    step: str | None
    #: Where, relative to the step or to the definition.
    path: str
    message: str
    #: Why it is one, with its source.
    why: str
    #: What the editor offers to mend it.
    fixes: tuple[str, ...]


class Picture:
    """A pipeline to be looked at, as the value of a notebook's cell."""

    def __init__(self, page: str, title: str, height: int, not_done: Sequence[str] = ()) -> None:
        #: The whole page, which needs nothing else.
        self.html = page
        #: What the SDK would have done in an account to write the definition.
        self.not_done = tuple(not_done)
        self._title = title
        self._height = height

    def save(self, path: str) -> None:
        """Writes the page into a file that any browser opens."""
        Path(path).write_text(self.html, encoding="utf-8")

    def __repr__(self) -> str:
        return f"<{self._title}; in a notebook it is drawn, save('pipeline.html') writes it to a file>"

    def _repr_html_(self) -> str:
        return frame(self.html, self._title, self._height) + _not_done(self.not_done)


class Problems(Sequence[Problem]):
    """The problems of a definition: a table in a notebook, a sequence in a program."""

    def __init__(self, definition: Definition, found: list[Problem] | None) -> None:
        self._definition = definition
        self._found = found

    @property
    def _known(self) -> list[Problem]:
        if self._found is None:
            # Says what there is, and what to do.
            _node.find_node()
            raise NodeMissing("There was no Node when it was checked; check it again.")
        return self._found

    @overload
    def __getitem__(self, index: int) -> Problem: ...
    @overload
    def __getitem__(self, index: slice) -> list[Problem]: ...
    def __getitem__(self, index: int | slice) -> Problem | list[Problem]:
        return self._known[index]

    def __len__(self) -> int:
        return len(self._known)

    def __repr__(self) -> str:
        if self._found is None:
            return f"<Problems of {self._definition.name}; without Node only a notebook shows them>"
        return "\n".join(f"{one.severity:7}  {_where(one)}{one.message}  {one.code}" for one in self._found) or "No problems."

    def _repr_html_(self) -> str:
        name, text, not_done = self._definition.name, self._definition.text, self._definition.not_done
        if self._found is None:
            page = page_that_works_itself_out({"kind": "check", "name": name, "text": text})
            return frame(page, f"Problems of {name}", 320) + _not_done(not_done)
        if not self._found:
            return f"<p>{html.escape(name)}: no problems.</p>" + _not_done(not_done)
        rows = "".join(
            f'<tr title="{html.escape(one.why)}">'
            + "".join(
                f'<td style="text-align: left; vertical-align: top">{html.escape(cell)}</td>'
                for cell in (one.severity, one.step or "", one.path, one.message)
            )
            + "</tr>"
            for one in self._found
        )
        heads = "".join(f'<th style="text-align: left">{head}</th>' for head in ("", "Step", "Where", "Problem"))
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>" + _not_done(not_done)


class Difference(Mapping[str, Any]):
    """What differs, as `stepwire diff --json` tells it: `steps`, `edges`, `parameters`, `definition`, `problems`, `meaning`."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        self._told = told

    def __getitem__(self, key: str) -> Any:
        return self._told[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._told)

    def __len__(self) -> int:
        return len(self._told)


class Differences:
    """What differs between two definitions: what it means, the picture and the table in a notebook; `.told` in a program."""

    def __init__(self, before: Definition, after: Definition, markdown: str | None, told: Difference | None) -> None:
        self._before = before
        self._after = after
        self._markdown = markdown
        self._told = told

    @property
    def told(self) -> Difference:
        """As `stepwire diff --json` tells it. Needs Node."""
        if self._told is None:
            _node.find_node()
            raise NodeMissing("There was no Node when they were compared; compare them again.")
        return self._told

    def __repr__(self) -> str:
        if self._markdown is None:
            return f"<Differences of {self._after.name}; without Node only a notebook shows them>"
        return self._markdown.strip()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Mapping[str, str]:
        if self._markdown is not None:
            return {"text/markdown": self._markdown, "text/plain": repr(self)}
        given = {"kind": "diff", "name": self._after.name, "before": self._before.text, "after": self._after.text}
        page = page_that_works_itself_out(given)
        return {"text/html": frame(page, f"Differences of {self._after.name}", 420), "text/plain": repr(self)}


def show(pipeline: Source, *, height: int = 560) -> Picture:
    """The interactive picture of a pipeline: drag to move, scroll to zoom, select a step to read its fields, references and problems.

    :param pipeline: a Pipeline of the SageMaker SDK 2 or 3, a definition as text or dict, or the path of a file. Nothing is uploaded.
    :param height: of the output, in pixels.
    :raises StepwireError: in plain words, where there is no definition to be had.
    """
    given = definition_of(pipeline)
    if _node.has_node():
        with _file_of(given) as path:
            page = _node.run(["export", path, "--to", "html"])
    else:
        page = page_that_works_itself_out({"kind": "show", "name": given.name, "text": given.text})
    return Picture(page, f"The pipeline {given.name}", height, given.not_done)


def check(pipeline: Source) -> Problems:
    """The problems that SageMaker or its SDK would find, and more, before any account or upload.

    With Node the result is a sequence of :class:`Problem`; without, a notebook shows it and asking for its items raises NodeMissing.

    :raises StepwireError: in plain words, where there is no definition to be had.
    """
    given = definition_of(pipeline)
    if not _node.has_node():
        return Problems(given, None)
    with _file_of(given) as path:
        told = json.loads(_node.run(["check", path, "--json"], fine=(0, 1)))
    keys = ("severity", "code", "step", "path", "message", "why")
    return Problems(given, [Problem(**{key: one[key] for key in keys}, fixes=tuple(one["fixes"])) for one in told])


def diff(old: Source, new: Source) -> Differences:
    """What differs between two pipelines, what it means (what touches security first), and which problems are new.

    :raises StepwireError: in plain words, where one of the two is no definition.
    """
    before, after = definition_of(old), definition_of(new)
    if not _node.has_node():
        return Differences(before, after, None, None)
    with _file_of(before) as left, _file_of(after) as right:
        markdown = _node.run(["diff", left, right, "--to", "markdown"], fine=(0, 1))
        told = json.loads(_node.run(["diff", left, right, "--json"], fine=(0, 1)))
    return Differences(before, after, markdown, Difference(told))


@contextlib.contextmanager
def _file_of(given: Definition) -> Iterator[str]:
    """Where the program reads it: its own file, or one that is there for as long."""
    if given.path is not None:
        yield given.path
        return
    with tempfile.TemporaryDirectory(prefix="stepwire-") as folder:
        safe = "".join(letter if letter.isalnum() or letter in "-_" else "-" for letter in given.name)
        path = Path(folder) / f"{safe[:80] or 'pipeline'}.json"
        path.write_text(given.text, encoding="utf-8")
        try:
            yield str(path)
        except StepwireError as thrown:
            # Where the file lay for a moment is of no use to anybody.
            raise StepwireError(str(thrown).replace(folder + os.sep, "")) from None


def _where(problem: Problem) -> str:
    return "" if problem.step is None else f"{problem.step}: "


def _not_done(not_done: Sequence[str]) -> str:
    if not not_done:
        return ""
    items = "".join(f"<li>{html.escape(one)}</li>" for one in not_done)
    return f"<details><summary>Not done, to write this definition ({len(not_done)})</summary><ul>{items}</ul></details>"
