"""Boto3 on `stepwire local-region`: what a script does with SageMaker Pipelines works without an account."""

import json
import urllib.error
import urllib.request

import boto3
import botocore.exceptions
import pytest

from conftest import role, wait_until_ended
from definitions import create_model, definition, preprocess, reference_scenario, train


def refusal(call, **kwargs):
    with pytest.raises(botocore.exceptions.ClientError) as caught:
        call(**kwargs)
    return caught.value.response["Error"]


def test_creates_lists_describes_and_updates(client):
    arn = client.create_pipeline(
        PipelineName="Boto-Churn", RoleArn=role, PipelineDefinition=reference_scenario, PipelineDescription="first"
    )["PipelineArn"]
    assert arn == "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/Boto-Churn"
    [summary] = client.list_pipelines(PipelineNamePrefix="Boto-Churn")["PipelineSummaries"]
    assert (summary["PipelineName"], summary["RoleArn"]) == ("Boto-Churn", role)
    described = client.describe_pipeline(PipelineName=arn)
    assert described["PipelineDefinition"] == reference_scenario
    assert described["PipelineStatus"] == "Active"
    assert described["CreationTime"].tzinfo is not None

    changed = definition(preprocess, train)
    assert client.update_pipeline(PipelineName="Boto-Churn", PipelineDefinition=changed)["PipelineVersionId"] == 2
    assert client.describe_pipeline(PipelineName="Boto-Churn")["PipelineDefinition"] == changed
    first = client.describe_pipeline(PipelineName="Boto-Churn", PipelineVersionId=1)
    assert first["PipelineDefinition"] == reference_scenario


def test_starts_polls_and_reads_the_steps_of_an_execution(client):
    client.create_pipeline(PipelineName="boto-run", RoleArn=role, PipelineDefinition=reference_scenario)
    arn = client.start_pipeline_execution(
        PipelineName="boto-run", PipelineParameters=[{"Name": "Bucket", "Value": "other-bucket"}]
    )["PipelineExecutionArn"]
    running = client.describe_pipeline_execution(PipelineExecutionArn=arn)
    assert running["PipelineExecutionStatus"] == "Executing"
    assert wait_until_ended(client, arn)["PipelineExecutionStatus"] == "Succeeded"

    steps = client.list_pipeline_execution_steps(PipelineExecutionArn=arn)["PipelineExecutionSteps"]
    assert [step["StepName"] for step in steps] == ["CreateModel", "Train", "Preprocess"]
    assert {step["StepStatus"] for step in steps} == {"Succeeded"}
    assert all(step["EndTime"] > step["StartTime"] for step in steps)
    model, training, function = (step["Metadata"] for step in steps)
    assert ":training-job/pipelines-" in training["TrainingJob"]["Arn"]
    assert ":model/pipelines-" in model["Model"]["Arn"]
    outputs = {output["Name"]: output["Value"] for output in function["Lambda"]["OutputParameters"]}
    train_path = "s3://sagemaker-eu-west-1-111122223333/Preprocess/train"
    assert outputs == {"statusCode": "200", "body": "sample-body", "train_path": train_path}

    parameters = client.list_pipeline_parameters_for_execution(PipelineExecutionArn=arn)["PipelineParameters"]
    assert parameters == [{"Name": "Bucket", "Value": "other-bucket"}]
    text = client.describe_pipeline_definition_for_execution(PipelineExecutionArn=arn)["PipelineDefinition"]
    assert text == reference_scenario
    [summary] = client.list_pipeline_executions(PipelineName="boto-run")["PipelineExecutionSummaries"]
    assert (summary["PipelineExecutionArn"], summary["PipelineExecutionStatus"]) == (arn, "Succeeded")


def test_a_failed_step_fails_the_execution_and_a_retry_goes_on(client):
    client.create_pipeline(PipelineName="boto-fail", RoleArn=role, PipelineDefinition=reference_scenario)
    arn = client.start_pipeline_execution(
        PipelineName="boto-fail", PipelineExecutionDescription="stepwire:fail=Train"
    )["PipelineExecutionArn"]
    failed = wait_until_ended(client, arn)
    assert failed["PipelineExecutionStatus"] == "Failed"
    assert failed["FailureReason"] == "Step failure: One or multiple steps failed"
    steps = client.list_pipeline_execution_steps(PipelineExecutionArn=arn, SortOrder="Ascending")
    assert [(step["StepName"], step["StepStatus"]) for step in steps["PipelineExecutionSteps"]] == [
        ("Preprocess", "Succeeded"),
        ("Train", "Failed"),
    ]
    client.retry_pipeline_execution(PipelineExecutionArn=arn)
    assert wait_until_ended(client, arn)["PipelineExecutionStatus"] == "Succeeded"


def test_stops_an_execution(client):
    client.create_pipeline(PipelineName="boto-stop", RoleArn=role, PipelineDefinition=reference_scenario)
    arn = client.start_pipeline_execution(PipelineName="boto-stop")["PipelineExecutionArn"]
    client.stop_pipeline_execution(PipelineExecutionArn=arn)
    assert wait_until_ended(client, arn)["PipelineExecutionStatus"] == "Stopped"


def test_pages_through_all_pipelines(client):
    names = [f"paged-{number}" for number in range(7)]
    for name in names:
        client.create_pipeline(PipelineName=name, RoleArn=role, PipelineDefinition=definition(preprocess))
    pages = client.get_paginator("list_pipelines").paginate(
        PipelineNamePrefix="paged", SortBy="Name", SortOrder="Ascending", PaginationConfig={"PageSize": 3}
    )
    found = [[summary["PipelineName"] for summary in page["PipelineSummaries"]] for page in pages]
    assert found == [names[0:3], names[3:6], names[6:]]


def test_takes_an_idempotency_token(client):
    client.create_pipeline(PipelineName="boto-token", RoleArn=role, PipelineDefinition=definition(preprocess))
    token = "once-and-only-once-1234567890-1234567890"
    arns = {
        client.start_pipeline_execution(PipelineName="boto-token", ClientRequestToken=token)["PipelineExecutionArn"]
        for _ in range(3)
    }
    assert len(arns) == 1
    assert len(client.list_pipeline_executions(PipelineName="boto-token")["PipelineExecutionSummaries"]) == 1


def test_deletes_a_pipeline_only_when_nothing_runs(client):
    client.create_pipeline(PipelineName="boto-delete", RoleArn=role, PipelineDefinition=definition(preprocess))
    arn = client.start_pipeline_execution(PipelineName="boto-delete")["PipelineExecutionArn"]
    assert refusal(client.delete_pipeline, PipelineName="boto-delete")["Code"] == "ConflictException"
    wait_until_ended(client, arn)
    client.delete_pipeline(PipelineName="boto-delete")
    assert refusal(client.describe_pipeline, PipelineName="boto-delete")["Code"] == "ResourceNotFound"


def test_refuses_with_sagemakers_error_codes(client):
    assert refusal(client.describe_pipeline, PipelineName="nowhere")["Code"] == "ResourceNotFound"
    broken = refusal(client.create_pipeline, PipelineName="broken", RoleArn=role, PipelineDefinition="{not json")
    assert broken["Code"] == "ValidationException"
    assert broken["Message"].startswith("Unable to parse pipeline definition.")
    kwargs = {"PipelineName": "twice", "RoleArn": role, "PipelineDefinition": definition(create_model | {"Arguments": {}})}
    client.create_pipeline(**kwargs)
    assert "already exists" in refusal(client.create_pipeline, **kwargs)["Message"]
    unknown = refusal(
        client.start_pipeline_execution, PipelineName="twice", PipelineParameters=[{"Name": "X", "Value": "1"}]
    )
    assert unknown == {"Code": "ValidationException", "Message": "Unknown parameter 'X'"}


def test_pipelines_of_another_region_are_not_seen(local_region, client):
    client.create_pipeline(PipelineName="here", RoleArn=role, PipelineDefinition=definition(preprocess))
    elsewhere = boto3.client("sagemaker", region_name="us-east-1", endpoint_url=local_region)
    assert elsewhere.list_pipelines()["PipelineSummaries"] == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Sec-Fetch-Site": "same-site"},
        {"Content-Type": "text/plain"},
        {"Host": "localhost"},
    ],
)
def test_does_not_answer_a_web_page(local_region, headers):
    common = {"Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "SageMaker.ListPipelines"}
    request = urllib.request.Request(local_region, data=b"{}", headers={**common, **headers})
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request)
    assert caught.value.code in (403, 415, 421)
    assert "PipelineSummaries" not in caught.value.read().decode()
    assert "Access-Control-Allow-Origin" not in caught.value.headers


def test_definition_text_comes_back_as_it_was_sent(client):
    text = '{"Version":"2020-12-01", "Metadata":{"10":"b","2":"a"},\n "Steps":[], "Parameters":[{"Name":"R","Type":"Float","DefaultValue":2.0}]}'
    client.create_pipeline(PipelineName="as-it-was", RoleArn=role, PipelineDefinition=text)
    assert client.describe_pipeline(PipelineName="as-it-was")["PipelineDefinition"] == text
    assert json.loads(text)["Parameters"][0]["DefaultValue"] == 2.0
