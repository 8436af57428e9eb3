"""What the tile opens where there is no Node: a page that says what to do."""

from __future__ import annotations

import html
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

from stepwire import _node
from stepwire._errors import NodeMissing


def page() -> str:
    """In words, as it is now: a Node that came meanwhile needs the tile to be started anew."""
    try:
        _node.find_node()
        said = "Node has been found by now. Start this Jupyter server again, then open the tile."
    except NodeMissing as missing:
        said = f"{missing} Then start this Jupyter server again."
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Stepwire</title>'
        f"<h1>The editor needs Node</h1><p>{html.escape(said)}</p>"
        "<p><code>stepwire.show(pipeline)</code> and <code>stepwire.check(pipeline)</code> work in a notebook without it.</p></html>"
    )


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = page().encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


if __name__ == "__main__":
    HTTPServer(("127.0.0.1", int(sys.argv[1])), _Handler).serve_forever()
