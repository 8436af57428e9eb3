import { serialise } from "../pipeline/definition/serialise";
import type { ExportSource, ExportWriter } from "./form";
import { textBlock } from "./python/raw";
import { quoted } from "./python/text";

/** From here on the SDK too gives a definition to AWS by way of S3 (v2 pipeline.py:220-238). */
const inlineBytes = 100 * 1024;

/** A script that creates or updates the pipeline from its exact text, runs it and waits for its end. */
export const boto3 = {
  write({ name, definition }: ExportSource) {
    const isLarge = bytesOf(serialise(definition, 2)) >= inlineBytes;
    return `"""Creates or updates a pipeline of Amazon SageMaker, runs it and waits for its end."""

import argparse
import sys
import time

import boto3

NAME = ${quoted(name)}
DEFINITION = ${textBlock(definition)}


${isLarge ? byBucket : inline}

def create_or_update(sagemaker, request):
    try:
        sagemaker.describe_pipeline(PipelineName=NAME)
    except sagemaker.exceptions.ResourceNotFound:
        return sagemaker.create_pipeline(**request)["PipelineArn"]
    return sagemaker.update_pipeline(**request)["PipelineArn"]


def wait(sagemaker, arn):
    while True:
        execution = sagemaker.describe_pipeline_execution(PipelineExecutionArn=arn)
        if execution["PipelineExecutionStatus"] not in ("Executing", "Stopping"):
            return execution
        time.sleep(10)


def main():
    parser = argparse.ArgumentParser(description="Deploys the pipeline and runs it.")
    parser.add_argument("--role", required=True, help="ARN of the role it runs with")
${isLarge ? '    parser.add_argument("--bucket", required=True, help="where its text goes")\n' : ""}    parser.add_argument(
        "--parameter",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="a value to run with, as often as needed",
    )
    arguments = parser.parse_args()
    sagemaker = boto3.client("sagemaker")
    text = ${isLarge ? "upload(arguments.bucket)" : "inline()"}
    request = {"PipelineName": NAME, "RoleArn": arguments.role, **text}
    print(create_or_update(sagemaker, request))
    pairs = [parameter.partition("=") for parameter in arguments.parameter]
    parameters = [{"Name": name, "Value": value} for name, _, value in pairs]
    started = sagemaker.start_pipeline_execution(
        PipelineName=NAME,
        PipelineParameters=parameters,
    )
    execution = wait(sagemaker, started["PipelineExecutionArn"])
    print(execution["PipelineExecutionStatus"], execution.get("FailureReason", ""))
    if execution["PipelineExecutionStatus"] != "Succeeded":
        sys.exit(1)


if __name__ == "__main__":
    main()
`;
  },
  losses: () => [],
} satisfies ExportWriter;

/** In UTF-8; JSON has no lone surrogates. */
function bytesOf(text: string): number {
  return encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, "x").length;
}

const inline = `def inline():
    return {"PipelineDefinition": DEFINITION}
`;

const byBucket = `def upload(bucket):
    """SageMaker takes a text of this size from S3."""
    key = f"{NAME}.json"
    boto3.client("s3").put_object(Bucket=bucket, Key=key, Body=DEFINITION.encode())
    return {"PipelineDefinitionS3Location": {"Bucket": bucket, "ObjectKey": key}}
`;
