"""What `stepwire export` writes for CloudFormation, the CDK, Terraform, Pulumi and IAM, read by the tools themselves: nothing is found
fault with, and the definition inside is the one that went in, token for token. Run by `interop/run --infrastructure`."""

import json
import os
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import hcl2
import parliament
import pulumi
import pytest
from cfnlint import api as cfnlint
from cfnlint.decode import decode_str
from lxml import etree

import programs

folders = [programs.root / "fixtures" / "corpus", programs.root.parent / "shared" / "corpus"]
node_modules = programs.root / "interop" / "node_modules"


def corpus():
    texts = set()
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            if path.name.endswith(".graph.json") or path.read_text() in texts:
                continue
            texts.add(path.read_text())
            yield path


each = pytest.mark.parametrize("path", list(corpus()), ids=lambda path: path.stem)
# Each of these starts a compiler or a synthesiser, some seconds long: all of the corpus in the full tier, every fifth of it else.
is_full = os.environ.get("STEPWIRE_TESTS") == "full"
some = pytest.mark.parametrize("path", list(corpus())[:: 1 if is_full else 5], ids=lambda path: path.stem)
options = ["--tag", "team=ml", "--with-role"]
schedule = ["--schedule", "rate(1 day)"]


def export(path: Path, to: str, out: Path, *more: str) -> str:
    command = ["node", str(programs.stepwire_bin()), "export", str(path), "--to", to, "--out", str(out), *more]
    subprocess.run(command, check=True, capture_output=True)
    return out.read_text()


def tokens(text: str):
    """What a person would compare by eye: texts decoded, numbers as written."""
    found = re.findall(r'"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}\[\],:]', text)
    return [json.loads(one) if one.startswith('"') else one for one in found]


def is_same(text: str, path: Path):
    assert tokens(text) == tokens(path.read_text())


def body(template):
    [pipeline] = [one for one in template["Resources"].values() if one["Type"] == "AWS::SageMaker::Pipeline"]
    return pipeline["Properties"]["PipelineDefinition"]["PipelineDefinitionBody"]


@each
@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_cloudformation_is_clean_by_cfn_lint(path, ending, tmp_path):
    for more in ([], [*options, *schedule]):
        text = export(path, "cloudformation", tmp_path / f"template.{ending}", *more)
        assert cfnlint.lint(text) == [], more
        template, faults = decode_str(text)
        assert faults == []
        is_same(str(body(template)), path)


@each
def test_terraform_is_read_by_an_hcl_parser_and_formatted_as_fmt_does(path, tmp_path):
    for more in ([], [*options, *schedule]):
        text = export(path, "terraform", tmp_path / "main.tf", *more)
        heredoc = re.search(r"pipeline_definition = <<-JSON\n(.*?)\n  JSON\n", text, re.S).group(1)
        is_same(heredoc.replace("$${", "${").replace("%%{", "%{"), path)
        # The parser needs minutes for a long heredoc.
        if len(text) < 40_000:
            [pipeline] = [one for one in hcl2.loads(text)["resource"] if any("aws_sagemaker_pipeline" in key for key in one)]
            assert "Steps" in json.dumps(pipeline)
        if shutil.which("terraform"):
            command = ["terraform", "fmt", "-check", "-diff", str(tmp_path / "main.tf")]
            found = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "TF_CLI_CONFIG_FILE": os.devnull})
            assert found.returncode == 0, found.stdout


@each
def test_a_policy_is_valid_by_parliament(path, tmp_path):
    text = export(path, "iam-policy", tmp_path / "policy.json", "--role", "arn:aws:iam::111122223333:role/pipeline")
    if json.loads(text)["Statement"] == []:
        return
    findings = parliament.analyze_policy_string(text).findings
    # Newer than parliament's list (botocore 1.44.5: CreateJob, the Bedrock actions), and its word that a resource may be broader.
    excused = ("UNKNOWN_ACTION", "RESOURCE_MISMATCH", "RESOURCE_STAR")
    told = [finding for finding in findings if finding.issue not in excused]
    newer = {str(finding.detail) for finding in findings if finding.issue == "UNKNOWN_ACTION"}
    assert told == []
    assert all(re.search("Job|bedrock|CustomModel|HubContent|InferenceComponent", one) for one in newer), newer


@some
def test_the_cdk_in_python_synthesises_it(path, tmp_path):
    export(path, "cdk-python", tmp_path / "app.py", *options, *schedule)
    # In a process of its own: the CDK's kernel keeps the environment that it was started with.
    environment = {**os.environ, "CDK_OUTDIR": str(tmp_path / "cdk.out")}
    subprocess.run([sys.executable, "app.py"], check=True, env=environment, cwd=tmp_path)
    [template] = (tmp_path / "cdk.out").glob("*.template.json")
    is_same(body(json.loads(template.read_text())), path)


@pytest.mark.skipif(not node_modules.exists(), reason="npm ci in interop/ brings the CDK")
@some
def test_the_cdk_in_typescript_synthesises_it(path, tmp_path):
    os.symlink(node_modules, tmp_path / "node_modules")
    export(path, "cdk", tmp_path / "app.mts", *options, *schedule)
    environment = {**os.environ, "CDK_OUTDIR": str(tmp_path / "cdk.out")}
    tsc = programs.root / "node_modules" / "typescript" / "bin" / "tsc"
    checked = ["node", str(tsc), "--module", "nodenext", "--target", "es2022", "--strict", "--skipLibCheck", "--types", "", "app.mts"]
    told = subprocess.run(checked, cwd=tmp_path, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout
    subprocess.run(["node", "app.mjs"], check=True, env=environment, cwd=tmp_path)
    [template] = (tmp_path / "cdk.out").glob("*.template.json")
    is_same(body(json.loads(template.read_text())), path)


class Mocks(pulumi.runtime.Mocks):
    def __init__(self):
        self.made = []

    def new_resource(self, args):
        self.made.append(args)
        return [f"{args.name}-id", {**args.inputs, "arn": f"arn:aws:test:::{args.name}"}]

    def call(self, args):
        return {}


@each
def test_pulumi_in_python_is_given_it(path, tmp_path):
    export(path, "pulumi-python", tmp_path / "__main__.py", *options)
    mocks = Mocks()
    pulumi.runtime.set_mocks(mocks, preview=False)
    # Ends when all that the program makes has been made.
    pulumi.runtime.test(lambda: runpy.run_path(str(tmp_path / "__main__.py")) and None)()
    [made] = [one for one in mocks.made if one.typ == "aws:sagemaker/pipeline:Pipeline"]
    is_same(made.inputs["pipelineDefinition"], path)


@pytest.mark.skipif(not node_modules.exists(), reason="npm ci in interop/ brings Mermaid")
def test_mermaid_parses_each_flowchart(tmp_path):
    files = [str(tmp_path / f"{path.stem}.mmd") for path in corpus()]
    for path, file in zip(corpus(), files):
        export(path, "mermaid", Path(file))
    found = subprocess.run(["node", "parseMermaid.mjs", *files], cwd=programs.root / "interop", capture_output=True, text=True)
    assert found.returncode == 0, found.stdout + found.stderr


#: Letters, signs that XML has a use for, other alphabets and more than a text should have.
naughty = ["]]>", "<script>alert(1)</script>", "a & b &amp; c", "\u0001\u000b\ufffe", "日本語 🚀 עברית", '"\'`', "--><!--", "x" * 256]


@each
def test_svg_is_xml_by_libxml2(path, tmp_path):
    """What xmllint is made of, and xmllint itself where there is one."""
    definition = json.loads(path.read_text())
    steps = [{"Name": f"N{index}", "DisplayName": text, "Type": text, "Arguments": {text: text}} for index, text in enumerate(naughty)]
    told = {**definition, "Steps": [*definition["Steps"], *steps]}
    source = tmp_path / f"{path.stem}.json"
    source.write_text(json.dumps(told))
    picture = tmp_path / "picture.svg"
    export(source, "svg", picture)
    root = etree.parse(str(picture), etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    titles = [one.text for one in root.iterfind("{*}g[@data-step]/{*}title")]
    assert len(titles) >= len(told["Steps"])
    if shutil.which("xmllint"):
        subprocess.run(["xmllint", "--noout", "--nonet", str(picture)], check=True, capture_output=True)


#: The program under Pulumi's own runtime, each resource that it asks for told on a line.
mocked = """const pulumi = require("@pulumi/pulumi");
const told = (made) => console.log(JSON.stringify({ type: made.type, inputs: made.inputs }));
const newResource = (made) => (told(made), { id: `${made.name}-id`, state: { ...made.inputs, arn: `arn:aws:test:::${made.name}` } });
pulumi.runtime.setMocks({ newResource, call: ({ inputs }) => inputs }, "project", "stack", false);
require("./program.cjs");
"""


@pytest.mark.skipif(not node_modules.exists(), reason="npm ci in interop/ brings Pulumi")
@some
def test_pulumi_in_typescript_is_given_it(path, tmp_path):
    os.symlink(node_modules, tmp_path / "node_modules")
    export(path, "pulumi", tmp_path / "program.cts", *options)
    (tmp_path / "mocked.cjs").write_text(mocked)
    tsc = programs.root / "node_modules" / "typescript" / "bin" / "tsc"
    checked = ["node", str(tsc), "--module", "nodenext", "--target", "es2022", "--strict", "--skipLibCheck", "--types", "", "program.cts"]
    told = subprocess.run(checked, cwd=tmp_path, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout
    said = subprocess.run(["node", "mocked.cjs"], check=True, cwd=tmp_path, capture_output=True, text=True).stdout
    made = [json.loads(line) for line in said.splitlines()]
    [pipeline] = [one for one in made if one["type"] == "aws:sagemaker/pipeline:Pipeline"]
    is_same(pipeline["inputs"]["pipelineDefinition"], path)
