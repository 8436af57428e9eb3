from aws_lambda_powertools import Logger, Metrics

handlers = {"http": lambda **_: lambda f: f}


@Logger(service="churn").inject_lambda_context
@handlers["http"](timeout=3)
def lambda_handler(event, context):
    rows = len(event["rows"])
    return {"rows": rows, "path": f"s3://{event['bucket']}/rows.csv"}
