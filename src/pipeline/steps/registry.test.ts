/**
 * Holds every step type to the contract. Whoever adds one is told here, in words, what its file still lacks.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { stepIcons } from "../card/stepIcons";
import { parseValue } from "../definition/parse";
import { type Path, parsePath, printPath } from "../definition/path";
import { serialise } from "../definition/serialise";
import {
  entries,
  getIn,
  isList,
  isNumber,
  isObject,
  keys,
  type ObjectValue,
  objectOf,
  sameValue,
  type Value,
  walk,
} from "../definition/value";
import { keyOrder, stepKeys } from "../schema/keyOrder";
import { loadAllModels, loadDocumentation } from "../schema/load";
import type { ApiModel, ApiModels } from "../schema/model";
import { outputAt, placeAt, placesOf } from "../schema/placesOf";
import { scalarFields } from "../schema/scalarFields";
import { categories, type StepType } from "../schema/stepType";
import { isKnownStepType, stepTypeList, stepTypeOf, stepTypes } from "./index";
import { outputKind } from "./outputs";

const runFiles = import.meta.glob("./runs/*.ts");
const files = import.meta.glob<Record<string, unknown>>(["./types/*.ts"], { eager: true });

/** All that there are; the service's monthly ones come as unknown types first. */
const all =
  "Training Processing Transform Tuning AutoML Model RegisterModel Condition ForEach Lambda Callback ClarifyCheck QualityCheck EMR EMRServerless Athena Cleanup Fail EndpointConfig Endpoint InferenceComponent HubContent BedrockCustomModel BedrockCustomModelDeployment BedrockModelImport BedrockProvisionedModelThroughput Lineage Job".split(
    " ",
  );

/** Who of them takes retries and caching. */
const takesRetries =
  "Processing Training Tuning AutoML Model RegisterModel Transform EMR EMRServerless Job EndpointConfig".split(" ");
const takesCaching =
  "Processing Training Tuning AutoML Transform ClarifyCheck QualityCheck EMR Lambda Callback EMRServerless EndpointConfig Endpoint Job".split(
    " ",
  );

let models: ApiModels = new Map();
beforeAll(async () => {
  models = await loadAllModels();
});

function draftOf(stepType: StepType): ObjectValue {
  return objectOf([["Name", stepType.type], ["Type", stepType.type], ...Object.entries(stepType.create())]);
}

/** A port's pattern as a path: the first element of a list, some key of a map. */
function pathOf(pattern: string): Path {
  const path = parsePath(pattern.replaceAll("[]", "[0]"));
  if (path === null) throw new Error(`"${pattern}" is no path.`);
  return path;
}

describe("the registry", () => {
  it("holds every step type that has a file", () => {
    const exported = Object.entries(files).flatMap(([file, module]) =>
      Object.values(module)
        .filter((value): value is StepType => typeof value === "object" && value !== null && "argumentsForm" in value)
        .map(({ type, icon }) => ({ file, type, icon })),
    );
    for (const { file, icon } of exported) expect(file, "icon is the name of the file").toBe(`./types/${icon}.ts`);
    const missing = exported.filter(({ type }) => !isKnownStepType(type));
    expect(missing, "these files need a line in steps/index.ts").toEqual([]);
    expect(exported.length).toBe(stepTypeList.length);
  });

  it("holds what a run of each type gives, and no picture that no type has", () => {
    const runs = Object.keys(runFiles).map((file) => file.slice("./runs/".length, -".ts".length));
    const icons = stepTypeList.map(({ icon }) => icon);
    expect(
      icons.filter((icon) => !runs.includes(icon)),
      "these types need a file in steps/runs",
    ).toEqual([]);
    expect([...stepIcons.keys()].sort()).toEqual([...icons, "unknown"].sort());
  });

  it("holds the 28 types that SageMaker Pipelines had when this was written", () => {
    expect(Object.keys(stepTypes)).toEqual(expect.arrayContaining(all));
  });

  it("lists each type under its own Type string", () => {
    for (const [key, stepType] of Object.entries(stepTypes)) expect(key).toBe(stepType.type);
  });

  it("draws each type with an icon of its own, under a label of its own", () => {
    const icons = stepTypeList.map(({ icon }) => icon);
    const labels = stepTypeList.map(({ label }) => label);
    expect(new Set(icons).size).toBe(icons.length);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it("keeps a type that it does not know, the same object for the same string", () => {
    expect(stepTypeOf("Brandnew").type).toBe("Brandnew");
    expect(stepTypeOf("Brandnew")).toBe(stepTypeOf("Brandnew"));
    expect(stepTypeOf("toString").icon).toBe("unknown");
  });
});

describe.each(stepTypeList.map((stepType) => [stepType.type, stepType] as const))("%s", (type, stepType) => {
  const model = (): ApiModel | null => models.get(type) ?? null;

  it("has words for the palette and a page of AWS", () => {
    expect(stepType.label).not.toBe("");
    expect(categories).toContain(stepType.category);
    expect(
      stepIcons.get(stepType.icon) ?? "",
      `pipeline/card/icons/${stepType.icon}.svg is missing, or has no path`,
    ).toMatch(/^M/);
    expect(stepType.summary, "summary: one sentence with a full stop").toMatch(/^[A-Z].*\.$/);
    expect(stepType.documentation).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });

  it("says where its fields and outputs come from", () => {
    if (stepType.argumentsForm === "request") expect(stepType.api.request, "api.request is missing").not.toBeNull();
    if (stepType.argumentsForm === "own") expect(stepType.ownModel, "ownModel is missing").toBeDefined();
    if (stepType.outputsForm === "response") expect(stepType.api.response, "api.response is missing").not.toBeNull();
    if (stepType.outputsForm === "own") expect(stepType.ownOutputs?.length, "ownOutputs is missing").toBeGreaterThan(0);
    if (stepType.outputsForm === "declared") {
      expect(stepType.envelope).toContain("OutputParameters");
      expect(Object.keys(stepType.namedLists ?? {}), "namedLists needs OutputParameters").toContain("OutputParameters");
    }
  });

  it("has its API model and documentation generated", async () => {
    const { request, response, dropped, optional = [] } = stepType.api;
    if (request === null && response === null) return;
    expect(model(), "run `npm run api-model`").not.toBeNull();
    expect(model()?.request).toBe(request);
    expect(model()?.response).toBe(response);
    expect(Object.keys((await loadDocumentation(type)) ?? {}).length).toBeGreaterThan(5);
    const shape = model()?.shapes[request ?? ""];
    const names = shape?.kind === "structure" ? shape.members.map(({ name }) => name) : [];
    for (const name of [...dropped, ...optional])
      expect(names, `api names ${name}, which ${request} has not`).toContain(name);
  });

  it("reaches its request fields and shows none that Pipelines drops", () => {
    if (stepType.argumentsForm === "open") return;
    const members = [...placesOf(stepType, model()).below("Arguments").members()];
    expect(members.some(({ dropped }) => !dropped)).toBe(true);
    for (const name of stepType.api.dropped) expect(members.find((member) => member.name === name)?.dropped).toBe(true);
    for (const name of stepType.api.refused ?? []) expect(stepType.api.dropped).toContain(name);
    if (stepType.argumentsForm === "request") {
      expect(scalarFields(model(), stepType, draftOf(stepType)).length).toBeGreaterThan(5);
    }
  });

  it("takes retries, caching and its own keys as SageMaker does", () => {
    if (all.includes(type)) {
      expect(stepType.envelope.includes("RetryPolicies"), "RetryPolicies").toBe(takesRetries.includes(type));
      expect(stepType.envelope.includes("CacheConfig"), "CacheConfig").toBe(takesCaching.includes(type));
    }
    const order = stepKeys(stepType);
    for (const key of stepType.envelope) expect(order, `schema/envelope.ts has no ${key}`).toContain(key);
  });

  it("drafts what its own fields, envelope and API model know", () => {
    const draft = stepType.create();
    const root = placesOf(stepType, model());
    for (const key of Object.keys(draft)) {
      expect(root.below(key).isStranger || root.below(key).dropped, `${key} is no key of such a step`).toBe(false);
    }
    const slots = stepType.slots.map(({ key }) => printPath(["Arguments", key]));
    walk(draft.Arguments ?? null, (value, below) => {
      const path = ["Arguments", ...below];
      if (slots.includes(printPath(path))) return false;
      const { shape } = placeAt(stepType, model(), path);
      expect(shape, `the API model does not know ${printPath(path)}`).not.toBeNull();
      expect(kindFits(value, shape?.kind), `${printPath(path)} is no ${shape?.kind}`).toBe(true);
      if (shape?.kind === "string" && shape.enum !== undefined && value !== "") {
        expect(shape.enum, printPath(path)).toContain(value);
      }
      return true;
    });
  });

  it("drafts every field that SageMaker requires", () => {
    const missing = scalarFields(model(), stepType, draftOf(stepType)).filter(
      (field) => field.needed && !field.present,
    );
    expect(
      missing.map(({ path }) => printPath(path)),
      "the draft lacks these",
    ).toEqual([]);
  });

  it("drafts keys in the order in which they are kept", () => {
    const draft = draftOf(stepType);
    const order = keyOrder(model(), stepType);
    walk(draft, (value, path) => {
      if (!isObject(value) || order(path).length === 0) return;
      const ranks = keys(value).map((key) => order(path).indexOf(key));
      expect(ranks, `keys of ${printPath(path) || type}`).toEqual([...ranks].sort((a, b) => a - b));
    });
  });

  it("shows input ports that are fields", () => {
    for (const port of stepType.inputPorts) {
      const { shape } = placeAt(stepType, model(), pathOf(port));
      const takesOne = shape !== null && (!("of" in shape) || (shape.kind === "list" && shape.whole !== undefined));
      expect(takesOne && shape.kind !== "structure", `${port} is no field that takes a value`).toBe(true);
    }
  });

  it("shows output ports that are outputs", () => {
    for (const port of stepType.outputPorts) {
      const path = pathOf(port);
      const named = Object.keys(stepType.namedLists ?? {}).some((prefix) => port === `${prefix}['*']`);
      const own = stepType.ownOutputs?.some((output) => output.path === port) ?? false;
      const { shape } = outputAt(stepType, model(), path);
      const isScalar = shape !== null && shape.kind !== "structure" && !("of" in shape);
      expect(named || own || isScalar, `${port} is no output`).toBe(true);
    }
  });

  it("names the lists that name its outputs", () => {
    for (const [prefix, { at, name }] of Object.entries(stepType.namedLists ?? {})) {
      if (prefix === "OutputParameters" || prefix === "PropertyFiles") {
        expect(stepType.envelope).toContain(prefix);
        continue;
      }
      expect(["list", "map"], prefix).toContain(outputAt(stepType, model(), pathOf(prefix)).shape?.kind);
      expect(placeAt(stepType, model(), [...pathOf(at), 0, name]).shape?.kind, `${at}[].${name}`).toBe("string");
    }
  });

  it("offers choices between members that are there", () => {
    for (const { at, members, with: others = {} } of stepType.choices ?? []) {
      const place = placeAt(stepType, model(), pathOf(at));
      expect(place.choice?.members, `${at} is no place`).toEqual(members);
      const names = Array.from(place.members(), ({ name }) => name);
      for (const name of [...members, ...Object.keys(others), ...Object.values(others).flat()])
        expect(names, at).toContain(name);
      expect(members.length).toBeGreaterThan(1);
      for (const key of Object.keys(others)) expect(members).toContain(key);
      const drafted = keys(getIn(draftOf(stepType), pathOf(at))).filter((name) => members.includes(name));
      expect(drafted.length, `the draft chooses more than one at ${at}`).toBeLessThan(2);
    }
  });

  it("names fields that take no reference, and documents that are texts", () => {
    for (const literal of stepType.literals ?? []) {
      const place = placeAt(stepType, model(), pathOf(literal));
      expect(place.shape?.kind, literal).toBe("string");
      expect(place.literalOnly).toBe(true);
    }
    for (const document of stepType.documents ?? []) {
      expect(outputAt(stepType, model(), pathOf(document)).shape?.kind, document).toBe("string");
      expect(outputKind(draftOf(stepType), model(), stepType, `${document}.Model.Id`)).toBe("string");
    }
  });

  it("drafts its slots empty", () => {
    for (const slot of stepType.slots) {
      expect(getIn(draftOf(stepType), ["Arguments", slot.key]), slot.key).toEqual([]);
      expect(slot.label).not.toBe("");
    }
  });

  it("makes a new draft each time, which survives a round trip through text", () => {
    const draft = draftOf(stepType);
    expect(stepType.create()).not.toBe(stepType.create());
    const parsed = parseValue(serialise(draft));
    expect(parsed.ok && sameValue(parsed.value, draft)).toBe(true);
    expect(entries(draft).slice(0, 2)).toEqual([
      ["Name", type],
      ["Type", type],
    ]);
  });

  it("says something of its draft, or nothing, without failing", () => {
    const sentence = stepType.sentence?.(draftOf(stepType)) ?? null;
    const ofBroken = stepType.sentence?.({ Name: "x", Type: type, Arguments: [null] }) ?? null;
    for (const said of [sentence, ofBroken]) expect(said === null || said.length > 0).toBe(true);
  });
});

function kindFits(value: Value, kind: string | undefined): boolean {
  switch (kind) {
    case "structure":
    case "map":
      return isObject(value);
    case "list":
      return isList(value);
    case "integer":
    case "float":
      return isNumber(value);
    case "boolean":
      return typeof value === "boolean";
    case "any":
      return true;
    default:
      return typeof value === "string";
  }
}
