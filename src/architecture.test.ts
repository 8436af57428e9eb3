import { describe, expect, it } from "vitest";
import { againstTheOrder, circlesOfRooms } from "./testing/rooms";
import {
  findRings,
  folderOf,
  type Import,
  isTest,
  isThere,
  packageOf,
  readCode,
  readFolders,
  readSource,
  readSourceFiles,
  type SourceFile,
} from "./testing/sourceFiles";

/** What a folder may import of the others, and which packages it must not know. */
interface FolderRule {
  readonly folders: readonly string[];
  /** Folders of which types alone may be imported. */
  readonly typesOf?: readonly string[];
  /** Where given, the only packages. */
  readonly onlyPackages?: readonly string[];
  /** Packages of which types alone may be imported. */
  readonly typesOfPackages?: readonly string[];
  readonly notPackages?: readonly string[];
}

const react = ["react", "react-dom", "@cloudscape-design/*"];
const reactFlow = ["reactflow", "@xyflow/*"];
const aws = ["@aws-sdk/*", "@smithy/*"];
const node = ["node:"];
const hono = ["hono", "@hono/*"];
const purePackages = ["@lezer/common", "@lezer/lr", "@lezer/python", "@lezer/javascript", "fflate"];

const table: Readonly<Record<string, FolderRule>> = {
  // The composition roots, main.tsx and inVsCode.tsx: only they join storage, the client and the page.
  "": { folders: ["pipeline", "storage", "editor", "client", "ui"], onlyPackages: react },
  // What runs in VS Code itself, around the page.
  vscode: { folders: ["pipeline", "import", "export", "contract"], onlyPackages: [...node, "vscode"] },
  pipeline: { folders: [], onlyPackages: purePackages, typesOfPackages: ["elkjs"] },
  handler: { folders: ["pipeline/definition"], onlyPackages: purePackages },
  import: { folders: ["pipeline"], onlyPackages: [...purePackages, "yaml", "codemirror-lang-hcl"] },
  export: { folders: ["pipeline", "viewer"], onlyPackages: purePackages },
  viewer: { folders: [], onlyPackages: [] },
  // What an output of a notebook runs, in the Python package.
  notebook: { folders: ["pipeline", "export", "viewer"], onlyPackages: [] },
  // What `import … from "stepwire"` gives.
  library: { folders: ["pipeline"], onlyPackages: purePackages },
  storage: { folders: ["pipeline/definition"], onlyPackages: ["idb"] },
  contract: { folders: [], typesOf: ["pipeline"], onlyPackages: ["zod"] },
  editor: {
    folders: ["pipeline", "handler", "import", "export", "storage", "contract"],
    typesOf: ["client"],
    // Zustand's main entry brings React along; the vanilla one does not.
    notPackages: [...react, ...reactFlow, ...aws, ...node, ...hono, "zustand"],
  },
  client: { folders: ["contract"], notPackages: [...react, ...reactFlow, ...aws, ...node, ...hono] },
  ui: {
    folders: ["editor", "pipeline", "handler", "export", "contract"],
    notPackages: [...aws, ...node, ...hono],
  },
  "local-region": { folders: ["pipeline", "handler"], notPackages: [...react, ...reactFlow, "@aws-sdk/*"] },
  server: { folders: ["contract", "pipeline", "local-region"], notPackages: [...react, ...reactFlow] },
  // The tools of agents: the editor's commands on the files of a folder.
  mcp: {
    folders: ["pipeline", "export", "contract", "editor", "server/files"],
    notPackages: [...react, ...reactFlow, "@aws-sdk/*", "zustand"],
  },
  cli: {
    folders: ["pipeline", "handler", "import", "export", "contract", "server", "local-region", "mcp"],
    notPackages: [...react, ...reactFlow, "@aws-sdk/*"],
  },
};

const pureFolders = ["pipeline", "handler", "import", "export", "library"];
const namelessFolders = ["utils", "util", "helpers", "helper", "common", "misc", "shared", "lib"];
const longestFile = 400;

const files = readSourceFiles();
/** Tests, and what is for tests alone, may import anything. */
const product = files.filter((file) => !file.isTest && file.folder !== "testing");

/** A visit to a control is a gesture: so many files may know of it. */
const mostThatVisit = 4;

describe("the sources", () => {
  it("are there to be checked", () => {
    expect(product.length).toBeGreaterThan(20);
    expect(product.flatMap((file) => file.imports).length).toBeGreaterThan(20);
  });

  it("lie in the folders that the architecture names", () => {
    const known = [...Object.keys(table), "testing"];
    expect(files.filter((file) => !known.includes(file.folder)).map((file) => file.path)).toEqual([]);
  });

  it("import only files that exist", () => {
    const missing = files.flatMap((file) =>
      file.imports.filter((one) => one.file !== null && !isThere(one.file)).map((one) => says(file, one)),
    );
    expect(missing).toEqual([]);
  });

  it("import what the table of folders allows", () => {
    expect(product.flatMap(breaches)).toEqual([]);
  });

  it("import nothing from outside this folder: what scripts/ does in development is out of reach", () => {
    const outside = product.flatMap((file) => file.imports.filter(isOutside).map((one) => says(file, one)));
    expect(outside).toEqual([]);
    const policy = readSource("server/main.ts", 'const late = () => import("../../scripts/dev/policy.mjs");');
    expect(policy.imports.filter(isOutside)).toHaveLength(1);
  });

  it("know React Flow in the canvas alone", () => {
    expect(product.flatMap(reactFlowElsewhere)).toEqual([]);
  });

  it("reach fixtures, and what lies beside the project, through testing/ alone", () => {
    const code = ["src", "e2e", "bench", "scripts"].flatMap(readCode);
    const elsewhere = code.filter(
      ({ path }) => !path.startsWith("src/testing/") && path !== "src/architecture.test.ts",
    );
    expect(elsewhere.length).toBeGreaterThan(500);
    expect(elsewhere.filter(({ text }) => namesFixtures(text)).map(({ path }) => path)).toEqual([]);
  });

  it("take random values from testing/properties alone, where their seed is set", () => {
    const users = readCode("src").filter(({ text }) => /^import .* from "fast-check"/m.test(text));
    expect(users.map(({ path }) => path)).toEqual(["src/testing/properties.ts"]);
  });

  it("import testing/ from tests alone", () => {
    expect(product.flatMap((file) => file.imports.filter(isOfTests).map((one) => says(file, one)))).toEqual([]);
  });

  it("never import the registry of step types from a step type", () => {
    const steps = product.filter(({ path }) => /^pipeline\/steps\/types\//.test(path));
    const registry = steps.flatMap((file) => file.imports.filter((one) => one.file === "pipeline/steps/index.ts"));
    expect(steps.length).toBeGreaterThan(5);
    expect(registry).toEqual([]);
  });

  it("go one way through the rooms of pipeline and ui", () => {
    expect(againstTheOrder(product)).toEqual([]);
  });

  it("edit in the page by commands and visits alone", () => {
    const page = product.filter(({ folder }) => folder === "ui");
    const importing = page.filter((file) => file.imports.some(isEdit)).map(({ path }) => path);
    expect(importing).toEqual([]);
    const editing = page.filter(editsByItself).map(({ path }) => path);
    expect(editing.length, editing.join(", ")).toBeLessThanOrEqual(mostThatVisit);
  });

  it("fetch what comes late by `loadPart`, which waits for a server that is gone and says so", () => {
    const code = ["src/editor", "src/ui"].flatMap(readCode).filter(({ path }) => !isTest(path));
    const late = code.flatMap(({ path, text }) =>
      Array.from(text.matchAll(/(.{0,40})[^.\w]import\(/g), ([, before = ""]) => ({ path, before })),
    );
    expect(late.length).toBeGreaterThan(20);
    const alone = late.filter(({ before }) => !/loadPart\(\(\) =>$|loadPart\($|typeof$/.test(before));
    // The words of an error: without them it speaks for itself.
    expect(alone.map(({ path }) => path)).toEqual(["src/ui/page/loadPage.ts"]);
  });

  it("have no circle among rooms", () => {
    expect(circlesOfRooms(product)).toEqual([]);
  });

  it("import each other in no ring", () => {
    expect(findRings(product).map((ring) => ring.join(" ↔ "))).toEqual([]);
  });

  it("know no clock, chance, network or page in the pure folders", () => {
    const impure = product.filter((file) => pureFolders.includes(file.folder) && file.impurities.length > 0);
    expect(impure.map((file) => `${file.path}: ${file.impurities.join(", ")}`)).toEqual([]);
  });

  it("remember nothing in the pure layer but through remember.ts", () => {
    const pure = product.filter(({ path, folder }) => folder === "pipeline" && path !== "pipeline/remember.ts");
    expect(pure.flatMap(({ path, memory }) => memory.map((what) => `${path}: ${what}`))).toEqual([]);
  });

  it("lie in folders that name an idea", () => {
    const nameless = readFolders().filter((folder) => namelessFolders.includes(folder.split("/").at(-1) ?? ""));
    expect(nameless).toEqual([]);
  });

  it(`have at most ${longestFile} lines a file`, () => {
    // A test may be a long table of cases.
    const long = product.filter((file) => file.lines > longestFile);
    expect(long.map((file) => `${file.path}: ${file.lines} lines`)).toEqual([]);
  });
});

describe("the check of the table", () => {
  const found = (path: string, text: string) => breaches(readSource(path, text));

  it.each([
    ["the pure layer reading a file", "pipeline/a.ts", 'import { readFileSync } from "node:fs";'],
    ["the pure layer drawing", "pipeline/graph/a.ts", 'import { useState } from "react";'],
    ["the pure layer loading elk", "pipeline/layout/a.ts", 'import Elk from "elkjs";'],
    ["the page calling AWS", "ui/App.tsx", 'import { SageMaker } from "@aws-sdk/client-sagemaker";'],
    ["the page importing the server", "ui/App.tsx", 'import { startServer } from "../server/main";'],
    ["the page loading the server later", "ui/App.tsx", 'const late = () => import("../server/main");'],
    ["the page starting a worker of the server", "ui/App.tsx", 'new URL("../server/main.ts", import.meta.url);'],
    ["the editor importing React", "editor/store.ts", 'export { useStore } from "react";'],
    ["the editor importing Zustand's React entry", "editor/store.ts", 'import { create } from "zustand";'],
    ["the editor importing the page", "editor/store.ts", 'import type { Props } from "../ui/App";'],
    [
      "the contract computing with the pipeline",
      "contract/a.ts",
      'import { parse } from "../pipeline/definition/parse";',
    ],
    ["the page opening storage", "ui/App.tsx", 'import { openLibrary } from "../storage/openLibrary";'],
    ["storage knowing graphs", "storage/log/a.ts", 'import { listSteps } from "../../pipeline/graph/stepTree";'],
    ["storage knowing the editor", "storage/a.ts", 'import type { Editor } from "../editor/createEditor";'],
    ["the server importing the page's client", "server/a.ts", 'import "../client/createClient";'],
    ["a type import of what is forbidden", "server/a.ts", 'let x: import("../ui/App").Props;'],
  ])("finds %s", (_what, path, text) => {
    expect(found(path, text)).toHaveLength(1);
  });

  it.each([
    ["its own folder", "pipeline/graph/a.ts", 'import { get } from "../definition/value";'],
    [
      "a type where types may be imported",
      "contract/a.ts",
      'import type { Value } from "../pipeline/definition/value";',
    ],
    ["elk's types for its form", "pipeline/layout/a.ts", 'import type { ElkNode } from "elkjs";'],
    ["Zustand without React", "editor/store.ts", 'import { createStore } from "zustand/vanilla";'],
    ["a word in a comment or a text", "pipeline/a.ts", '// import "react"\nexport const a = "import \'react\'";'],
  ])("allows %s", (_what, path, text) => {
    expect(found(path, text)).toEqual([]);
  });

  it("finds React Flow outside the canvas, and lets the canvas have it", () => {
    const text = 'import { ReactFlow } from "reactflow";';
    expect(reactFlowElsewhere(readSource("ui/form/a.tsx", text))).toHaveLength(1);
    expect(reactFlowElsewhere(readSource("ui/canvas/deep/a.tsx", text))).toEqual([]);
  });

  it.each([
    ['readFileSync("../shared/semantics.json")', true],
    ['join(root, "..", "shared", "corpus")', true],
    ["import(`./fixtures/corpus/abalone.json`)", true],
    ['join(root, "fixtures")', true],
    ['import { corpus } from "../testing/fixtures";', false],
    ['const namelessFolders = ["shared"];', false],
  ])("tells whether %s goes past the door to the fixtures", (text, goesPast) => {
    expect(namesFixtures(text)).toBe(goesPast);
  });

  it("finds calls of edit and gesture, and imports of edits but for their types", () => {
    const text = 'import { a } from "../pipeline/edits/a"; import type { B } from "../pipeline/edits/b"; x.edit(a);';
    const file = readSource("ui/a.ts", text);
    expect(editsByItself(file)).toBe(true);
    expect(editsByItself(readSource("ui/a.ts", "edit(x); x.editor(); x.edit; // x.edit()"))).toBe(false);
    expect(file.imports.filter(isEdit).map(({ specifier }) => specifier)).toEqual(["../pipeline/edits/a"]);
  });

  it("finds a ring of files, also one of types", () => {
    const ring = [
      readSource("pipeline/graph/deriveGraph.ts", 'import { topologicalOrder } from "./order";'),
      readSource("pipeline/graph/order.ts", 'import type { Graph } from "./deriveGraph";'),
      readSource("pipeline/graph/stepTree.ts", 'import { order } from "./order";'),
    ];
    expect(findRings(ring)).toEqual([["pipeline/graph/deriveGraph.ts", "pipeline/graph/order.ts"]]);
  });

  it.each([
    ["let last = null;", ["let last"]],
    ["export let last = null;", ["let last"]],
    ["const known = new WeakMap(); const a = () => known.get(b);", ["new WeakMap"]],
    ["function a() { return new WeakSet(); }", ["new WeakSet"]],
    ["const seen = new Map(); function a(b) { seen.set(b, 1); }", ["writes to seen"]],
    ["const last = { list: [] }; function a(b) { last.list.push(b); }", ["writes to last"]],
    ["const last = { list: [] }; function a(b) { last.list = b; }", ["writes to last"]],
    ["const counts = [0]; function a() { counts[0]++; }", ["writes to counts"]],
    ["const known = new Map([[1, 2]]); function a() { let b = known.get(1); const c = []; c.push(b); }", []],
  ])("finds what is remembered: %s", (text, memory) => {
    expect(readSource("pipeline/a.ts", text).memory).toEqual(memory);
  });

  it("finds clocks and chance, not words about them", () => {
    const text = 'const a = Date.now() + Math.random(); new Date(); fetch("x"); crypto.subtle; "Date.now"; // fetch(';
    const found = readSource("pipeline/a.ts", text).impurities;
    expect([...found].sort()).toEqual(["Date.now", "Math.random", "crypto.subtle", "fetch(", "new Date"]);
  });
});

/** Calls of `.edit(` and `.gesture(`. */
function editsByItself({ methods }: SourceFile): boolean {
  return methods.includes("edit") || methods.includes("gesture");
}

function isEdit({ file, typeOnly }: Import): boolean {
  return !typeOnly && file !== null && file.startsWith("pipeline/edits/");
}

function breaches(file: SourceFile): string[] {
  const rule = table[file.folder];
  if (rule === undefined) return [];
  return file.imports.filter((one) => !allows(rule, file.folder, one)).map((one) => says(file, one));
}

function allows(rule: FolderRule, own: string, one: Import): boolean {
  if (one.file === null) return allowsPackage(rule, one);
  const [folder = ""] = one.file.includes("/") ? one.file.split("/") : [];
  if (folder === own || rule.folders.some((allowed) => `${one.file}/`.startsWith(`${allowed}/`))) return true;
  return one.typeOnly && (rule.typesOf ?? []).includes(folder);
}

function allowsPackage(rule: FolderRule, one: Import): boolean {
  if (one.specifier === "zustand/vanilla" || one.specifier.startsWith("zustand/middleware")) return true;
  const name = packageOf(one.specifier);
  const isAmong = (patterns: readonly string[] = []) =>
    patterns.some((pattern) => (pattern.endsWith("/*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
  if (one.typeOnly && isAmong(rule.typesOfPackages)) return true;
  return rule.onlyPackages ? isAmong(rule.onlyPackages) : !isAmong(rule.notPackages);
}

function reactFlowElsewhere(file: SourceFile): string[] {
  if (`${folderOf(file.path)}/`.startsWith("ui/canvas/")) return [];
  return file.imports
    .filter(({ specifier }) => reactFlow.some((name) => packageOf(specifier).startsWith(name.replace("*", ""))))
    .map((one) => says(file, one));
}

/** A path into `fixtures/` or out of the project to `shared`, in one text or joined of several; not the import of the door. */
function namesFixtures(text: string): boolean {
  return /(?<!testing\/)\bfixtures(\/|["'`])|\.\.["'`, /]+shared\b/.test(text);
}

function isOutside(one: Import): boolean {
  return one.file?.startsWith("..") === true;
}

function isOfTests(one: Import): boolean {
  return one.file !== null && (one.file.startsWith("testing/") || isTest(one.file));
}

function says(file: SourceFile, one: Import): string {
  return `${file.path} imports ${one.typeOnly ? "types of " : ""}${one.specifier}`;
}
