"""`show`, `check` and `diff` of what people have: pipelines of the SDK, definitions, files."""

import html
import json
import re
import socket

import pipelines
import pytest

good = {
    "Version": "2020-12-01",
    "Steps": [{"Name": "Stop", "Type": "Fail", "Arguments": {"ErrorMessage": {"Get": "Parameters.Why"}}}],
    "Parameters": [{"Name": "Why", "Type": "String", "DefaultValue": "enough"}],
}
bad = json.loads(json.dumps(good).replace("Parameters.Why", "Steps.Nobody.Outcome"))
naughty = "</script><script>parent.x=1</script><!-- \"'&"


@pytest.fixture(scope="session")
def code(tmp_path_factory):
    path = tmp_path_factory.mktemp("code") / "prepare.py"
    path.write_text("print('prepared')\n")
    return path


@pytest.fixture()
def pipeline(stepwire, code):
    with stepwire.offline():
        return pipelines.make_pipeline(code)


def framed(shown):
    """The page in the frame."""
    (source,) = re.findall(r'<iframe [^>]*?srcdoc="([^"]*)" sandbox="allow-scripts"', shown._repr_html_())
    return html.unescape(source)


def test_a_pipeline_of_the_sdk_is_shown_without_credentials_or_network(stepwire, pipeline):
    shown = stepwire.show(pipeline)
    page = framed(shown)
    for name in ("Prepare", "Train", "EnoughRows", "TooFew"):
        assert f">{name}</" in page
    assert "default-src 'none'" in page and "http-equiv" in page
    assert any("upload s3://" in one and "prepare.py" in one for one in shown.not_done)
    assert "Not done, to write this definition" in shown._repr_html_()


def test_a_pipeline_of_the_sdk_is_checked_and_compared(stepwire, pipeline):
    problems = stepwire.check(pipeline)
    assert [one for one in problems if one.severity == "error"] == []
    with stepwire.offline():
        text = pipeline.definition()
    differences = stepwire.diff(pipeline, text.replace("ml.m5.xlarge", "ml.m5.2xlarge"))
    (changed,) = differences.told["steps"]["changed"]
    assert changed["name"] == "Train" and changed["fields"][0]["after"] == "ml.m5.2xlarge"
    assert "ml.m5.2xlarge" in differences._repr_mimebundle_()["text/markdown"]


def test_nothing_is_done_in_an_account(stepwire, pipeline, monkeypatch):
    def connect(*_):
        raise AssertionError("A connection was opened.")

    monkeypatch.setattr(socket.socket, "connect", connect)
    stepwire.show(pipeline)


def test_a_region_is_asked_for_in_words(stepwire, monkeypatch):
    class Regionless:
        name = "churn"

        def definition(self):
            raise ValueError("Must setup local AWS configuration with a region supported by SageMaker.")

    with pytest.raises(stepwire.StepwireError, match="AWS_DEFAULT_REGION"):
        stepwire.show(Regionless())


def test_what_aws_is_asked_and_cannot_be_answered_is_named(stepwire):
    import boto3

    class Curious:
        name = "churn"

        def definition(self):
            return boto3.client("sagemaker").describe_model_package(ModelPackageName="m")["ModelPackageArn"]

    with pytest.raises(stepwire.StepwireError, match="sagemaker:DescribeModelPackage"):
        stepwire.check(Curious())


def test_offline_ends_with_its_block(stepwire):
    before = (socket.socket.connect, socket.getaddrinfo)
    with stepwire.offline(), pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", 9), timeout=1)
    assert (socket.socket.connect, socket.getaddrinfo) == before


@pytest.mark.parametrize("given", [good, json.dumps(good)], ids=["dict", "text"])
def test_a_definition_is_taken_as_it_stands(stepwire, given):
    assert list(stepwire.check(given)) == []
    assert repr(stepwire.check(given)) == "No problems."
    assert "Stop" in framed(stepwire.show(given))


def test_a_file_is_read_and_a_template_too(stepwire, tmp_path):
    file = tmp_path / "churn.json"
    file.write_text(json.dumps(bad))
    (problem, *_) = stepwire.check(str(file))
    assert (problem.code, problem.severity, problem.step) == ("reference-unknown-step", "error", "Stop")
    assert problem.why and stepwire.check(file)[0] == problem
    template = tmp_path / "stack.json"
    pipeline = {"Type": "AWS::SageMaker::Pipeline", "Properties": {"PipelineDefinition": {"PipelineDefinitionBody": json.dumps(good)}}}
    template.write_text(json.dumps({"Resources": {"P": pipeline}}))
    assert "Stop" in framed(stepwire.show(template))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (42, "no pipeline"),
        ({"Steps": [object()]}, "Give the Pipeline itself"),
        ("no-such-file.json", "cannot be read"),
        ("{", r"^pipeline\.json:1:2: A key"),
    ],
)
def test_what_is_no_pipeline_is_said(stepwire, given, said):
    with pytest.raises(stepwire.StepwireError, match=said):
        stepwire.show(given)


def test_a_table_keeps_every_text_a_text(stepwire):
    definition = json.loads(json.dumps(bad))
    definition["Steps"][0]["Name"] = naughty
    shown = stepwire.check(definition)._repr_html_()
    assert "<script" not in shown and "&lt;/script&gt;" in shown


def test_without_node_the_output_works_it_out_itself(stepwire, without_node):
    definition = {**good, "Metadata": {"text": naughty}}
    for shown in (stepwire.show(definition), stepwire.check(definition)):
        page = framed(shown)
        (data,) = re.findall(r'<script type="application/json" id="given">(.*?)</script>', page, re.DOTALL)
        assert json.loads(json.loads(data)["text"]) == definition
        assert "<" not in data
    assert "iframe" in stepwire.diff(good, bad)._repr_mimebundle_()["text/html"]


def test_without_node_values_say_what_is_needed(stepwire, without_node):
    problems = stepwire.check(good)
    with pytest.raises(stepwire.NodeMissing, match=r"20\.19"):
        list(problems)
    with pytest.raises(stepwire.NodeMissing, match="no Node on this machine"):
        _ = stepwire.diff(good, bad).told
    assert "without Node" in repr(problems)


def test_the_picture_is_saved_whole(stepwire, tmp_path):
    stepwire.show(good).save(str(tmp_path / "pipeline.html"))
    page = (tmp_path / "pipeline.html").read_text()
    assert page.startswith("<!doctype html>") and "Stop" in page
