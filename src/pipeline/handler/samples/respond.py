import json
import logging

logger = logging.getLogger()
logger.setLevel(logging.INFO)


def respond(code, path=None, error=None):
    body = {"statusCode": code, "error": str(error) if error else ""}
    if path is not None:
        body["path"] = path
    return body


def lambda_handler(event, context):
    logger.info(json.dumps(event))
    try:
        path = work(event)
        return respond(200, path)
    except Exception as error:
        logger.exception("failed")
        return respond(500, error=error)


def work(event):
    return "s3://" + event["bucket"] + "/out"
