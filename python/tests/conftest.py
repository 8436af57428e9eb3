import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

root = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The wheel as it is published, built from the program that `interop/run` has built."""
    folder = tmp_path_factory.mktemp("wheel")
    env = {**os.environ, "PYTHON": sys.executable}
    subprocess.run(["node", str(root / "scripts" / "wheel.mjs"), str(folder)], check=True, env=env, cwd=root)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def stepwire(wheel, tmp_path_factory):
    """The package out of the wheel, and nothing of the sources."""
    site = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    sys.path.insert(0, str(site))
    import stepwire

    assert Path(stepwire.__file__).is_relative_to(site)
    yield stepwire
    sys.path.remove(str(site))


@pytest.fixture()
def without_node(monkeypatch, tmp_path):
    """A machine without Node."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("STEPWIRE_NODE", raising=False)


@pytest.fixture(autouse=True)
def _no_credentials(monkeypatch, tmp_path):
    """As on a machine without an account: a region, as the SDK wants, and nothing else."""
    for name in list(os.environ):
        if name.startswith("AWS_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "credentials"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
