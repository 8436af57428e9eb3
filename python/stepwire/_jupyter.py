"""The tile of JupyterLab's launcher, by jupyter-server-proxy: the editor on the files of the folder that Jupyter was started in.

The proxy hands the browser's own Host and Origin on and knows no single-use link. So Jupyter and the editor's server share a secret, made
anew at each start, which the proxy adds to each request. Whoever may use this Jupyter may use the editor, and nobody else.
"""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path
from typing import Any

from stepwire import _node
from stepwire._errors import NodeMissing

header = "X-Stepwire-Proxy"
variable = "STEPWIRE_PROXY_SECRET"


def server() -> dict[str, Any]:
    """What jupyter-server-proxy is told of the editor. Called once, when Jupyter starts."""
    secret = secrets.token_urlsafe(32)
    return {
        "command": command,
        "environment": {variable: secret},
        "request_headers_override": {header: secret},
        # A page that may not be framed.
        "new_browser_tab": True,
        "timeout": 30,
        "launcher_entry": {
            "title": "Stepwire",
            "category": "Other",
            "icon_path": str(Path(__file__).with_name("icon.svg")),
        },
    }


def command() -> list[str]:
    """Starts the editor, or, without a Node that is new enough, a page that says so."""
    try:
        node = _node.find_node()
    except NodeMissing:
        return [sys.executable, "-m", "stepwire._without_node", "{port}"]
    # Braces mean something to the proxy.
    folder = os.getcwd().replace("{", "{{").replace("}", "}}")
    return [node, str(_node.program), "open", folder, "--no-open", "--port", "{port}"]
