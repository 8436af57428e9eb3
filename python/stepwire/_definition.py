"""What may be given as a pipeline, and its definition's text."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, Union

from stepwire._errors import StepwireError
from stepwire._offline import offline


class PipelineLike(Protocol):
    """A `Pipeline` of the SageMaker Python SDK 2 or 3, or whatever else can write its definition."""

    def definition(self) -> str:
        """The definition as JSON."""
        ...


Source = Union[str, "os.PathLike[str]", Mapping[str, Any], PipelineLike]


@dataclass(frozen=True)
class Definition:
    """A definition as it was given."""

    name: str
    text: str
    #: Where it lies, None for one that is no file.
    path: str | None
    #: What the SDK would have done in an account while it wrote the definition.
    not_done: list[str]


def definition_of(source: Source) -> Definition:
    """Takes the definition of a pipeline, without an account and without a network; raises StepwireError where it cannot."""
    if isinstance(source, os.PathLike):
        return _read(os.fspath(source))
    if isinstance(source, str):
        return Definition("pipeline", source, None, []) if source.lstrip().startswith("{") else _read(source)
    if isinstance(source, Mapping):
        try:
            return Definition("pipeline", json.dumps(source), None, [])
        except (TypeError, ValueError) as thrown:
            raise StepwireError(
                f"This dict is no definition yet, for it holds something that JSON has not ({thrown}). Give the Pipeline itself."
            ) from thrown
    if callable(getattr(source, "definition", None)):
        return _written_by(source)
    raise StepwireError(
        f"A {type(source).__name__} is no pipeline. Give a Pipeline of the SageMaker SDK, a definition as text or dict, or the path of a file."
    )


def _read(path: str) -> Definition:
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as thrown:
        raise StepwireError(f"{path} cannot be read ({thrown}). Give the path of a pipeline's definition.") from thrown
    return Definition(Path(path).name.split(".")[0] or "pipeline", text, path, [])


def _written_by(pipeline: PipelineLike) -> Definition:
    name = getattr(pipeline, "name", None)
    with offline() as report:
        try:
            text = pipeline.definition()
        except StepwireError:
            raise
        except Exception as thrown:
            raise StepwireError(_in_words(thrown, report.refused)) from thrown
    return Definition(name if isinstance(name, str) and name else "pipeline", text, None, report.not_done)


def _in_words(thrown: Exception, refused: list[str]) -> str:
    said = f"{type(thrown).__name__}: {thrown}"
    if "region" in str(thrown).lower():
        return f"The SDK writes no definition without a region. Set AWS_DEFAULT_REGION, such as eu-west-1, before the pipeline is made. ({said})"
    if refused:
        return (
            f"Writing this definition asks AWS for {', '.join(refused)}, which has no answer without an account. Give what it asks for as a "
            f"value where the pipeline is made. ({said})"
        )
    return f"The SDK could not write this definition. ({said})"
