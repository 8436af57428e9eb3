import json
import boto3

s3 = boto3.client("s3")


def lambda_handler(event, context):
    bucket = event.get("bucket")
    if not bucket:
        return {"statusCode": 400, "body": json.dumps({"error": "bucket is missing"})}
    keys = [item["Key"] for item in s3.list_objects_v2(Bucket=bucket, Prefix=event.get("prefix", "")).get("Contents", [])]
    if len(keys) == 0:
        return {
            "statusCode": 404,
            "body": "nothing there",
            "empty": True,
        }
    return {"statusCode": 200, "body": "ok", "count": len(keys), "first_key": keys[0]}
