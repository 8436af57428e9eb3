BASE = {"version": "1.2", "region": "eu-west-1"}


def lambda_handler(event, context):
    paths = dict(train_path=f"{event['root']}/train", test_path=event["root"] + "/test")
    return {**BASE, **paths, "rows": int(event["rows"])}
