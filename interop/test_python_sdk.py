"""The SageMaker Python SDK's own pipeline objects, unchanged, on `stepwire local-region`."""

import boto3
import botocore.exceptions
import pytest
import sagemaker
from sagemaker.inputs import TrainingInput
from sagemaker.lambda_helper import Lambda
from sagemaker.workflow.condition_step import ConditionStep
from sagemaker.workflow.conditions import ConditionGreaterThan
from sagemaker.workflow.fail_step import FailStep
from sagemaker.workflow.functions import Join
from sagemaker.workflow.lambda_step import LambdaOutput, LambdaOutputTypeEnum, LambdaStep
from sagemaker.workflow.parameters import ParameterInteger, ParameterString
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import TrainingStep

import programs
from conftest import role, wait_until_ended
from definitions import image


@pytest.fixture(scope="module")
def session(local_region):
    """A session as people make it; the endpoint comes from the environment, as the AWS documentation says."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL_SAGEMAKER", local_region)
        boto_session = boto3.Session(region_name=programs.region)
        yield PipelineSession(boto_session=boto_session, default_bucket="my-bucket")


def lambda_step(name, inputs, *outputs, session):
    return LambdaStep(
        name=name,
        lambda_func=Lambda(function_arn=f"arn:aws:lambda:eu-west-1:111122223333:function:{name.lower()}", session=session),
        inputs=inputs,
        outputs=[LambdaOutput(output_name=output, output_type=kind) for output, kind in outputs],
    )


@pytest.fixture(scope="module")
def pipeline(session):
    bucket = ParameterString(name="Bucket", default_value="my-bucket")
    least = ParameterInteger(name="LeastRows", default_value=0)
    prep = lambda_step(
        "Preprocess",
        {"bucket": bucket},
        ("train_path", LambdaOutputTypeEnum.String),
        ("rows", LambdaOutputTypeEnum.Integer),
        session=session,
    )
    estimator = sagemaker.estimator.Estimator(
        image_uri=image,
        role=role,
        instance_count=1,
        instance_type="ml.m5.xlarge",
        output_path="s3://my-bucket/models",
        sagemaker_session=session,
    )
    train = TrainingStep(
        name="Train",
        step_args=estimator.fit({"train": TrainingInput(prep.properties.Outputs["train_path"])}),
    )
    publish = lambda_step("Publish", {"model": train.properties.ModelArtifacts.S3ModelArtifacts}, session=session)
    gate = ConditionStep(
        name="EnoughRows",
        conditions=[ConditionGreaterThan(left=prep.properties.Outputs["rows"], right=least)],
        if_steps=[train, publish],
        else_steps=[FailStep(name="TooFew", error_message=Join(on=" ", values=["Rows <=", least]))],
    )
    return Pipeline(name="sdk-churn", parameters=[bucket, least], steps=[prep, gate], sagemaker_session=session)


def test_upsert_creates_then_updates_and_adds_tags(pipeline, client):
    first = pipeline.upsert(role_arn=role, description="first", tags=[{"Key": "team", "Value": "a"}])
    assert first["PipelineArn"].endswith(":pipeline/sdk-churn")
    second = pipeline.upsert(role_arn=role, description="second", tags=[{"Key": "stage", "Value": "dev"}])
    assert second["PipelineVersionId"] == 2
    assert pipeline.describe()["PipelineDescription"] == "second"
    assert pipeline.describe()["PipelineDefinition"] == pipeline.definition()
    tags = client.list_tags(ResourceArn=first["PipelineArn"])["Tags"]
    assert {(tag["Key"], tag["Value"]) for tag in tags} == {("team", "a"), ("stage", "dev")}


def test_start_wait_and_list_steps(pipeline):
    pipeline.upsert(role_arn=role)
    execution = pipeline.start(parameters={"Bucket": "other-bucket", "LeastRows": 0})
    execution.wait(delay=1, max_attempts=60)
    assert execution.describe()["PipelineExecutionStatus"] == "Succeeded"
    steps = execution.list_steps()
    assert [step["StepName"] for step in steps] == ["Publish", "Train", "EnoughRows", "Preprocess"]
    assert {step["StepStatus"] for step in steps} == {"Succeeded"}
    parameters = {entry["Name"]: entry["Value"] for entry in execution.list_parameters()["PipelineParameters"]}
    assert parameters == {"Bucket": "other-bucket", "LeastRows": "0"}


def test_a_fail_step_ends_the_execution_with_its_message(pipeline):
    pipeline.upsert(role_arn=role)
    execution = pipeline.start(parameters={"LeastRows": 1_000_000})
    with pytest.raises(botocore.exceptions.WaiterError):
        execution.wait(delay=1, max_attempts=60)
    fail, gate, _preprocess = execution.list_steps()
    assert (fail["StepName"], fail["StepStatus"]) == ("TooFew", "Failed")
    assert fail["Metadata"] == {"Fail": {"ErrorMessage": "Rows <= 1000000"}}
    assert gate["Metadata"] == {"Condition": {"Outcome": "False"}}


def test_an_execution_can_be_stopped(pipeline):
    pipeline.upsert(role_arn=role)
    execution = pipeline.start()
    execution.stop()
    assert execution.describe()["PipelineExecutionStatus"] in ("Stopping", "Stopped")


def test_delete(pipeline, client):
    pipeline.upsert(role_arn=role)
    for summary in client.list_pipeline_executions(PipelineName=pipeline.name)["PipelineExecutionSummaries"]:
        wait_until_ended(client, summary["PipelineExecutionArn"])
    pipeline.delete()
    assert client.list_pipelines(PipelineNamePrefix=pipeline.name)["PipelineSummaries"] == []
