def lambda_handler(event, context):
    event["train_path"] = "s3://bucket/" + event["name"]
    event["rows"] = 10
    return event
