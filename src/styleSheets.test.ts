import { describe, expect, it } from "vitest";
import { comesWith, readSourceFiles } from "./testing/sourceFiles";
import {
  classesWritten,
  readComponents,
  readStyleSheet,
  readStyleSheets,
  type WrittenClasses,
} from "./testing/styleSheets";

/** What holds for the whole page, loaded by main.tsx before all components. */
const ofThePage = ["ui/kit/base.css", "ui/kit/fonts.css"];
const sheets = readStyleSheets();
const sources = readSourceFiles().filter((file) => !file.isTest);
const written = new Map(readComponents().map(({ path, text }) => [path, classesWritten(path, text)]));
/** The sheet that styles a class; of one in which others stand, a sheet that says how. */
const sheetOf = new Map([
  ...sheets.flatMap(({ path, named }) => [...named].map((name) => [name, path] as const)),
  ...sheets.flatMap(({ path, styled }) => [...styled].map((name) => [name, path] as const)),
]);

describe("the style sheets", () => {
  it("are there to be checked", () => {
    expect(sheets.length).toBeGreaterThan(50);
    expect(sheetOf.size).toBeGreaterThan(300);
  });

  it("lie each beside the component of its name, and come with it alone", () => {
    const importers = new Map(sheets.map(({ path }) => [path, [] as string[]]));
    for (const { path, imports } of sources) for (const { file } of imports) importers.get(file ?? "")?.push(path);
    const wanted = sheets.map(({ path }) => [
      path,
      ofThePage.includes(path) ? ["main.tsx"] : [path.replace(/css$/, "tsx")],
    ]);
    expect([...importers]).toEqual(wanted);
  });

  it("style each class in one sheet", () => {
    const styledIn = (name: string) => sheets.filter(({ styled }) => styled.has(name)).map(({ path }) => path);
    const several = [...sheetOf.keys()].filter((name) => styledIn(name).length > 1);
    expect(several.map((name) => `${name}: ${styledIn(name).join(", ")}`)).toEqual([]);
  });

  it("name a state only on a class", () => {
    expect(sheets.flatMap(({ path, loose }) => loose.map((selector) => `${path}: ${selector}`))).toEqual([]);
  });

  it("style nothing that no component writes", () => {
    const components = [...written.values()];
    const idle = sheets.flatMap(({ path, named, states }) =>
      [...named, ...states]
        .filter((name) => !components.some((classes) => writes(classes, name)))
        .map((name) => `${path}: ${name}`),
    );
    expect(idle).toEqual([]);
  });

  it("know every class that a component writes, and come with it", () => {
    const missing: string[] = [];
    for (const [path, classes] of written) {
      const comes = comesWith(path, sources).files;
      for (const name of [...classes.names].filter((one) => one.startsWith("sw-"))) {
        const sheet = sheetOf.get(name);
        if (sheet !== undefined && [...ofThePage, ...comes].includes(sheet)) continue;
        missing.push(`${path}: ${name}`);
      }
    }
    expect(missing).toEqual([]);
  });
});

describe("the reading of a style sheet", () => {
  const read = (css: string) => readStyleSheet("ui/a.css", css);

  it.each([
    [".sw-a { color: red; }", ["sw-a"]],
    [".sw-a,\n.sw-b:hover > .sw-c { color: red; }", ["sw-a", "sw-c"]],
    [".sw-a:is(.sw-b, .sw-c) { }", ["sw-a", "sw-b", "sw-c"]],
    [".sw-a:not(.sw-b) { }", ["sw-a"]],
    [".sw-a > :not(.sw-b, .sw-c) { }", []],
    [".sw-a p { }", []],
    ["@media (width < 9px) { .sw-a { } }", ["sw-a"]],
    ["/* .sw-a { } */ @keyframes sw-b { from { opacity: 0; } }", []],
  ])("finds what is styled: %s", (css, styled) => {
    expect([...read(css).styled]).toEqual(styled);
  });

  it("finds states that stand on no class", () => {
    expect(read(".sw-a.is-highlighted { } .is-far > .sw-b { }").loose).toEqual([".is-far > .sw-b"]);
    expect([...read(".sw-a.is-highlighted { } .is-far > .sw-b { }").states]).toEqual(["is-highlighted", "is-far"]);
  });
});

describe("the reading of a component", () => {
  it.each([
    ['<p className="sw-a sw-b" />', ["sw-a", "sw-b"], []],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a component
    ["<p className={`sw-a is-${state} sw-b-${look}`} />", ["sw-a"], ["is-", "sw-b-"]],
    ['const words = on ? ["sw-a", "is-on"] : [];', ["sw-a", "is-on"], []],
    ['<p style={{ color: "var(--sw-a)" }}>is-well sw-it</p>', [], []],
  ])("finds the classes that it writes: %s", (text, names, beginnings) => {
    const found = classesWritten("ui/a.tsx", text);
    expect([[...found.names], [...found.beginnings]]).toEqual([names, beginnings]);
  });
});

function writes({ names, beginnings }: WrittenClasses, name: string): boolean {
  return names.has(name) || [...beginnings].some((beginning) => name.startsWith(beginning));
}
