import { describe, expect, it } from "vitest";
import { doUndoRedo } from "../../testing/doUndoRedo";
import { documentOf } from "../../testing/load";
import type { PipelineDocument } from "../definition/document";
import { listParameters } from "../definition/parameters";
import { pipelineNameFrom } from "../definition/pipelineName";
import { get, getIn } from "../definition/value";
import { deriveGraph } from "../graph/deriveGraph";
import { reasonsInWords } from "../graph/reasonsInWords";
import { freeName } from "../graph/stepNames";
import { listSteps, stepAt } from "../graph/stepTree";
import { slotInWords, whyTypeNotInSlot } from "../wiring/slots";
import { addStep } from "./addStep";
import { addDependsOn, removeDependsOn, setTrigger } from "./dependsOn";
import { renameDocument, setDefinition } from "./document";
import { addElement, moveElement, removeField, renameMapKey, setField } from "./fields";
import { moveSteps } from "./moveSteps";
import { moveAllTo, moveOutOfSlot, moveToSlot } from "./moveToSlot";
import { declareOutput, removeOutput, renameOutput, setOutputType } from "./outputs";
import { addParameter, removeParameter, renameParameter, setParameter } from "./parameters";
import { clipSteps, pasteSteps } from "./pasteSteps";
import { pinPort } from "./pins";
import { removeEdge } from "./removeEdge";
import { removeSteps } from "./removeSteps";
import { renameStep } from "./renameStep";

const lambda = (Name: string, rest: object = {}) => ({
  Name,
  Type: "Lambda",
  Arguments: {},
  FunctionArn: "arn",
  OutputParameters: [],
  ...rest,
});
const read = (step: string, output = "path") => ({ Get: `Steps.${step}.OutputParameters['${output}']` });

function names(document: PipelineDocument): string[] {
  return listSteps(document.definition).map(({ key }) => key);
}

function edges(document: PipelineDocument): string[] {
  return deriveGraph(document.definition).edges.map(
    ({ from, to, reasons }) => `${from} ${reasons.map(({ kind }) => kind).join("+")} ${to}`,
  );
}

function args(document: PipelineDocument, key: string) {
  return get(stepAt(document.definition, key).step, "Arguments");
}

describe("adding a step", () => {
  it("adds the draft under a free name at the place where it was dropped", () => {
    const one = doUndoRedo(documentOf([]), addStep("Training", { x: 10, y: 20 }));
    const two = doUndoRedo(one, addStep("Training", { x: 0, y: 0 }));
    expect(names(two)).toEqual(["Training", "Training2"]);
    expect([...two.layout]).toEqual([
      ["Training", { x: 10, y: 20 }],
      ["Training2", { x: 0, y: 0 }],
    ]);
    expect(Object.keys(stepAt(two.definition, "Training2").step)).toEqual(["Name", "Type", "Arguments"]);
  });

  it("never makes a name that the service keeps for iterations", () => {
    expect(freeName("Score-1", new Set(["Score-1"]))).toBe("Score-1_2");
    expect(freeName("Train2", new Set(["Train2"]))).toBe("Train3");
    expect(freeName("a".repeat(64), new Set(["a".repeat(64)]))).toHaveLength(64);
  });
});

describe("renaming a step", () => {
  const body = lambda("Body", { Arguments: { x: read("A"), item: { Get: "ForEach.CurrentItem" } } });
  const document = documentOf([
    lambda("A"),
    lambda("B", {
      Arguments: {
        x: { "Std:Join": { On: "/", Values: ["s3:/", read("A")] } },
        text: "Steps.A.path",
        other: read("AB"),
      },
      DependsOn: ["A", { Step: "A", Trigger: "Failed" }],
    }),
    {
      Name: "L",
      Type: "ForEach",
      Arguments: {
        IterableItems: ["1"],
        MaxConcurrency: 1,
        Selector: { Pick: "MaxBy", Field: { Get: "IterationOutput.Body.X" } },
        ForEachBody: [body],
      },
    },
    { Name: "T", Type: "Cleanup", Arguments: { Resources: { S3: [{ StepName: "A" }] } }, DependsOn: ["A"] },
    lambda("C", { Arguments: { y: { Get: "Steps.L.IterationOutputs[0].Body.OutputParameters['p']" } } }),
    lambda("AB"),
  ]);

  it("rewrites every reference, DependsOn in both forms and a Cleanup's source, and nothing else", () => {
    const placed = {
      ...document,
      layout: new Map([["A", { x: 1, y: 2 }]]),
      pins: new Map([["A", { inputs: [], outputs: ["o"] }]]),
      samples: new Map([["A", 1]]),
    };
    const after = doUndoRedo(placed, renameStep("A", "Prep"));
    expect(JSON.stringify(after.definition)).toBe(
      JSON.stringify(document.definition)
        .replace('"Name":"A"', '"Name":"Prep"')
        .replaceAll("Steps.A.OutputParameters", "Steps.Prep.OutputParameters")
        .replaceAll('"DependsOn":["A"', '"DependsOn":["Prep"')
        .replaceAll('"Step":"A"', '"Step":"Prep"')
        .replaceAll('"StepName":"A"', '"StepName":"Prep"'),
    );
    expect(after.layout).toEqual(new Map([["Prep", { x: 1, y: 2 }]]));
    expect([...after.pins.keys(), ...after.samples.keys()]).toEqual(["Prep", "Prep"]);
  });

  it("rewrites the selector and indexed reads of a body step", () => {
    const after = renameStep("Body", "Score")(document);
    expect(JSON.stringify(after.definition)).toContain("IterationOutput.Score.X");
    expect(JSON.stringify(after.definition)).toContain("Steps.L.IterationOutputs[0].Score.OutputParameters['p']");
  });

  it.each([
    ["", "A step needs a name."],
    ["B", "There is a step B already; a name stands for one step."],
    ["my step", 'A step\'s name takes letters, digits, "-" and "_"; a space does not fit.'],
    ["x".repeat(65), "A step's name has at most 64 characters; this has 65."],
  ])("refuses %j", (name, why) => {
    expect(() => renameStep("A", name)(document)).toThrow(why);
  });
});

describe("removing steps", () => {
  it("takes a container's steps along and leaves what reads them as it is", () => {
    const document = documentOf([
      { Name: "Gate", Type: "Condition", Arguments: { Conditions: [], IfSteps: [lambda("In")], ElseSteps: [] } },
      lambda("Reader", { Arguments: { x: read("In") } }),
    ]);
    const after = doUndoRedo(document, removeSteps(["Gate"]));
    expect(names(after)).toEqual(["Reader"]);
    expect(args(after, "Reader")).toEqual({ x: read("In") });
  });

  it("removes several at once, nested and not", () => {
    const document = documentOf([
      lambda("A"),
      {
        Name: "G",
        Type: "Condition",
        Arguments: { Conditions: [], IfSteps: [lambda("B"), lambda("C")], ElseSteps: [lambda("D")] },
      },
      lambda("E"),
    ]);
    expect(names(doUndoRedo(document, removeSteps(["A", "B", "D", "E"])))).toEqual(["G", "C"]);
  });
});

describe("deleting an edge", () => {
  const document = documentOf([
    lambda("A"),
    lambda("B", {
      Arguments: {
        whole: read("A"),
        keep: 1,
        join: { "Std:Join": { On: "/", Values: ["s3:/", read("A"), "x", read("A", "other")] } },
        list: [read("A"), "stays"],
      },
      DependsOn: [{ Step: "A", Trigger: "Failed" }, "C"],
    }),
    lambda("C"),
  ]);

  it("removes all its reasons: the key, the part of a Join, the element of a list, the entry of DependsOn", () => {
    const after = doUndoRedo(document, removeEdge("A", "B"));
    expect(args(after, "B")).toEqual({
      keep: 1,
      join: { "Std:Join": { On: "/", Values: ["s3:/", "x"] } },
      list: ["stays"],
    });
    expect(get(stepAt(after.definition, "B").step, "DependsOn")).toEqual(["C"]);
    expect(edges(after)).toEqual(["C order B"]);
  });

  it("removes one reason alone when asked", () => {
    const [, reason] = deriveGraph(document.definition).into.get("B")?.[0]?.reasons ?? [];
    const after = doUndoRedo(document, removeEdge("A", "B", reason));
    expect(get(args(after, "B"), "whole")).toEqual(read("A"));
    expect(get(args(after, "B"), "join")).toEqual({ "Std:Join": { On: "/", Values: ["s3:/", "x"] } });
  });

  it("says which reasons go", () => {
    const reasons = deriveGraph(document.definition).into.get("B")?.[0]?.reasons ?? [];
    expect(reasonsInWords("A", "B", reasons)).toContain("B no longer reads A in Arguments.whole.");
    expect(reasonsInWords("A", "B", reasons)).toContain("B no longer waits for A.");
  });

  it("moves a step out of its branch", () => {
    const gate = documentOf([
      { Name: "G", Type: "Condition", Arguments: { Conditions: [], IfSteps: [lambda("A")], ElseSteps: [] } },
      lambda("Z"),
    ]);
    const after = doUndoRedo(gate, removeEdge("G", "A"));
    expect(listSteps(after.definition).map(({ key, parent }) => `${key} in ${parent}`)).toEqual([
      "G in null",
      "A in null",
      "Z in null",
    ]);
  });
});

describe("containers", () => {
  const holders = [
    { Name: "G", Type: "Condition", Arguments: { Conditions: [], IfSteps: [], ElseSteps: [] } },
    { Name: "L", Type: "ForEach", Arguments: { IterableItems: ["x"], MaxConcurrency: 1, ForEachBody: [] } },
    { Name: "F", Type: "Fail", Arguments: { ErrorMessage: "" } },
  ];
  const document = documentOf([lambda("A"), ...holders]);

  it("take a step in and let it out again", () => {
    const inside = doUndoRedo(document, moveToSlot("A", "G", "ElseSteps"));
    expect(edges(inside)).toEqual(["G branch A"]);
    const out = doUndoRedo(inside, moveOutOfSlot("A"));
    expect(names(out)).toEqual(["G", "A", "L", "F"]);
    expect(edges(out)).toEqual([]);
  });

  it.each([
    ["F", "L", "ForEachBody", "SageMaker takes no Fail step inside a ForEach."],
    ["G", "L", "ForEachBody", "SageMaker takes no Condition step inside a ForEach."],
    ["G", "G", "IfSteps", "A step cannot move into itself."],
  ])("refuse %s in %s.%s", (key, container, slot, why) => {
    expect(() => moveToSlot(key, container, slot)(document)).toThrow(why);
  });

  it("refuse what they wait for themselves", () => {
    const gate = (reads: string) => ({
      Name: "G",
      Type: "Condition",
      Arguments: {
        Conditions: [{ Type: "Equals", LeftValue: read(reads), RightValue: 1 }],
        IfSteps: [],
        ElseSteps: [],
      },
    });
    const chain = documentOf([lambda("A"), lambda("B", { Arguments: { a: read("A") } }), gate("B")]);
    expect(() => moveToSlot("A", "G", "IfSteps")(chain)).toThrow(
      "G waits for A: inside it, A would have to wait for G.",
    );
  });

  it("refuse in a loop what waits for the loop, at any distance", () => {
    const loop = {
      Name: "L",
      Type: "ForEach",
      Arguments: { IterableItems: ["x"], MaxConcurrency: 1, ForEachBody: [] },
    };
    const status = { Get: "Steps.L.Status" };
    const after = documentOf([
      loop,
      lambda("A", { Arguments: { s: status } }),
      lambda("B", { Arguments: { a: read("A") } }),
    ]);
    expect(() => moveToSlot("A", "L", "ForEachBody")(after)).toThrow(
      "A waits for L: inside it, A would hold up its end.",
    );
    expect(() => moveToSlot("B", "L", "ForEachBody")(after)).toThrow(
      "B waits for A, which waits for L: inside it, B would hold up its end.",
    );
  });

  it("take several steps in and let them out in their order", () => {
    const two = documentOf([lambda("A"), lambda("B"), ...holders]);
    const inside = doUndoRedo(two, moveAllTo(["B", "A"], { container: "L", slot: "ForEachBody" }));
    expect(names(inside)).toEqual(["G", "L", "A", "B", "F"]);
    const out = doUndoRedo(inside, moveAllTo(["B", "A"], null));
    expect(names(out)).toEqual(["G", "L", "A", "B", "F"]);
    expect(edges(out)).toEqual([]);
  });

  it("take in together what waits for each other, in whatever order it stands", () => {
    const chain = documentOf([
      ...holders,
      lambda("C", { Arguments: { a: read("B") } }),
      lambda("B", { Arguments: { a: read("A") } }),
      lambda("A"),
    ]);
    const body = { container: "L", slot: "ForEachBody" };
    const first = moveAllTo(["A"], body)(chain);
    expect(() => moveAllTo(["C"], body)(first)).toThrow("C waits for B, which waits for L");
    expect(names(doUndoRedo(first, moveAllTo(["B", "C"], body)))).toEqual(["G", "L", "A", "C", "B", "F"]);
  });

  it("keep the names of iterations from other steps", () => {
    const loop = { Name: "L", Type: "ForEach", Arguments: { IterableItems: ["x"], ForEachBody: [lambda("Score")] } };
    const document = documentOf([loop, lambda("A"), lambda("Note-1")]);
    expect(() => renameStep("A", "Score-0")(document)).toThrow(
      "Score-0 is a name that SageMaker gives to an iteration of Score.",
    );
    expect(() => renameStep("Score", "Note")(document)).toThrow(
      "Its iterations run as Note-0, Note-1 …: there is a step Note-1 already.",
    );
    expect(names(renameStep("Score", "Score-2")(document))).toContain("Score-2");
    expect(names(renameStep("A", "A-1")(document))).toContain("A-1");
  });

  it("say which place it is, and which types it refuses", () => {
    expect(slotInWords(document, { container: "G", slot: "ElseSteps" })).toBe("False of G");
    expect(whyTypeNotInSlot(document, "ForEach", { container: "L", slot: "ForEachBody" })).toBe(
      "SageMaker takes no ForEach step inside a ForEach.",
    );
    expect(whyTypeNotInSlot(document, "Lambda", { container: "L", slot: "ForEachBody" })).toBeNull();
  });
});

describe("fields", () => {
  const document = documentOf([
    lambda("A", { Arguments: { b: 1, a: 2 } }),
    { Name: "T", Type: "Training", Arguments: { InputDataConfig: [{ ChannelName: "one" }, { ChannelName: "two" }] } },
  ]);

  it("are set, made on the way, removed and closed up", () => {
    const set = doUndoRedo(document, setField("T", ["Arguments", "VpcConfig", "Subnets", 0], "subnet-1"));
    expect(getIn(stepAt(set.definition, "T").step, ["Arguments", "VpcConfig"])).toEqual({ Subnets: ["subnet-1"] });
    const removed = doUndoRedo(set, removeField("T", ["Arguments", "VpcConfig", "Subnets"]));
    expect(get(args(removed, "T"), "VpcConfig")).toBeUndefined();
    expect(
      get(args(doUndoRedo(document, removeField("T", ["Arguments", "InputDataConfig", 0])), "T"), "InputDataConfig"),
    ).toEqual([{ ChannelName: "two" }]);
  });

  it("grow, move and rename in place", () => {
    const grown = doUndoRedo(document, addElement("T", ["Arguments", "InputDataConfig"], { ChannelName: "three" }));
    const moved = doUndoRedo(grown, moveElement("T", ["Arguments", "InputDataConfig"], 2, 0));
    expect(JSON.stringify(get(args(moved, "T"), "InputDataConfig"))).toBe(
      '[{"ChannelName":"three"},{"ChannelName":"one"},{"ChannelName":"two"}]',
    );
    const renamed = doUndoRedo(document, renameMapKey("A", ["Arguments"], "b", "z"));
    expect(Object.keys(args(renamed, "A") ?? {})).toEqual(["z", "a"]);
    expect(() => renameMapKey("A", ["Arguments"], "b", "a")(document)).toThrow("There is a a already.");
  });
});

describe("waiting for a step", () => {
  it("is added once, gets a trigger, and goes with its list", () => {
    const one = doUndoRedo(
      documentOf([lambda("A"), lambda("B", { CacheConfig: { Enabled: true } })]),
      addDependsOn("B", "A"),
    );
    expect(Object.keys(stepAt(one.definition, "B").step)).toEqual([
      "Name",
      "Type",
      "Arguments",
      "DependsOn",
      "FunctionArn",
      "OutputParameters",
      "CacheConfig",
    ]);
    expect(addDependsOn("B", "A")(one)).toBe(one);
    const failed = doUndoRedo(one, setTrigger("B", "A", "Failed"));
    expect(get(stepAt(failed.definition, "B").step, "DependsOn")).toEqual([{ Step: "A", Trigger: "Failed" }]);
    const back = doUndoRedo(failed, setTrigger("B", "A", "Completed"));
    expect(get(stepAt(back.definition, "B").step, "DependsOn")).toEqual(["A"]);
    expect(
      get(stepAt(doUndoRedo(failed, removeDependsOn("B", "A")).definition, "B").step, "DependsOn"),
    ).toBeUndefined();
  });
});

describe("parameters", () => {
  const document = documentOf(
    [
      lambda("A", {
        Arguments: { x: { Get: "Parameters.P" }, y: { "Std:Join": { On: "", Values: [{ Get: "Parameters.P" }] } } },
      }),
    ],
    [{ Name: "P", Type: "String" }],
  );

  it("are added, changed, renamed with every use, removed without touching the uses", () => {
    const added = doUndoRedo(document, addParameter("Q", "Integer", 3));
    expect(listParameters(added.definition).map(({ name, type, defaultValue }) => [name, type, defaultValue])).toEqual([
      ["P", "String", undefined],
      ["Q", "Integer", 3],
    ]);
    const withDefault = doUndoRedo(added, setParameter("P", "DefaultValue", "v"));
    const renamed = doUndoRedo(withDefault, renameParameter("P", "Bucket"));
    expect(JSON.stringify(args(renamed, "A"))).toBe(
      '{"x":{"Get":"Parameters.Bucket"},"y":{"Std:Join":{"On":"","Values":[{"Get":"Parameters.Bucket"}]}}}',
    );
    const removed = doUndoRedo(renamed, removeParameter("Bucket"));
    expect(args(removed, "A")).toEqual(args(renamed, "A"));
    expect(() => addParameter("P", "String")(document)).toThrow("There is a parameter P already.");
  });
});

describe("declared outputs", () => {
  it("are declared, typed, renamed with every use and removed", () => {
    const document = documentOf([lambda("A"), lambda("B", { Arguments: { x: read("A") } })]);
    const declared = doUndoRedo(document, declareOutput("A", "path", "String"));
    const typed = doUndoRedo(declared, setOutputType("A", "path", "Float"));
    const renamed = doUndoRedo(typed, renameOutput("A", "path", "train_path"));
    expect(args(renamed, "B")).toEqual({ x: read("A", "train_path") });
    expect(get(stepAt(renamed.definition, "A").step, "OutputParameters")).toEqual([
      { OutputName: "train_path", OutputType: "Float" },
    ]);
    expect(
      get(stepAt(doUndoRedo(renamed, removeOutput("A", "train_path")).definition, "A").step, "OutputParameters"),
    ).toEqual([]);
  });
});

describe("copy and paste", () => {
  const document = {
    ...documentOf(
      [
        lambda("A"),
        lambda("B", { Arguments: { x: read("A"), y: read("Other"), p: { Get: "Parameters.P" } } }),
        lambda("Other"),
      ],
      [
        { Name: "P", Type: "String" },
        { Name: "Q", Type: "String" },
      ],
    ),
    layout: new Map([
      ["A", { x: 0, y: 0 }],
      ["B", { x: 300, y: 0 }],
    ]),
  };

  it("gives copies their own names and points references among them at the copies", () => {
    const after = doUndoRedo(document, pasteSteps(clipSteps(document, ["A", "B"]), { x: 40, y: 40 }));
    expect(names(after)).toEqual(["A", "B", "Other", "A2", "B2"]);
    expect(args(after, "B2")).toEqual({ x: read("A2"), y: read("Other"), p: { Get: "Parameters.P" } });
    expect(after.layout.get("B2")).toEqual({ x: 340, y: 40 });
    expect(listParameters(after.definition)).toHaveLength(2);
  });

  it("brings the parameters that the steps read into a document that lacks them", () => {
    const after = doUndoRedo(documentOf([]), pasteSteps(clipSteps(document, ["B"]), { x: 0, y: 0 }));
    expect(listParameters(after.definition).map(({ name }) => name)).toEqual(["P"]);
    expect(names(after)).toEqual(["B"]);
  });

  it("keeps a swap of names right", () => {
    const target = documentOf([lambda("A")]);
    const clipping = {
      definition: documentOf([lambda("A", { Arguments: { x: read("A2") } }), lambda("A2")]).definition,
      layout: new Map(),
    };
    const after = pasteSteps(clipping, { x: 0, y: 0 })(target);
    expect(names(after)).toEqual(["A", "A2", "A3"]);
    expect(args(after, "A2")).toEqual({ x: read("A3") });
  });
});

describe("the document itself", () => {
  const document = documentOf([lambda("A")]);

  it("moves steps, pins ports, takes another name and another definition", () => {
    expect(doUndoRedo(document, moveSteps(new Map([["A", { x: 1.4, y: 2.6 }]]))).layout.get("A")).toEqual({
      x: 1,
      y: 3,
    });
    expect(doUndoRedo(document, pinPort("A", "outputs", "X", true)).pins.get("A")).toEqual({
      inputs: [],
      outputs: ["X"],
    });
    expect(doUndoRedo(document, renameDocument("churn")).name).toBe("churn");
    expect(() => renameDocument("a--b-")(document)).toThrow("begins and ends with a letter or digit");
    expect(names(doUndoRedo(document, setDefinition(documentOf([lambda("Z")]).definition)))).toEqual(["Z"]);
    expect(setDefinition(documentOf([lambda("A")]).definition)(document)).toBe(document);
  });

  it("finds a pipeline name in any file name", () => {
    expect(pipelineNameFrom("My Pipeline (v2).json")).toBe("My-Pipeline-v2");
    expect(pipelineNameFrom("--.json")).toBe("pipeline");
  });
});
