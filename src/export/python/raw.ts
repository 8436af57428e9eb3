import { serialise } from "../../pipeline/definition/serialise";
import type { ObjectValue } from "../../pipeline/definition/value";
import { head, imports, main, region, session } from "./frame";
import type { Sdk } from "./sdk";
import { quoted } from "./text";

/**
 * The text of a definition as a literal of Python. In JSON there are never three quotes in a row, and no backslash at its end: a raw
 * literal holds it as it is.
 */
export function textBlock(definition: ObjectValue): string {
  return `r"""${serialise(definition, 2)}"""`;
}

/** A program around the exact text, where the steps are none that the SDK could make anything of. */
export function rawProgram(definition: ObjectValue, name: string, sdk: Sdk): string {
  return `${head(sdk)}import argparse
import logging
import os

import boto3
${region}${imports(new Set(["Pipeline", "PipelineSession", "telemetry_logging"]), sdk)}
DEFINITION = ${textBlock(definition)}


class WrittenPipeline(Pipeline):
    """A pipeline that the SDK's own steps cannot say."""

    def definition(self):
        return DEFINITION


${session}pipeline = WrittenPipeline(name=${quoted(name)}, sagemaker_session=session)


${main}`;
}
