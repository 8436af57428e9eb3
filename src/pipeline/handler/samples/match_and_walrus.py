from http import HTTPStatus


def lambda_handler(event, context):
    match event["action"]:
        case "train":
            answer = {"next": "train", "instances": 2}
        case "skip" | "stop" as action:
            answer = {"next": action}
        case _:
            return {"statusCode": HTTPStatus.BAD_REQUEST.value, "next": "none"}
    if (count := answer.get("instances", 0)) > 1:
        answer["distributed"] = count > 1
    answer["statusCode"] = HTTPStatus.OK
    return answer
