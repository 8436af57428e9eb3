import functools
import traceback


def json_response(function):
    @functools.wraps(function)
    def wrapper(event, context):
        try:
            data = function(event, context)
            return {"statusCode": 200, "data": data}
        except Exception:
            return {"statusCode": 500, "trace": traceback.format_exc()}

    return wrapper


@json_response
def lambda_handler(event, context):
    return {"x": event["x"]}
