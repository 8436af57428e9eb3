from datetime import datetime, timezone

defaults = {"statusCode": 200}


def lambda_handler(event, context):
    answer = defaults | {"run_date": datetime.now(timezone.utc).isoformat()}
    answer.update({"model": event["model"]}, stage="prod")
    answer |= {"accuracy": float(event["accuracy"])}
    answer.setdefault("approved", answer["accuracy"] > 0.8)
    return answer
