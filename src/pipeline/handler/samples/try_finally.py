import boto3
from botocore.exceptions import ClientError

sm = boto3.client("sagemaker")


def lambda_handler(event, context):
    response = {"endpoint": event["endpoint_name"]}
    try:
        found = sm.describe_endpoint(EndpointName=event["endpoint_name"])
        response["status"] = found["EndpointStatus"]
        response["exists"] = True
    except ClientError as error:
        if error.response["Error"]["Code"] != "ValidationException":
            raise
        response["exists"] = False
    finally:
        response["checked"] = 1
    return response
