"""The programs that `stepwire export` writes, run under the SDK they are for: the definition comes out again as it was, with the SDK's
own edges, and ruff has nothing to say. Run in both environments, each with its version of the SDK."""

import json
import os
import runpy
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

import pytest

import programs

sdk = version("sagemaker").split(".")[0]
form = {"2": "python-v2", "3": "python"}[sdk]
folders = [programs.root / "fixtures" / "corpus", programs.root.parent / "shared" / "corpus"]


def corpus():
    texts = set()
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            text = path.read_text()
            if path.name.endswith(".graph.json") or text in texts:
                continue
            texts.add(text)
            yield path


definitions = list(corpus())


def without_steps(value):
    """What is read from a step, from a parameter instead; it may stand alone then."""
    if isinstance(value, dict):
        if any(key in value for key in ("Get", "Std:JsonGet")):
            return {"Get": "Parameters.P"}
        return {key: without_steps(item) for key, item in value.items()}
    return [without_steps(item) for item in value] if isinstance(value, list) else value


def shape_of(value):
    if isinstance(value, dict):
        return {key: shape_of(item) for key, item in value.items()}
    return [shape_of(item) for item in value[:1]] if isinstance(value, list) else type(value).__name__


def variants(value):
    """A value with each of its members left out once, and each literal once of another kind."""
    if isinstance(value, dict):
        for key in value:
            yield {name: item for name, item in value.items() if name != key}
            for changed in variants(value[key]):
                yield {**value, key: changed}
    elif isinstance(value, list):
        yield []
        for index, item in enumerate(value[:1]):
            for changed in variants(item):
                yield [*value[:index], changed, *value[index + 1 :]]
    else:
        yield {str: 7, int: "text", float: "", bool: {"Get": "Parameters.P"}}.get(type(value), "text")


#: So many of a type, spread over all of them: the SDK takes its time for each.
most = 40


def near_misses():
    """The steps of the corpus, each a little otherwise than the SDK would write it."""
    by_type, shapes = {}, set()

    def collect(found):
        for step in found:
            arguments = step.get("Arguments", {})
            for slot in ("IfSteps", "ElseSteps", "ForEachBody"):
                collect(arguments.get(slot, []))
            if step["Type"] in ("Condition", "ForEach"):
                continue
            kept = {key: without_steps(item) for key, item in step.items() if key not in ("Name", "DependsOn")}
            shape = json.dumps(shape_of(kept))
            if shape in shapes:
                continue
            shapes.add(shape)
            for changed in [kept, *variants(kept)]:
                if isinstance(changed.get("Arguments", {}), dict) and changed.get("Type") == step["Type"]:
                    by_type.setdefault(step["Type"], []).append(changed)

    for path in definitions:
        collect(json.loads(path.read_text())["Steps"])
    chosen = [step for steps in by_type.values() for step in steps[:: max(1, len(steps) // most)]]
    steps = [{"Name": f"S{index}", **step} for index, step in enumerate(chosen)]
    return {"Parameters": [{"Name": "P", "Type": "String"}], "Steps": steps}


def export(path: Path, to: str, out: Path) -> Path:
    command = ["node", str(programs.stepwire_bin()), "export", str(path), "--to", to, "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    return out


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Every definition of the corpus as a program for this SDK, and as a script of boto3."""
    folder = tmp_path_factory.mktemp("programs")
    jobs = [(path, to, folder / f"{path.stem}.{to}.py") for path in definitions for to in (form, "boto3")]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda job: export(*job), jobs))
    return folder


@pytest.fixture(autouse=True)
def _alone(monkeypatch):
    """No network, no credentials, no configuration: a program prints its definition without."""

    def refuse(*_):
        raise AssertionError("a program must not reach for the network")

    for name in list(os.environ):
        if name.startswith("AWS_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", os.devnull)
    monkeypatch.setattr(socket.socket, "connect", refuse)


def pipeline_of(program: Path):
    return runpy.run_path(str(program), run_name="program")["pipeline"]


def graph_of(pipeline):
    if sdk == "2":
        from sagemaker.workflow.pipeline import PipelineGraph
    else:
        from sagemaker.mlops.workflow.pipeline import PipelineGraph
    adjacency = PipelineGraph.from_pipeline(pipeline).adjacency_list
    return {(one, other) for one, others in adjacency.items() for other in others}


@pytest.mark.parametrize("path", definitions, ids=lambda path: f"{path.parent.parent.name}/{path.stem}")
def test_program_gives_back_the_definition_and_its_edges(path, written):
    pipeline = pipeline_of(written / f"{path.stem}.{form}.py")
    made, source = pipeline.definition(), path.read_text()
    assert json.loads(made) == json.loads(source)
    assert list(json.loads(made)) == list(json.loads(source))
    # Python prints a number of the source in another way only where it would print it so itself.
    assert json.dumps(json.loads(made), sort_keys=True) == json.dumps(json.loads(source), sort_keys=True)
    graph = json.loads(path.with_suffix(".graph.json").read_text())
    assert graph_of(pipeline) == {tuple(edge) for edge in graph["edges"]}


def test_ruff_has_nothing_to_say(written):
    assert len(list(written.glob("*.py"))) == 2 * len(definitions)
    for command in (["format", "--check"], ["check"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--isolated", "--no-cache", str(written)]
        said = subprocess.run(ruff, capture_output=True, text=True)
        assert said.returncode == 0, said.stdout + said.stderr


def test_a_program_prints_the_definition(written):
    program = written / f"churn-v3.{form}.py"
    said = subprocess.run([sys.executable, "-W", "ignore", program], capture_output=True, text=True, check=True)
    assert json.loads(said.stdout) == json.loads((folders[0] / "churn-v3.json").read_text())


def test_a_program_wants_a_role_to_deploy(written):
    command = [sys.executable, "-W", "ignore", written / f"churn-v3.{form}.py", "--upsert"]
    said = subprocess.run(command, capture_output=True, text=True)
    assert said.returncode == 2
    assert "--upsert needs --role ARN" in said.stderr


@pytest.mark.parametrize("path", definitions, ids=lambda path: f"{path.parent.parent.name}/{path.stem}")
def test_script_holds_the_definition(path, written):
    script = runpy.run_path(str(written / f"{path.stem}.boto3.py"), run_name="script")
    assert json.dumps(json.loads(script["DEFINITION"])) == json.dumps(json.loads(path.read_text()))


def test_a_step_a_little_otherwise_comes_back_as_it_is(tmp_path):
    """What a class of the SDK would write otherwise is not left to it: each member of each request, left out or of another kind."""
    source = near_misses()
    assert len(source["Steps"]) > 500
    path = tmp_path / "near-misses.json"
    path.write_text(json.dumps(source))
    made = json.loads(pipeline_of(export(path, form, tmp_path / "near_misses.py")).definition())
    assert len(made["Steps"]) == len(source["Steps"])
    wrong = [(step, other) for step, other in zip(source["Steps"], made["Steps"]) if step != other]
    assert wrong[:3] == []
