from dataclasses import asdict, dataclass


@dataclass
class Result:
    model_name: str
    version: int = 1
    is_new: bool = False


def lambda_handler(event, context):
    result = Result(model_name=str(event["model"]), is_new=event["version"] is None)
    result.version = int(event["version"] or 1)
    return asdict(result)
