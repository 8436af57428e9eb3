import sys
import time
from pathlib import Path

import boto3
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

import programs  # noqa: E402

role = "arn:aws:iam::111122223333:role/StepwireLocal"


def wait_until_ended(client, arn):
    """Polls as a script would, without a limit of its own but the tests'."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        execution = client.describe_pipeline_execution(PipelineExecutionArn=arn)
        if execution["PipelineExecutionStatus"] not in ("Executing", "Stopping"):
            return execution
        time.sleep(0.1)
    raise AssertionError(f"{arn} did not end")


@pytest.fixture(scope="session", autouse=True)
def _credentials():
    """Dummy credentials for every client in this process; none of the machine's own is read."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in programs.credentials.items():
            patch.setenv(name, value)
        patch.delenv("AWS_PROFILE", raising=False)
        yield


@pytest.fixture(scope="session")
def local_region(tmp_path_factory):
    """`stepwire local-region`, as people start it; gives its endpoint."""
    log = tmp_path_factory.mktemp("local-region") / "log"
    program = programs.Program(["node", programs.stepwire_bin(), "local-region", "--port", programs.free_port()], log)
    try:
        yield program.wait_for(r"http://127\.0\.0\.1:\d+").group(0)
    finally:
        program.stop()


@pytest.fixture(scope="session")
def client(local_region):
    return boto3.client("sagemaker", region_name=programs.region, endpoint_url=local_region)


@pytest.fixture(scope="session")
def moto(tmp_path_factory):
    """moto's server, an independent stand-in for AWS; gives its endpoint."""
    log = tmp_path_factory.mktemp("moto") / "log"
    server = Path(sys.executable).with_name("moto_server")
    program = programs.Program([server, "-H", "127.0.0.1", "-p", programs.free_port()], log)
    try:
        yield program.wait_for(r"http://127\.0\.0\.1:\d+").group(0)
    finally:
        program.stop()
