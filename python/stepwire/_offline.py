"""Takes a pipeline's definition from the SageMaker SDK without an account and without a network.

The SDK asks AWS while it writes a definition: who one is, for the name of the default bucket; it uploads code, and makes or updates Lambda
functions. Here such calls are answered as if they had been done, and told; any other is refused.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Callable
from unittest import mock

account = "111122223333"


@dataclass
class Offline:
    """What was not done while the definition was taken."""

    #: In words, one for each: ``upload s3://bucket/code.py``.
    not_done: list[str] = field(default_factory=list)
    #: The calls that had no answer, as ``sagemaker:DescribeModelPackage``.
    refused: list[str] = field(default_factory=list)


Call = tuple[str, dict[str, Any]]


def _lambda_function(call: Call) -> dict[str, Any]:
    region, asked = call
    return {"FunctionArn": f"arn:aws:lambda:{region}:{account}:function:{asked.get('FunctionName', '')}", "Version": "1"}


def _role(call: Call) -> dict[str, Any]:
    name = call[1].get("RoleName", "")
    return {"Role": {"RoleName": name, "Arn": f"arn:aws:iam::{account}:role/{name}", "Path": "/"}}


def _caller(_: Call) -> dict[str, Any]:
    return {"UserId": "offline", "Account": account, "Arn": f"arn:aws:sts::{account}:assumed-role/offline/stepwire"}


def _nothing(_: Call) -> dict[str, Any]:
    return {}


_uploads = {"PutObject", "CompleteMultipartUpload"}

#: What the SDK asks on its way to a definition; all answers that it reads.
_answers: dict[str, Callable[[Call], dict[str, Any]]] = {
    "sts:GetCallerIdentity": _caller,
    "iam:GetRole": _role,
    "lambda:CreateFunction": _lambda_function,
    "lambda:UpdateFunctionCode": _lambda_function,
    "lambda:UpdateFunctionConfiguration": _lambda_function,
    "lambda:GetFunction": lambda call: {"Configuration": {**_lambda_function(call), "State": "Active", "LastUpdateStatus": "Successful"}},
    "s3:HeadBucket": _nothing,
    "s3:CreateBucket": _nothing,
    "s3:GetBucketLocation": _nothing,
    "s3:PutObject": lambda _: {"ETag": '"offline"'},
    "s3:CreateMultipartUpload": lambda _: {"UploadId": "offline"},
    "s3:UploadPart": lambda _: {"ETag": '"offline"'},
    "s3:CompleteMultipartUpload": _nothing,
}


@contextlib.contextmanager
def offline() -> Iterator[Offline]:
    """No call to AWS and no connection leaves this process while it is open; gives what was not done.

    Threads that run already are left alone. Of use around code that makes a pipeline, where making it asks AWS too::

        with stepwire.offline():
            pipeline = make_pipeline()
    """
    report = Offline()
    others = {thread.ident for thread in threading.enumerate()} - {threading.get_ident()}

    def is_ours() -> bool:
        return threading.get_ident() not in others

    with contextlib.ExitStack() as stack:
        _guard_sockets(stack, is_ours)
        _guard_aws(stack, is_ours, report)
        yield report


def _guard_sockets(stack: contextlib.ExitStack, is_ours: Callable[[], bool]) -> None:
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> Any:
        if is_ours() and self.family != getattr(socket, "AF_UNIX", None):
            raise ConnectionRefusedError("stepwire takes the definition without a network.")
        return connect(self, address)

    def guarded_look_up(*args: Any, **kwargs: Any) -> Any:
        if is_ours():
            raise socket.gaierror(socket.EAI_FAIL, "stepwire takes the definition without a network.")
        return look_up(*args, **kwargs)

    stack.enter_context(mock.patch.object(socket.socket, "connect", guarded_connect))
    stack.enter_context(mock.patch.object(socket, "getaddrinfo", guarded_look_up))


def _guard_aws(stack: contextlib.ExitStack, is_ours: Callable[[], bool], report: Offline) -> None:
    try:
        from botocore.client import BaseClient
        from botocore.exceptions import ClientError
    except ImportError:
        # Without it there is no SDK either.
        return
    really = BaseClient._make_api_call

    def answered(self: Any, operation: str, asked: dict[str, Any]) -> Any:
        if not is_ours():
            return really(self, operation, asked)
        call = f"{self.meta.service_model.service_name}:{operation}"
        answer = _answers.get(call)
        if answer is None:
            report.refused.append(call)
            # As to someone without the permission, which the SDK knows how to take where it can do without.
            said = "stepwire takes the definition without an account. Give what is asked for as a value where the pipeline is made."
            raise ClientError({"Error": {"Code": "AccessDenied", "Message": said}}, operation)
        not_done = _in_words(call, asked)
        if not_done is not None and not_done not in report.not_done:
            report.not_done.append(not_done)
        return answer((self.meta.region_name or "us-east-1", asked))

    stack.enter_context(mock.patch.object(BaseClient, "_make_api_call", answered))


def _in_words(call: str, asked: dict[str, Any]) -> str | None:
    service, operation = call.split(":")
    if service == "s3" and operation in _uploads:
        return f"upload s3://{asked.get('Bucket')}/{asked.get('Key')}"
    if call == "s3:CreateBucket":
        return f"make the bucket {asked.get('Bucket')}"
    if service == "lambda" and operation != "GetFunction":
        return f"make or update the Lambda function {asked.get('FunctionName')}"
    return None
