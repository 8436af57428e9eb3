"""Starts the programs that the tests talk to, and waits until they answer."""

import os
import re
import socket
import subprocess
import time
from pathlib import Path

root = Path(__file__).resolve().parent.parent
region = "eu-west-1"

credentials = {
    "AWS_ACCESS_KEY_ID": "interop",
    "AWS_SECRET_ACCESS_KEY": "interop",
    "AWS_DEFAULT_REGION": region,
    "AWS_REGION": region,
    # No profile, no metadata service and no configuration of the machine has a say.
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    "AWS_EC2_METADATA_DISABLED": "true",
}


def stepwire_bin() -> Path:
    built = Path(os.environ.get("STEPWIRE_BIN", root / "dist" / "stepwire.js"))
    assert built.exists(), f"{built} is not built: npm run build"
    return built


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Program:
    """A program that runs for the length of a test session; its output goes to a file."""

    def __init__(self, command, log: Path, environment=None):
        self.log = log
        with log.open("w") as out:
            self.process = subprocess.Popen(
                [str(part) for part in command],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                env={**os.environ, **credentials, **(environment or {})},
                cwd=root,
            )

    def wait_for(self, pattern: str) -> re.Match:
        """Waits until the program has printed what matches."""
        deadline = time.monotonic() + 60
        while True:
            found = re.search(pattern, self.log.read_text())
            if found:
                return found
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{self.process.args} did not start:\n{self.log.read_text()}")
            time.sleep(0.05)

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
