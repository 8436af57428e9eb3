"""The wheel: what it carries, and what Jupyter is told."""

import json
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest
from conftest import root


def test_carries_the_program_the_page_and_the_frame(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        metadata = archive.read(next(name for name in names if name.endswith("METADATA"))).decode()
    for name in ("program/dist/stepwire.js", "program/dist/page/index.html", "program/package.json", "frame.html", "icon.svg", "py.typed"):
        assert f"stepwire/{name}" in names
    assert f"Version: {json.loads((root / 'package.json').read_text())['version']}\n" in metadata
    assert not [name for name in names if "tests" in name or name.endswith(".pyc")]


def test_needs_nothing_but_python_for_a_notebook(wheel):
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(next(name for name in archive.namelist() if name.endswith("METADATA"))).decode()
    required = [line for line in metadata.splitlines() if line.startswith("Requires-Dist")]
    assert required and all("extra ==" in line for line in required)


def test_its_program_runs(stepwire):
    from stepwire import _node

    assert _node.run(["--version"]).strip() == json.loads((root / "package.json").read_text())["version"]


def test_tells_the_proxy_one_secret_and_makes_another_at_the_next_start(stepwire):
    from stepwire import _jupyter

    first, second = _jupyter.server(), _jupyter.server()
    secret = first["environment"]["STEPWIRE_PROXY_SECRET"]
    assert first["request_headers_override"] == {"X-Stepwire-Proxy": secret}
    assert len(secret) >= 43 and secret != second["environment"]["STEPWIRE_PROXY_SECRET"]
    assert first["new_browser_tab"] is True
    assert secret not in " ".join(_jupyter.command())


def test_opens_a_folder_with_braces_in_its_name(stepwire, tmp_path, monkeypatch):
    from stepwire import _jupyter

    odd = tmp_path / "{port}"
    odd.mkdir()
    monkeypatch.chdir(odd)
    assert [part.format(port=1, base_url="/") for part in _jupyter.command()][3] == str(odd)


def test_the_tile_says_that_node_is_missing(stepwire, without_node):
    from stepwire import _jupyter

    command = _jupyter.command()
    assert command == [sys.executable, "-m", "stepwire._without_node", "{port}"]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([*command[:-1], str(port)], cwd=Path(stepwire.__file__).parents[1])
    said = ""
    try:
        while said == "" and process.poll() is None:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
                    said = answer.read().decode()
            except OSError:
                time.sleep(0.05)
        assert "20.19" in said and "There is no Node on this machine" in said
    finally:
        process.terminate()
        process.wait()


def test_an_old_node_is_named(stepwire, monkeypatch, tmp_path):
    from stepwire import _node

    old = tmp_path / "node"
    old.write_text("#!/bin/sh\necho v18.20.1\n")
    old.chmod(0o755)
    monkeypatch.setenv("STEPWIRE_NODE", str(old))
    with pytest.raises(stepwire.NodeMissing, match=r"version 18\.20\. Install Node 20\.19"):
        _node.find_node()
