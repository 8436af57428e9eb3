"""contract.jsonl by boto3: what the local region answers, case by case, each with the source that says so."""

import json
import os
import re
import time
from pathlib import Path

import boto3
import botocore.config
import botocore.exceptions
import pytest

from conftest import role
from programs import region

first, *lines = Path(__file__).with_name("contract.jsonl").read_text(encoding="utf-8").splitlines()
definitions = json.loads(first)["definitions"]
cases = [json.loads(line) for line in lines]


@pytest.fixture(scope="session")
def plain_client(local_region):
    """Checks nothing itself: what is wrong with a request, the region has to say."""
    config = botocore.config.Config(parameter_validation=False)
    return boto3.client("sagemaker", region_name=region, endpoint_url=local_region, config=config)


def filled_in(value, names):
    if isinstance(value, str):
        if value.startswith("@"):
            return json.dumps(definitions[value[1:]])
        for name, stands in names.items():
            value = value.replace(name, stands)
        return value
    if isinstance(value, list):
        return [filled_in(each, names) for each in value]
    if isinstance(value, dict):
        return {key: filled_in(each, names) for key, each in value.items()}
    return value


def differs_at(given, expected, path="answer"):
    if isinstance(expected, str) and expected.startswith("re:"):
        return None if re.search(expected[3:], str(given)) else f"{path} is {given!r}"
    if isinstance(expected, list):
        if not isinstance(given, list) or len(given) != len(expected):
            return f"{path} is {given!r}"
        pairs = [(given[at], each, f"{path}.{at}") for at, each in enumerate(expected)]
    elif isinstance(expected, dict):
        members = given if isinstance(given, dict) else {}
        pairs = [(members.get(key), each, f"{path}.{key}") for key, each in expected.items()]
    else:
        return None if given == expected else f"{path} is {given!r}, not {expected!r}"
    return next((why for why in (differs_at(*pair) for pair in pairs) if why is not None), None)


def call(client, operation, request):
    method = re.sub(r"(?<!^)(?=[A-Z])", "_", operation).lower()
    return getattr(client, method)(**request)


@pytest.fixture(scope="module", autouse=True)
def _figure(request):
    """Notes for `npm run test:full` how many cases were answered otherwise."""
    before = request.session.testsfailed
    yield
    if "STEPWIRE_FIGURES" in os.environ:
        faults = request.session.testsfailed - before
        measured = f"{faults} of {len(cases)}"
        what = "the same, by boto3"
        figure = {"what": what, "goal": "0", "measured": measured, "isMet": faults == 0}
        with open(os.environ["STEPWIRE_FIGURES"], "a", encoding="utf-8") as figures:
            figures.write(json.dumps(figure) + "\n")


@pytest.mark.parametrize(("number", "case"), enumerate(cases), ids=[case["name"] for case in cases])
def test_contract(plain_client, number, case):
    pipeline = f"case-{number}"
    arn = f"arn:aws:sagemaker:{region}:111122223333:pipeline/{pipeline}"
    names = {"$p": pipeline, "$P": arn, "$t": f"token-of-case-{number}".ljust(40, "-")}
    if "on" in case:
        definition = filled_in(f"@{case['on']}", names)
        plain_client.create_pipeline(PipelineName=pipeline, RoleArn=role, PipelineDefinition=definition)
    for one in case["calls"]:
        request = filled_in(one["with"], names)
        if "refused" in one:
            code, words = one["refused"]
            with pytest.raises(botocore.exceptions.ClientError) as caught:
                call(plain_client, one["call"], request)
            error = caught.value.response["Error"]
            assert error["Code"] == code
            assert words in error["Message"]
            continue
        answer = call(plain_client, one["call"], request)
        if "until" in one:
            until = filled_in(one["until"], names)
            deadline = time.monotonic() + 30
            while differs_at(answer, until) is not None and time.monotonic() < deadline:
                time.sleep(0.1)
                answer = call(plain_client, one["call"], request)
            assert differs_at(answer, until) is None
        if "gives" in one:
            assert differs_at(answer, filled_in(one["gives"], names)) is None
        for member in one.get("lacks", []):
            assert member not in answer
        for name, path in one.get("keep", {}).items():
            kept = answer
            for part in path.split("."):
                kept = kept[int(part)] if isinstance(kept, list) else kept[part]
            names[name] = str(kept)
