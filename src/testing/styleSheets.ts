// biome-ignore-all lint/correctness/noComponentHookFactories: a visitor's methods bear the names of nodes, they are no components
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { parseSync, Visitor } from "oxc-parser";
import { sourceFolder } from "./sourceFiles";

/**
 * Our classes begin with `sw-` and belong to one component; `is-` is a state of the element that it stands on. No other text in
 * `ui` begins with either.
 */
export interface StyleSheet {
  /** From the source folder, `ui/frame/TopBar.css`. */
  readonly path: string;
  /** The classes that it says something about: those of a selector's last part. */
  readonly styled: ReadonlySet<string>;
  /** All that it names, what something stands in as well. */
  readonly named: ReadonlySet<string>;
  /** The states in it. */
  readonly states: ReadonlySet<string>;
  /** Selectors with a state that stands on no class of ours. */
  readonly loose: readonly string[];
}

export function readStyleSheets(): StyleSheet[] {
  return filesOf("ui", /\.css$/).map(({ path, text }) => readStyleSheet(path, text));
}

/** Every component of the page, by its path, with its text. */
export function readComponents(): { path: string; text: string }[] {
  return filesOf("ui", /(?<!\.test)\.tsx?$/);
}

function filesOf(folder: string, ending: RegExp): { path: string; text: string }[] {
  return readdirSync(join(sourceFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(sourceFolder, file).split(sep).join("/"),
      text: readFileSync(file, "utf8"),
    }));
}

/** Reads a sheet without nested rules but for those of `@media` and `@container`, as all of ours are. */
export function readStyleSheet(path: string, css: string): StyleSheet {
  const selectors = [...css.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/([^{};]+)\{/g)]
    .map(([, head = ""]) => head.trim())
    .filter((head) => !head.startsWith("@"))
    .flatMap((head) => cut(head, ","));
  const styled = new Set<string>();
  const named = new Set<string>();
  const states = new Set<string>();
  const loose: string[] = [];
  for (const selector of selectors) {
    for (const part of cut(selector, " >+~")) {
      const own = namesIn(part, "sw");
      for (const name of own) named.add(name);
      for (const state of namesIn(part, "is")) states.add(state);
      if (own.length === 0 && namesIn(part, "is").length > 0) loose.push(selector);
    }
    const last = cut(selector, " >+~").at(-1) ?? "";
    for (const name of namesIn(last.replace(/:(not|has)\([^)]*\)/g, ""), "sw")) styled.add(name);
  }
  return { path, styled, named, states, loose };
}

function namesIn(selector: string, kind: "sw" | "is"): string[] {
  return [...selector.matchAll(/\.([\w-]+)/g)]
    .map(([, name = ""]) => name)
    .filter((name) => name.startsWith(`${kind}-`));
}

/** The parts of a selector between the signs, but for those inside brackets. */
function cut(selector: string, signs: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const sign of selector) {
    if ("([".includes(sign)) depth += 1;
    if (")]".includes(sign)) depth -= 1;
    if (depth === 0 && signs.includes(sign)) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

export interface WrittenClasses {
  /** `sw-top`, `is-highlighted` */
  readonly names: ReadonlySet<string>;
  /** What stands before a computed end: `sw-status-`, `is-`. */
  readonly beginnings: ReadonlySet<string>;
}

/** The classes that a component writes: every text of it that begins like one. */
export function classesWritten(path: string, text: string): WrittenClasses {
  const names = new Set<string>();
  const beginnings = new Set<string>();
  const read = (words: string, goesOn: boolean) => {
    for (const word of words.split(/\s+/)) if (/^(sw|is)-[\w-]*[\w]$/.test(word)) names.add(word);
    const last = /(?:^|\s)((?:sw|is)-(?:[\w-]*-)?)$/.exec(words)?.[1];
    if (goesOn && last !== undefined) beginnings.add(last);
  };
  new Visitor({
    Literal: (node) => {
      if (typeof node.value === "string") read(node.value, false);
    },
    TemplateElement: (node) => read(node.value.cooked ?? "", !node.tail),
  }).visit(parseSync(path, text).program);
  return { names, beginnings };
}
