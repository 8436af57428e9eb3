import json
from decimal import Decimal


def lambda_handler(event, context):
    body = json.loads(event["body"]) if "body" in event else event
    payload = {"total": Decimal("1.5"), "items": [1, 2, 3], "text": json.dumps({"a": 1}), "who": body["who"]}
    return json.loads(json.dumps(payload, default=str))
