import datetime


def lambda_handler(event, context):
    metrics = {name: float(value) for name, value in event["metrics"].items()}
    metrics["date"] = datetime.date.today().strftime("%Y-%m-%d")
    return metrics
