from typing import Any, Dict

from aws_lambda_powertools import Logger, Tracer
from aws_lambda_powertools.utilities.typing import LambdaContext

logger = Logger()
tracer = Tracer()


@logger.inject_lambda_context(log_event=True)
@tracer.capture_lambda_handler
def lambda_handler(event: Dict[str, Any], context: LambdaContext) -> Dict[str, Any]:
    """Says whether the model may go on."""
    auc: float = float(event["auc"])
    threshold: float = event.get("threshold", 0.75)
    approved = auc >= threshold
    return {
        "approved": approved,
        "auc": auc,
        "request_id": context.aws_request_id,
    }
