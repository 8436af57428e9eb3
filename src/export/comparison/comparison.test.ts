import { describe, expect, it } from "vitest";
import { differ } from "../../pipeline/compare/changes";
import { compareDefinitions, compareRenamed } from "../../pipeline/compare/compareDefinitions";
import { compareEdges } from "../../pipeline/compare/compareEdges";
import { serialise } from "../../pipeline/definition/serialise";
import type { ObjectValue, Value } from "../../pipeline/definition/value";
import { corpus, corpusText } from "../../testing/fixtures";
import { definitionOf } from "../../testing/load";
import { anyText, definitionFullOf, naughtyTexts } from "../../testing/naughty";
import fc from "../../testing/properties";
import { condition, equal, fail, lambda, pipeline, read, training } from "../../testing/steps";
import type { Told } from "../../viewer/told";
import { compare } from "./comparison";
import { comparisonAsJson } from "./json";
import { comparisonAsMarkdown } from "./markdown";
import { comparisonAsMermaid } from "./mermaid";
import { editsOf, type OneEdit } from "./oneEdit.cases";
import { comparisonAsHtml, comparisonAsSvg } from "./picture";

const json = async (before: object | string, after: object | string) =>
  JSON.parse(comparisonAsJson(await compare(definitionOf(before), definitionOf(after))));
const plain = (value: object) => JSON.parse(serialise(value as Value));
/** What is told of the definitions alone: the rules cost a hundred times that. */
const withoutProblems = (before: ObjectValue, after: ObjectValue) => {
  const { renamed, changes } = compareRenamed(before, after);
  const edges = compareEdges(renamed, after);
  const rest = { problems: { new: [], gone: [] }, meaning: [], before: renamed, after };
  return JSON.parse(comparisonAsJson({ changes, edges, ...rest }));
};

const turns = [0, 1, 2];
const pairs = corpus().flatMap(({ name, text }) =>
  turns.flatMap((turn) => {
    const before = definitionOf(text);
    return editsOf(before, turn * 3 + 1).map((edit): [string, typeof before, OneEdit] => [
      `${edit.what} (${name}, ${turn})`,
      before,
      edit,
    ]);
  }),
);

describe("a comparison of a definition with itself after one edit", () => {
  it("is made over more than 200 pairs, of each kind some", () => {
    expect(pairs.length).toBeGreaterThan(200);
    expect(new Set(pairs.map(([, , { what }]) => what)).size).toBe(14);
  });

  it.each(pairs)("names it once and nothing else: %s", (_title, before, edit) => {
    const said = withoutProblems(before, edit.after);
    const items = { added: [], removed: [], changed: [] };
    expect(said).toEqual(
      plain({
        steps: { ...items, moved: [], ...edit.steps },
        edges: edit.edges ?? { added: [], removed: [] },
        parameters: { ...items, ...edit.parameters },
        definition: edit.definition ?? [],
        problems: { new: [], gone: [] },
        meaning: [],
      }),
    );
    expect(differ(compareDefinitions(edit.after, edit.after))).toBe(false);
  });

  it.each(corpus().map(({ name, text }) => [name, text]))("says nothing without one: %s", async (_name, text) => {
    const { problems, meaning } = await json(text, text);
    expect([problems, meaning]).toEqual([{ new: [], gone: [] }, []]);
  });
});

const before = pipeline(
  [
    lambda("Prep"),
    training("Train", {}, {}, read("Steps.Prep.OutputParameters['path']")),
    condition("Gate", [equal], [lambda("Publish")], [fail("Stop")]),
  ],
  [{ Name: "Rows", Type: "Integer", DefaultValue: 1 }],
);
const after = pipeline(
  [
    lambda("Prep", { FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:g" }),
    training("Train", {}, { DependsOn: ["Prep"] }, read("Steps.Nobody.OutputParameters['path']")),
    lambda("Publish"),
    condition("Gate", [{ ...equal, RightValue: 2 }], [], []),
    lambda("Clean", { DependsOn: ["Publish"] }),
  ],
  [{ Name: "Rows", Type: "Integer" }],
);

describe("what a comparison means", () => {
  it("says first who may do what, which code runs and where data goes", async () => {
    const { meaning } = await json(before, after);
    expect(meaning.map(({ security, sentence }: never) => `${security ? "!" : "-"} ${sentence}`)).toEqual([
      "! The pipeline's role needs a new permission: lambda:InvokeFunction on arn:aws:lambda:eu-west-1:111122223333:function:g.",
      "! Prep calls the function arn:aws:lambda:eu-west-1:111122223333:function:g, before arn:aws:lambda:eu-west-1:111122223333:function:f.",
      `! Train reads or writes {"Get":"Steps.Nobody.OutputParameters['path']"}, before {"Get":"Steps.Prep.OutputParameters['path']"}.`,
      "! Clean is new and calls the function arn:aws:lambda:eu-west-1:111122223333:function:f.",
      "- Publish runs always, no longer in a branch or a loop.",
      "- Gate decides otherwise: Arguments.Conditions[0].RightValue is 2, before 1.",
      "- Each start has to give the parameter Rows, which was 1 by default.",
    ]);
  });

  it("tells the problems that are new and those that are gone, whatever stands in front of them", async () => {
    const { problems } = await json(before, after);
    expect(problems.new.map(({ code }: { code: string }) => code)).toContain("reference-unknown-step");
    const faulty = (front: readonly string[]) =>
      pipeline([...front.map((name) => lambda(name)), lambda("T", { DependsOn: [...front, "Nobody"] })]);
    const unused = expect.objectContaining({ code: "output-unused", step: "Front" });
    expect((await json(faulty([]), faulty(["Front"]))).problems).toEqual({ new: [unused], gone: [] });
    const cured = await json(faulty(["A"]), pipeline([lambda("A"), lambda("T", { DependsOn: ["A"] })]));
    expect(cured.problems.gone.map(({ code }: { code: string }) => code)).toEqual(["depends-on-unknown"]);
  });
});

describe("a comparison as Mermaid and Markdown", () => {
  it("shows what is new, gone and changed in one picture", async () => {
    const drawn = comparisonAsMermaid(await compare(definitionOf(before), definitionOf(after)));
    await expect(drawn).toMatchFileSnapshot("goldens/reviewed.mmd");
  });

  it("shows it as the canvas does, as SVG: the steps and lines of both, marked by sign and word", async () => {
    const comparison = await compare(definitionOf(before), definitionOf(after));
    const drawn = await comparisonAsSvg(comparison, "reviewed", async (source) => source);
    await expect(drawn).toMatchFileSnapshot("goldens/reviewed.svg");
    for (const mark of ["+ added", "− removed", "~ changed"]) expect(drawn).toContain(mark);
  });

  it("shows it as one page, in which each step tells its changes", async () => {
    const comparison = await compare(definitionOf(before), definitionOf(after));
    const page = await comparisonAsHtml(comparison, "reviewed", async (source) => source);
    const [, data = "{}"] = /<script type="application\/json" id="told">([^<]*)</.exec(page) ?? [];
    const told: Told = JSON.parse(data);
    const changed = told.steps.flatMap(({ key, changes }) => (changes === undefined ? [] : [[key, changes.said[0]]]));
    expect(changed.length).toBe(comparison.changes.steps.length);
    const { steps } = comparison.changes;
    const removed = steps.filter(({ change }) => change === "removed").map(({ name }) => [name, "removed."]);
    expect(changed).toEqual(expect.arrayContaining(removed));
    expect(removed.length).toBeGreaterThan(0);
    expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
  });

  it("shows a review", async () => {
    const told = comparisonAsMarkdown(await compare(definitionOf(before), definitionOf(after)));
    await expect(told).toMatchFileSnapshot("goldens/reviewed.md");
  });

  it("shows a real pipeline of which a step is gone", async () => {
    const churn = definitionOf(corpusText("churn-v3"));
    const edit = editsOf(churn, 2).find(({ what }) => what === "a step removed");
    const told = comparisonAsMarkdown(await compare(churn, edit?.after ?? churn));
    await expect(told).toMatchFileSnapshot("goldens/removed.md");
  });

  const staysInPlace = async (text: string) => {
    const named = definitionOf(definitionFullOf(text));
    for (const [old, fresh] of [
      [definitionOf(pipeline([])), named] as const,
      [named, definitionOf(pipeline([]))] as const,
    ]) {
      const comparison = await compare(old, fresh);
      const told = comparisonAsMarkdown(comparison);
      expect(told.length).toBeLessThan(60_000);
      expect(told.match(/^ {0,3}(```|~~~)/gm)).toHaveLength(2);
      // What is no code stands behind backslashes: no tag, no comment, no mention.
      const words = told.replace(/```[\s\S]*?```|\\[\s\S]|(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "");
      expect(words.match(/<(?!\/?(?:details|summary|br)>)|@/g) ?? []).toEqual([]);
      for (const line of comparisonAsMermaid(comparison).split("\n"))
        expect(line).toMatch(/^(?:flowchart LR| +(?:s\d+|subgraph s\d+_\w+|end|class|classDef|linkStyle|none)\b.*)?$/);
    }
  };
  it.each(naughtyTexts.map((text) => [text]))("keeps %j in its place", staysInPlace);
  it("keeps any text in its place", async () => {
    await fc.assert(fc.asyncProperty(anyText, staysInPlace), { numRuns: 10 });
  }, 30_000);

  it("leaves room for a comment of GitHub, however much changed", async () => {
    const many = pipeline(
      Array.from({ length: 600 }, (_, i) => training(`Step${i}`, {}, { DependsOn: [`Step${i - 1}`] })),
    );
    const told = comparisonAsMarkdown(await compare(definitionOf(pipeline([])), definitionOf(many)));
    expect(told.length).toBeLessThan(60_000);
    expect(told).toContain("The picture is left out");
    expect(told).toMatch(/And \d+ more\./);
  });
});
