import { describe, expect, it } from "vitest";
import { createDocument } from "../../pipeline/definition/document";
import { definitionOf } from "../../testing/load";
import { anyText, definitionFullOf, naughtyTexts } from "../../testing/naughty";
import fc from "../../testing/properties";
import { condition, equal, fail, forEach, lambda, pipeline, read, training } from "../../testing/steps";
import { dot } from "../dot";
import { mermaid } from "../mermaid";

const sourceOf = (definition: object, name = "churn") => ({
  ...createDocument("", name, definitionOf(definition)),
  models: new Map(),
});

const branches = sourceOf(
  pipeline([
    lambda("Prep"),
    training(
      "Train",
      {},
      { DependsOn: [{ Step: "Prep", Trigger: "Failed" }] },
      read("Steps.Prep.OutputParameters['path']"),
    ),
    condition(
      "Gate",
      [{ ...equal, LeftValue: read("Steps.Train.TrainingJobName") }],
      [lambda("Publish")],
      [fail("Stop")],
    ),
    forEach("Each", [lambda("One", { DependsOn: ["Gate"] })]),
  ]),
);

describe("a flowchart of Mermaid", () => {
  it("has a subgraph for each branch and body, edges with what they carry, and order dashed", () => {
    expect(mermaid.write(branches)).toBe(`flowchart LR
  s1["Prep<br/>Lambda"]
  s2["Train<br/>Training"]
  s3{"Gate<br/>Condition"}
  subgraph s3_IfSteps["Gate#58; True"]
    s4["Publish<br/>Lambda"]
  end
  s3 -->|"True"| s3_IfSteps
  subgraph s3_ElseSteps["Gate#58; False"]
    s5(["Stop<br/>Fail"])
  end
  s3 -->|"False"| s3_ElseSteps
  s6[["Each<br/>ForEach"]]
  subgraph s6_ForEachBody["Each#58; Each"]
    s7["One<br/>Lambda"]
  end
  s6 -->|"Each"| s6_ForEachBody
  s1 -->|"path → train<br/>on failure"| s2
  s2 -->|"TrainingJobName → Train TrainingJobName"| s3
  s3 -.-> s7
`);
  });

  it("says where there is nothing to draw", () => {
    expect(mermaid.write(sourceOf(pipeline([])))).toBe('flowchart LR\n  none["No steps"]\n');
  });

  const label = String.raw`"(?:[^"#;<>\\\`*&%$[\]{}|]|#\d+;|<br/>)*"`;
  const line = new RegExp(
    String.raw`^(?:flowchart LR| +(?:s\d+(?:\[|\(\[|\{|\[\[)${label}(?:\]|\]\)|\}|\]\])|subgraph s\d+_\w+\[${label}\]|end|s\d+ (?:-->|-\.->)(?:\|${label}\|)? s\d+(?:_\w+)?))?$`,
  );
  const staysQuoted = (text: string) => {
    for (const one of mermaid.write(sourceOf(definitionFullOf(text))).split("\n")) expect(one).toMatch(line);
  };
  it.each(naughtyTexts.map((text) => [text]))("keeps %j between quotes", staysQuoted);
  it("keeps any text between quotes", () => {
    fc.assert(fc.property(anyText, staysQuoted), { numRuns: 30 });
  });

  it("says how much more it is than Mermaid draws", () => {
    const first = Array.from({ length: 20 }, (_, i) => `s${i}`);
    const after = Array.from({ length: 30 }, (_, i) => lambda(`t${i}`, { DependsOn: first }));
    const many = pipeline([...first.map((name) => lambda(name)), ...after]);
    const losses = mermaid.losses(sourceOf(many)).join(" ");
    expect(losses).toMatch(/at most 500 edges/);
    expect(losses).not.toMatch(/characters/);
  });
});

describe("a graph of Graphviz", () => {
  it("has a cluster for each branch and body, edges with what they carry, and order dashed", () => {
    expect(dot.write(branches)).toBe(`digraph "churn" {
  graph [rankdir=LR, compound=true, fontname="Helvetica", fontsize=11];
  node [shape=box, style=rounded, fontname="Helvetica", fontsize=11];
  edge [fontname="Helvetica", fontsize=9];
  s1 [label="Prep\\nLambda"];
  s2 [label="Train\\nTraining"];
  s3 [label="Gate\\nCondition", shape=diamond];
  subgraph cluster_s3_IfSteps {
    label="Gate: True";
    s4 [label="Publish\\nLambda"];
  }
  s3 -> s4 [label="True", lhead=cluster_s3_IfSteps];
  subgraph cluster_s3_ElseSteps {
    label="Gate: False";
    s5 [label="Stop\\nFail"];
  }
  s3 -> s5 [label="False", lhead=cluster_s3_ElseSteps];
  s6 [label="Each\\nForEach"];
  subgraph cluster_s6_ForEachBody {
    label="Each: Each";
    s7 [label="One\\nLambda"];
  }
  s6 -> s7 [label="Each", lhead=cluster_s6_ForEachBody];
  s1 -> s2 [label="path → train\\non failure"];
  s2 -> s3 [label="TrainingJobName → Train TrainingJobName"];
  s3 -> s7 [style=dashed];
}
`);
  });

  const text = String.raw`"(?:[^"\\\p{Cc}]|\\[n"\\])*"`;
  const line = new RegExp(
    String.raw`^(?:digraph ${text} \{|\}| +(?:graph|node|edge) \[[\w=", ]+\];| +s\d+(?: -> s\d+)?(?: \[(?:(?:label=${text}|shape=diamond|style=dashed|lhead=\w+)(?:, )?)+\])?;| +subgraph cluster_\w+ \{| +label=${text};| +\})?$`,
    "u",
  );
  const staysQuoted = (some: string) => {
    for (const one of dot.write(sourceOf(definitionFullOf(some), some)).split("\n")) expect(one).toMatch(line);
  };
  it.each(naughtyTexts.map((some) => [some]))("keeps %j between quotes", staysQuoted);
  it("keeps any text between quotes", () => {
    fc.assert(fc.property(anyText, staysQuoted), { numRuns: 30 });
  });
});
