"""The frame of a notebook's output: a page of its own that runs its own script alone, and nothing of the notebook's."""

from __future__ import annotations

import functools
import html
import json
from pathlib import Path

_mark = "@given@"


@functools.lru_cache(maxsize=1)
def _template() -> tuple[str, str]:
    before, _, after = Path(__file__).with_name("frame.html").read_text(encoding="utf-8").partition(_mark)
    return before, after


def page_that_works_itself_out(given: dict[str, str]) -> str:
    """The page that reads, checks and draws in the browser (`src/notebook`); `given` is what it is about."""
    before, after = _template()
    # HTML reads `</script` and `<!--` before JSON does.
    data = json.dumps(given).replace("<", "\\u003c").replace(">", "\\u003e")
    return before + data + after


def frame(page: str, title: str, height: int) -> str:
    """An iframe with the page in it: no server, no request, and no way to the notebook around it."""
    return (
        f'<iframe title="{html.escape(title)}" srcdoc="{html.escape(page)}" sandbox="allow-scripts" '
        f'style="display: block; width: 100%; height: {int(height)}px; border: 1px solid #8c8c8c55; border-radius: 6px"></iframe>'
    )
