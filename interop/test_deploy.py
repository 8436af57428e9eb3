"""What `stepwire export` writes, run against `stepwire local-region` as a person runs it: the program of the SDK with --upsert, the script of
boto3 without. What lies there afterwards is the definition that was exported."""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import programs
from conftest import role

form = {"2": "python-v2", "3": "python"}[version("sagemaker").split(".")[0]]
source = programs.root / "fixtures" / "corpus" / "churn-v3.json"


def export(to: str, out: Path) -> Path:
    command = ["node", str(programs.stepwire_bin()), "export", str(source), "--to", to, "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    return out


def run(program: Path, endpoint: str, *arguments: str) -> str:
    # SDK 3 asks IAM about the role before it deploys, and the local region has none.
    local = {"AWS_ENDPOINT_URL_SAGEMAKER": endpoint, "SAGEMAKER_VALIDATE_ROLE": "false"}
    environment = {**os.environ, **programs.credentials, **local}
    command = [sys.executable, "-W", "ignore", str(program), *arguments]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300)
    assert said.returncode == 0, said.stdout + said.stderr
    return said.stdout


def deployed(client, name="churn-v3"):
    return json.loads(client.describe_pipeline(PipelineName=name)["PipelineDefinition"])


def test_a_program_creates_the_pipeline_and_updates_it(tmp_path, client, local_region):
    program = export(form, tmp_path / "pipeline.py")
    for _ in ("create", "update"):
        arn = run(program, local_region, "--upsert", "--role", role).split()[-1]
        assert arn == "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/churn-v3"
        assert deployed(client) == json.loads(source.read_text())
    described = client.describe_pipeline(PipelineName="churn-v3")
    assert described["RoleArn"] == role


def test_a_script_deploys_runs_and_waits(tmp_path, client, local_region):
    script = export("boto3", tmp_path / "script.py")
    for _ in ("create", "update"):
        run(script, local_region, "--role", role)
    described = client.describe_pipeline(PipelineName="churn-v3")
    # Not only the same values: the same text.
    assert "".join(described["PipelineDefinition"].split()) == "".join(source.read_text().split())
    runs = client.list_pipeline_executions(PipelineName="churn-v3")["PipelineExecutionSummaries"]
    assert [one["PipelineExecutionStatus"] for one in runs] == ["Succeeded", "Succeeded"]
