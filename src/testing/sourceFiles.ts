// biome-ignore-all lint/correctness/noComponentHookFactories: a visitor's methods bear the names of nodes, they are no components
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync, type StringLiteral, Visitor } from "oxc-parser";
import { findMemory } from "./memory";

/** One import of one file: static, re-exported, dynamic, of a type, of a worker's URL, of a glob's folder. */
export interface Import {
  /** As written: `reactflow`, `../definition/value`. */
  readonly specifier: string;
  /** From the source folder, `pipeline/definition/value.ts`; null for a package. */
  readonly file: string | null;
  /** Gone after compiling. */
  readonly typeOnly: boolean;
  /** Fetched when the code comes to it: `import()`, a worker. */
  readonly later: boolean;
}

export interface SourceFile {
  /** From the source folder, with forward slashes. */
  readonly path: string;
  /** The first folder, `pipeline`; empty for a file at the top. */
  readonly folder: string;
  readonly isTest: boolean;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** The names of the methods that it calls: `edit` of `editor.edit(…)`. */
  readonly methods: readonly string[];
  /** Uses of a clock, of chance, of the network: `Date.now`, `fetch(`. */
  readonly impurities: readonly string[];
  /** What it keeps from one call to the next: `let last`, `writes to seen`. */
  readonly memory: readonly string[];
}

export const sourceFolder = fileURLToPath(new URL("..", import.meta.url));

const endings = ["", ".ts", ".tsx", ".d.ts", ".json", "/index.ts", "/index.tsx"];

/** Every TypeScript file below `src`, but for what is generated. */
export function readSourceFiles(): SourceFile[] {
  return readdirSync(sourceFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(sourceFolder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !isGenerated(path))
    .sort()
    .map((path) => readSource(path, readFileSync(join(sourceFolder, path), "utf8")));
}

/** Every file of code below a folder of the project, with its text; `path` from the project. */
export function readCode(folder: string): { path: string; text: string }[] {
  const root = join(sourceFolder, "..");
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(root, file).split(sep).join("/"), text: readFileSync(file, "utf8") }));
}

/** A test, or the data of one: `order.cases.ts`. */
export function isTest(path: string): boolean {
  return /\.(test|cases)\.tsx?$/.test(path);
}

export function isGenerated(path: string): boolean {
  return path.startsWith("pipeline/schema/generated/");
}

/** Reads one file's text as if it stood at `path`. */
export function readSource(path: string, text: string): SourceFile {
  const parsed = parseSync(path, text);
  if (parsed.errors.length > 0) throw new Error(`${path} cannot be parsed: ${parsed.errors[0]?.message}`);
  const found: { specifier: string; typeOnly: boolean; later: boolean }[] = [];
  const impurities: string[] = [];
  const methods = new Set<string>();
  const add = (specifier: string, typeOnly: boolean, later = false) => found.push({ specifier, typeOnly, later });

  for (const { moduleRequest, entries } of parsed.module.staticImports) {
    add(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType));
  }
  for (const { entries } of parsed.module.staticExports) {
    for (const entry of entries) if (entry.moduleRequest) add(entry.moduleRequest.value, entry.isType);
  }
  new Visitor({
    ImportExpression: (node) => {
      if (isText(node.source)) add(node.source.value, false, true);
    },
    TSImportType: (node) => add(node.source.value, true),
    NewExpression: (node) => {
      if (node.callee.type !== "Identifier") return;
      const [first, second] = node.arguments;
      if (node.callee.name === "URL" && second && first && isText(first)) add(first.value, false, true);
      if (node.callee.name === "Date") impurities.push("new Date");
    },
    CallExpression: (node) => {
      const [first] = node.arguments;
      const callee = text.slice(node.callee.start, node.callee.end);
      if (node.callee.type === "MemberExpression" && node.callee.property.type === "Identifier") {
        methods.add(node.callee.property.name);
      }
      if (callee === "import.meta.glob" && first && isText(first)) add(folderOfGlob(first.value), false, true);
      if (impureCalls.has(callee)) impurities.push(`${callee}(`);
    },
    MemberExpression: (node) => {
      if (node.object.type !== "Identifier") return;
      const name = text.slice(node.start, node.end);
      if (impureObjects.has(node.object.name) || impureMembers.has(name)) impurities.push(name);
    },
  }).visit(parsed.program);

  return {
    path,
    folder: path.includes("/") ? path.slice(0, path.indexOf("/")) : "",
    isTest: isTest(path),
    lines: text.split("\n").length - 1,
    imports: found.map((one) => ({ ...one, file: resolve(path, one.specifier) })),
    methods: [...methods],
    impurities,
    memory: findMemory(parsed.program),
  };
}

const impureCalls = new Set(["fetch", "setTimeout", "setInterval", "requestAnimationFrame"]);
/** What the DOM or Node brings besides is caught by tsconfig.pure.json, which knows neither. */
const impureObjects = new Set(["performance", "crypto", "process", "globalThis"]);
const impureMembers = new Set(["Date.now", "Math.random"]);

function isText(node: { type: string }): node is StringLiteral {
  return node.type === "Literal" && "value" in node && typeof node.value === "string";
}

function folderOfGlob(pattern: string): string {
  return pattern.slice(0, pattern.indexOf("*")).replace(/\/[^/]*$/, "");
}

/** A relative specifier becomes a path from the source folder; what is not there keeps its name, and names it. */
function resolve(from: string, specifier: string): string | null {
  if (!specifier.startsWith(".")) return null;
  const target = posix.normalize(posix.join(posix.dirname(from), specifier.replace(/\?.*$/, "")));
  const ending = endings.find((one) => isFile(join(sourceFolder, target + one)));
  return target + (ending ?? "");
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** True where the import names a file or folder that exists; generated files may be made later. */
export function isThere(imported: string): boolean {
  return imported.startsWith("pipeline/schema/generated") || existsSync(join(sourceFolder, imported));
}

/** The folders below `src`, as paths. */
export function readFolders(): string[] {
  return readdirSync(sourceFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(sourceFolder, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

/** Groups of files that import each other in a ring (Tarjan's strongly connected components of more than one file). */
export function findRings(files: readonly SourceFile[]): string[][] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const rings: string[][] = [];

  const visit = (path: string): number => {
    const mine = index.size;
    let lowest = mine;
    index.set(path, mine);
    open.push(path);
    for (const { file } of byPath.get(path)?.imports ?? []) {
      if (file === null || !byPath.has(file)) continue;
      if (!index.has(file)) lowest = Math.min(lowest, visit(file));
      else if (open.includes(file)) lowest = Math.min(lowest, index.get(file) ?? mine);
    }
    low.set(path, lowest);
    if (lowest === mine) {
      const ring = open.splice(open.indexOf(path));
      if (ring.length > 1 || byPath.get(path)?.imports.some(({ file }) => file === path)) rings.push(ring.sort());
    }
    return low.get(path) ?? mine;
  };
  for (const file of files) if (!index.has(file.path)) visit(file.path);
  return rings;
}

/** What comes at once with a file: the files that it imports and those that they import, and the packages of all. */
export function comesWith(start: string, files: readonly SourceFile[]): { files: string[]; packages: string[] } {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Set([start]);
  const packages = new Set<string>();
  for (const path of reached) {
    for (const { file, specifier, typeOnly, later } of byPath.get(path)?.imports ?? []) {
      if (typeOnly || later) continue;
      if (file === null) packages.add(specifier);
      else reached.add(file);
    }
  }
  return { files: [...reached], packages: [...packages] };
}

/** The package of a specifier: `@aws-sdk/client-sagemaker`, `react` of `react/jsx-runtime`, `node:` of any Node module. */
export function packageOf(specifier: string): string {
  if (specifier.startsWith("node:")) return "node:";
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Where a file lies: `ui/canvas` of `ui/canvas/StepCard.tsx`. */
export function folderOf(path: string): string {
  return dirname(path).split(sep).join("/");
}
