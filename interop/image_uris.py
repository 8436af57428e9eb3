"""Writes fixtures/image-uris.json: what the SageMaker Python SDK's own image_uris.retrieve says of AWS's images.

    interop/.venv/bin/python interop/image_uris.py fixtures/image-uris.json

One case for each version of each framework and use, its regions taken in turn: what is composed in the editor is held to these.
"""
import itertools
import json
import os
import sys

os.environ.setdefault("SAGEMAKER_SUPPRESS_V2_WARNING", "1")

from importlib.metadata import version as installed

from sagemaker import image_uris

CONFIGS = os.path.join(os.path.dirname(image_uris.__file__), "image_uri_config")
INSTANCES = {"cpu": "ml.m5.large", "gpu": "ml.g5.xlarge", "inf": "ml.inf1.xlarge", "trn": "ml.trn1.2xlarge", "neuron": "neuron"}
COMPILED = "-training-compiler"
NEURON = {"huggingface-neuron": "neuron", "huggingface-neuronx": "neuronx"}


def scopes_of(config):
    if "versions" in config:
        return [(scope, config) for scope in config.get("scope", [])[:1]]
    return [(scope, inner) for scope, inner in config.items() if isinstance(inner, dict) and "versions" in inner]


def bases_of(framework, found):
    if framework not in ("huggingface", f"huggingface{COMPILED}"):
        return [(None, found)]
    return [(base, inner) for base, inner in found.items() if base != "version_aliases"]


def cases():
    turn = itertools.count()
    for file in sorted(os.listdir(CONFIGS)):
        name = file[: -len(".json")]
        framework = "huggingface" if name in NEURON else name
        with open(os.path.join(CONFIGS, file)) as text:
            config = json.load(text)
        for scope, inner in scopes_of(config):
            for version, found in inner["versions"].items():
                for base, own in bases_of(framework, found):
                    yield from cases_of(name, framework, scope, version, base, own, inner, next(turn))


def cases_of(name, framework, scope, version, base, own, config, turn):
    if "repository" not in own:
        python, own = list(own.items())[turn % len(own)]
    else:
        pythons = [] if framework == "spark" else own.get("py_versions") or []
        python = pythons[turn % len(pythons)] if pythons else None
    processors = config.get("processors") or own.get("processors") or [None]
    processor = processors[turn % len(processors)]
    regions = sorted(own["registries"])
    region = regions[turn * 7 % len(regions)]
    instance = None if processor is None else INSTANCES.get(processor, f"ml.{processor}.xlarge")
    try:
        uri = image_uris.retrieve(
            framework.removesuffix(COMPILED),
            region,
            version=version,
            py_version=python,
            instance_type=instance,
            image_scope=scope,
            accelerator_type="ml.eia2.medium" if scope == "eia" else None,
            base_framework_version=base,
            inference_tool=NEURON.get(name),
            training_compiler_config=framework.endswith(COMPILED) or None,
        )
    except (ValueError, KeyError):
        return  # What the SDK itself does not take by these arguments.
    case = {"framework": framework, "use": scope, "version": version, "base": base, "device": processor, "python": python}
    yield {key: value for key, value in case.items() if value is not None} | {"region": region, "uri": uri}


if __name__ == "__main__":
    found = list(cases())
    lines = ",\n".join(f"  {json.dumps(case)}" for case in found)
    origin = f"sagemaker {installed('sagemaker')} (PyPI), image_uris.retrieve; interop/image_uris.py"
    with open(sys.argv[1], "w") as file:
        file.write(f'{{\n "origin": {json.dumps(origin)},\n "cases": [\n{lines}\n ]\n}}\n')
