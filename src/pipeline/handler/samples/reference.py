# the function behind the Lambda step
def lambda_handler(event, context):
    train_path = f"s3://{event['bucket']}/{event['prefix']}/train.csv"
    ...
    return {"statusCode": 200, "body": "ok", "train_path": train_path}
