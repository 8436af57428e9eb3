"""The editor's own server with an AWS target, against moto: the JavaScript SDK's requests are understood by another implementation."""

import json
import re
import time
import urllib.error
import urllib.request
import uuid

import boto3
import pytest

import programs
from conftest import role
from definitions import definition, preprocess, reference_scenario, train

target = {"kind": "aws", "profile": "", "region": programs.region}


class Page:
    """Speaks to the server as the page does: with its origin, and with the token that the launch link's code gives."""

    def __init__(self, link: str):
        self.origin, code = re.fullmatch(r"(http://127\.0\.0\.1:\d+)/#/launch/(.+)", link).groups()
        self.token = None
        self.token = self.ask("session", {"code": code})["token"]

    def ask(self, operation, body):
        headers = {"Content-Type": "application/json", "Origin": self.origin}
        if self.token:
            headers["X-Stepwire-Token"] = self.token
        request = urllib.request.Request(f"{self.origin}/api/{operation}", json.dumps(body).encode(), headers)
        try:
            with urllib.request.urlopen(request) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{operation}: {error.code} {error.read().decode()}") from None


@pytest.fixture(scope="module")
def page(moto, tmp_path_factory):
    folder = tmp_path_factory.mktemp("stepwire-open")
    environment = {"AWS_ENDPOINT_URL_SAGEMAKER": moto, "STEPWIRE_STATE": str(folder / "state")}
    command = ["node", programs.stepwire_bin(), "open", "--no-open", "--port", "0"]
    program = programs.Program(command, folder / "log", environment)
    try:
        yield Page(program.wait_for(r"http://127\.0\.0\.1:\d+/#/launch/\S+").group(0))
    finally:
        program.stop()


@pytest.fixture(scope="module")
def moto_client(moto):
    return boto3.client("sagemaker", region_name=programs.region, endpoint_url=moto)


def deploy(page, name, text):
    intent = {"target": target, "pipelineName": name, "definition": text, "roleArn": role}
    plan = page.ask("plan", intent)
    return plan, page.ask("deploy", {**intent, "approved": plan["fingerprint"], "token": str(uuid.uuid4())})


def test_offers_the_environments_credentials_as_a_target(page):
    [profile] = page.ask("targets", {})["profiles"]
    assert (profile["name"], profile["region"]) == ("", programs.region)


def test_creates_then_updates_a_pipeline(page, moto_client):
    plan, created = deploy(page, "moto-churn", definition(preprocess, train))
    assert (plan["kind"], created["outcome"]) == ("create", "created")
    stored = moto_client.describe_pipeline(PipelineName="moto-churn")
    assert stored["PipelineDefinition"] == definition(preprocess, train)
    assert stored["RoleArn"] == role

    plan, updated = deploy(page, "moto-churn", reference_scenario)
    assert (plan["kind"], updated["outcome"]) == ("update", "updated")
    assert [(step["name"], step["change"]) for step in plan["steps"]] == [("CreateModel", "added")]
    assert moto_client.describe_pipeline(PipelineName="moto-churn")["PipelineDefinition"] == reference_scenario


def test_describes_and_lists_what_another_client_made(page, moto_client):
    moto_client.create_pipeline(PipelineName="moto-other", RoleArn=role, PipelineDefinition=reference_scenario)
    described = page.ask("describePipeline", {"target": target, "pipeline": "moto-other"})
    assert (described["name"], described["definition"], described["roleArn"]) == ("moto-other", reference_scenario, role)
    names = [summary["name"] for summary in page.ask("listPipelines", {"target": target})["pipelines"]]
    assert "moto-other" in names


def test_starts_an_execution_with_parameters(page, moto_client):
    deploy(page, "moto-run", reference_scenario)
    request = {
        "target": target,
        "pipeline": "moto-run",
        "parameters": [{"name": "Bucket", "value": "other-bucket"}],
        "token": str(uuid.uuid4()),
    }
    arn = page.ask("startExecution", request)["executionArn"]
    assert moto_client.list_pipeline_parameters_for_execution(PipelineExecutionArn=arn)["PipelineParameters"] == [
        {"Name": "Bucket", "Value": "other-bucket"}
    ]
    described = page.ask("describeExecution", {"target": target, "executionArn": arn})
    assert (described["arn"], described["status"]) == (arn, "Succeeded")
    listed = page.ask("listExecutions", {"target": target, "pipeline": "moto-run"})["executions"]
    assert [execution["arn"] for execution in listed] == [arn]


def test_says_what_the_other_side_does_not_know(page):
    """moto has no list of steps: it answers with an HTML page, which is said to be no answer of SageMaker."""
    deploy(page, "moto-steps", reference_scenario)
    started = time.monotonic()
    start = {"target": target, "pipeline": "moto-steps", "parameters": [], "token": str(uuid.uuid4())}
    arn = page.ask("startExecution", start)["executionArn"]
    with pytest.raises(AssertionError, match="unreadable"):
        page.ask("listSteps", {"target": target, "executionArn": arn})
    assert time.monotonic() - started < 60
