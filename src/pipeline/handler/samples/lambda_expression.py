import json, uuid

to_json = lambda data: json.dumps(data)
ID = uuid.uuid4().hex

lambda_handler = lambda event, context=None: {
    "id": str(uuid.uuid4()),
    "body": to_json(event["rows"]),
    "length": len(event["rows"]) * 2,
    "negative": -1,
    "share": 1 / 3,
    "nothing": None,
}
