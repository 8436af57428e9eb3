import { describe, expect, it } from "vitest";
import { corpusText } from "../../testing/fixtures";
import { definitionOf } from "../../testing/load";
import { deriveGraph } from "../graph/deriveGraph";
import { lineSentence } from "./lineSentence";
import { linesOf } from "./lines";

const sentencesOf = (name: string) => {
  const graph = deriveGraph(definitionOf(corpusText(name)));
  return graph.edges.flatMap((edge) => linesOf(edge, graph)).map(lineSentence);
};

describe("what a line says", () => {
  it("is where a value goes, what is waited for, and in which branch a step lies", () => {
    expect(sentencesOf("abalone")).toEqual(
      expect.arrayContaining([
        "EvaluateAbaloneModel reads S3ModelArtifacts of TrainAbaloneModel in ProcessingInputs[0].S3Input.S3Uri.",
        "AbaloneMSEFail lies in False of AbaloneMSECond.",
      ]),
    );
    expect(sentencesOf("run-on-failure-and-cleanup")).toEqual(
      expect.arrayContaining(["AlarmOnFailure waits for Train and runs on failure."]),
    );
  });
});
