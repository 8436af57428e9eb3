"""The editor's own server with an AWS target, against moto: the JavaScript SDK's requests are understood by another implementation.

moto has S3, IAM, Lambda, ECR, SQS, STS and Scheduler, and of IAM no SimulatePrincipalPolicy. It has no list of an execution's steps, on which
the logs hang: those, and all else that it has not, are tried with recorded answers in src/server."""

import io
import json
import re
import time
import urllib.error
import urllib.request
import uuid
import zipfile

import boto3
import pytest

import programs
from conftest import role
from definitions import definition, preprocess, reference_scenario, train

# Recognisable wherever they turn up.
secrets = {"AWS_ACCESS_KEY_ID": "AKIASECRETSECRETSECR", "AWS_SECRET_ACCESS_KEY": "s3cr3t-of-the-account"}
account = "123456789012"
target = {"kind": "aws", "profile": "", "region": programs.region}


class Page:
    """Speaks to the server as the page does: with its origin, and with the token that the launch link's code gives."""

    def __init__(self, link: str):
        self.origin, code = re.fullmatch(r"(http://127\.0\.0\.1:\d+)/#/launch/(.+)", link).groups()
        self.heard = []
        self.token = None
        self.token = self.ask("session", {"code": code})["token"]

    def ask(self, operation, body):
        headers = {"Content-Type": "application/json", "Origin": self.origin}
        if self.token:
            headers["X-Stepwire-Token"] = self.token
        request = urllib.request.Request(f"{self.origin}/api/{operation}", json.dumps(body).encode(), headers)
        try:
            with urllib.request.urlopen(request) as response:
                self.heard.append(response.read().decode())
                return json.loads(self.heard[-1])
        except urllib.error.HTTPError as error:
            self.heard.append(error.read().decode())
            raise AssertionError(f"{operation}: {error.code} {self.heard[-1]}") from None


@pytest.fixture(scope="module")
def page(moto, tmp_path_factory):
    folder = tmp_path_factory.mktemp("stepwire-open")
    environment = {**secrets, "AWS_ENDPOINT_URL": moto, "STEPWIRE_STATE": str(folder / "state")}
    command = ["node", programs.stepwire_bin(), "open", "--no-open", "--port", "0"]
    program = programs.Program(command, folder / "log", environment)
    try:
        page = Page(program.wait_for(r"http://127\.0\.0\.1:\d+/#/launch/\S+").group(0))
        page.folder = folder
        yield page
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


@pytest.fixture(scope="module")
def has(moto):
    """What the account has, made with boto3: one of each kind that a definition can name."""
    # Lambda's answers without a container (moto, *Lambda: use_docker*).
    config = json.dumps({"lambda": {"use_docker": False}}).encode()
    urllib.request.urlopen(urllib.request.Request(f"{moto}/moto-api/config", config)).close()

    def client(service):
        return boto3.client(service, region_name=programs.region, endpoint_url=moto)

    trust = {"Effect": "Allow", "Principal": {"Service": "sagemaker.amazonaws.com"}, "Action": "sts:AssumeRole"}
    document = json.dumps({"Version": "2012-10-17", "Statement": [trust]})
    role_arn = client("iam").create_role(RoleName="Pipelines", AssumeRolePolicyDocument=document)["Role"]["Arn"]
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as zipped:
        zipped.writestr("tell.py", "def handler(event, context):\n    return {}\n")
    function = client("lambda").create_function(
        FunctionName="tell",
        Runtime="python3.12",
        Role=role_arn,
        Handler="tell.handler",
        Code={"ZipFile": package.getvalue()},
    )
    s3 = client("s3")
    bucket = f"sagemaker-{programs.region}-{account}"
    s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": programs.region})
    s3.put_object(Bucket=bucket, Key="in/train.csv", Body=b"1")
    ecr = client("ecr")
    repository = ecr.create_repository(repositoryName="team/churn")["repository"]["repositoryUri"]
    manifest = {"schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json", "layers": []}
    ecr.put_image(repositoryName="team/churn", imageManifest=json.dumps(manifest), imageTag="1.0")
    queue = client("sqs").create_queue(QueueName="approvals")["QueueUrl"]
    return {
        "role": role_arn,
        "function": function["FunctionArn"],
        "location": f"s3://{bucket}",
        "image": f"{repository}:latest",
        "queue": queue,
    }


def test_knows_whose_account_it_is(page):
    assert page.ask("targetAccount", {"target": target}) == {"account": account, "region": programs.region}


def test_lists_what_the_account_has_for_the_fields_that_name_it(page, has):
    for kind, value in has.items():
        listed = page.ask("listResources", {"target": target, "kind": kind, "search": ""})["resources"]
        assert value in [resource["value"] for resource in listed], kind
    inside = {"target": target, "kind": "location", "search": has["location"] + "/in/"}
    assert [one["value"] for one in page.ask("listResources", inside)["resources"]] == [has["location"] + "/in/train.csv"]
    tags = {"target": target, "kind": "image", "search": has["image"].removesuffix("latest")}
    assert [one["label"] for one in page.ask("listResources", tags)["resources"]] == ["1.0"]


def test_asks_the_account_before_a_deploy_and_stops_at_nothing(page, has):
    bucket = has["location"].removeprefix("s3://")
    named = {
        "function": [has["function"], has["function"] + "-gone"],
        "bucket": [bucket, "no-such-bucket-here"],
        "queue": [has["queue"], has["queue"] + "-gone"],
        "image": [has["image"].replace("latest", "1.0"), has["image"].replace("latest", "2.0")],
    }
    request = {
        "target": target,
        "roleArn": has["role"],
        "named": [{"kind": kind, "name": name} for kind, names in named.items() for name in names],
        "needed": [{"actions": ["s3:GetObject"], "resources": [f"arn:aws:s3:::{bucket}/*"], "passedTo": None}],
    }
    told = page.ask("preflight", request)
    assert told["caller"]["account"] == account
    found = {(one["about"], one["name"]): one["answer"] for one in told["findings"]}
    assert found["roleExists", has["role"]] == found["roleTrusts", has["role"]] == "yes"
    for names in named.values():
        assert [found["exists", name] for name in names] == ["yes", "no"]
    # moto simulates no policies: it is said that nobody may look, and the deploy goes on.
    assert {one["answer"] for one in told["findings"] if one["about"] == "allowed"} <= {"unseen"}


def test_takes_a_large_definition_through_the_accounts_own_bucket(page, has, moto):
    steps = [
        {"Name": f"Fail{index}", "Type": "Fail", "Arguments": {"ErrorMessage": "x" * 1000}} for index in range(120)
    ]
    text = json.dumps({"Version": "2020-12-01", "Metadata": {}, "Parameters": [], "Steps": steps})
    bucket = has["location"].removeprefix("s3://")
    intent = {"target": target, "pipelineName": "moto-large", "definition": text, "roleArn": has["role"]}
    assert page.ask("plan", intent)["upload"]["suggested"] == bucket
    with pytest.raises(AssertionError, match="tooLarge"):
        token = str(uuid.uuid4())
        page.ask("deploy", {**intent, "approved": page.ask("plan", intent)["fingerprint"], "token": token, "anyway": True})
    intent["bucket"] = bucket
    plan = page.ask("plan", intent)
    approval = {"approved": plan["fingerprint"], "token": str(uuid.uuid4()), "anyway": True}
    # moto answers with Python's print of it (`{'Version': …`), so what is read back is not what was sent, and that is what is said.
    with pytest.raises(AssertionError, match="The write was taken, and something else is shown as deployed"):
        page.ask("deploy", {**intent, **approval})
    s3 = boto3.client("s3", region_name=programs.region, endpoint_url=moto)
    assert s3.get_object(Bucket=bucket, Key=plan["upload"]["key"])["Body"].read().decode() == text


def test_creates_lists_and_pauses_a_schedule(page, has):
    of = {"target": target, "pipelineArn": f"arn:aws:sagemaker:{programs.region}:{account}:pipeline/moto-churn"}
    schedule = {"name": "nightly", "expression": "rate(1 day)", "roleArn": has["role"]}
    parameters = [{"name": "Bucket", "value": "b"}]
    page.ask("createSchedule", {**of, **schedule, "parameters": parameters, "token": str(uuid.uuid4())})
    [made] = page.ask("listSchedules", of)["schedules"]
    assert (made["enabled"], made["expression"], made["parameters"]) == (True, "rate(1 day)", parameters)
    pause = {"target": target, "name": "nightly", "group": "default", "paused": True, "token": str(uuid.uuid4())}
    page.ask("pauseSchedule", pause)
    [paused] = page.ask("listSchedules", of)["schedules"]
    assert paused == {**made, "enabled": False, "lastModified": paused["lastModified"]}


def test_invokes_the_real_function(page, has):
    ended = page.ask("invokeFunction", {"target": target, "functionArn": has["function"], "event": "{}"})
    assert ended["failure"] is None


def test_lets_no_credential_out(page):
    """Over all that the tests above heard, what the server printed, and what it left in its folder."""
    left = [file.read_text(errors="replace") for file in page.folder.rglob("*") if file.is_file()]
    assert len(page.heard) > 30 and len(left) > 1
    for text in [*page.heard, *left]:
        for secret in secrets.values():
            assert secret not in text
