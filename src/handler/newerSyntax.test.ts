import { describe, expect, it } from "vitest";
import { readHandler } from "./readHandler";

const body = 'return {"rows": 3, "path": event["bucket"]}';
const python = `def lambda_handler(event, context):\n    ${body}\n`;
const inHandler = (...lines: string[]) =>
  `def lambda_handler(event, context):\n${lines.map((line) => `    ${line}\n`).join("")}    ${body}\n`;
const javascript = "export const handler = async (event) => ({ rows: 3, path: event.bucket });\n";

const read = (text: string, fileName: string) => {
  const { outputs, inputs, problems } = readHandler({ text, fileName });
  return {
    outputs: outputs.map(({ name, type }) => `${name}:${type}`),
    inputs: inputs.map(({ name }) => name),
    problems,
  };
};
const sound = { outputs: ["rows:Integer", "path:String"], inputs: ["bucket"], problems: [] };

describe("Python up to 3.14, and what is coming", () => {
  it.each([
    [
      "with in brackets",
      inHandler("with (", '    open("a,b)") as f,  # one (of two', "    open('c') as g,", "):", "    pass"),
    ],
    ["with in brackets, in one line", inHandler('with (open("a") as f, open("b")): x = 1')],
    [
      "async with in brackets",
      `async def f():\n    async with (\n        a() as b,\n        c() as d\n    ):\n        pass\n${python}`,
    ],
    [
      "brackets in a with that are none of its own",
      inHandler("with (open('a')) as f, (open('b')): pass", "with (a): pass", "with (a, b) as c: pass"),
    ],
    ["with as a member or several names", inHandler("with a as self.b, c as (d, e), f as g[0]:", "    pass")],
    ["template strings", inHandler('q = t"hello {event["bucket"]!r:>10}" + Rt"{x}"')],
    ["f-strings in f-strings", inHandler('x = f"{event["bucket"]}/{f"{"/".join(["a"])}"}"')],
    ["except*", inHandler("try:", "    x = 1", "except* (A, B) as e:", "    pass")],
    [
      "except without brackets",
      inHandler("try:", "    x = 1", "except A, B:", "    pass", "except* C, D:", "    pass"),
    ],
    [
      "match",
      inHandler(
        "match event:",
        "    case -1 | 1 + 2j | None:",
        "        pass",
        '    case {"a": 1, **rest} if rest:',
        "        pass",
        "    case [d, *_]:",
        "        pass",
      ),
    ],
    [
      "type statements",
      `type A = int\ntype B[T: (int, str), *Ts, **P] = tuple[T]\ntype C[\n    T = int,\n] = list[T]\n${python}`,
    ],
    [
      "type parameters",
      `class A[T: int]:\n    def get[U](self, x: U) -> U: return x\ndef f[T = int, *Ts = *tuple[int]](x: T) -> T: return x\n${python}`,
    ],
    ["a handler with type parameters", python.replace("lambda_handler", "lambda_handler[T: dict = dict]")],
    ["the walrus", inHandler("if (n := 3) and [y := 1, y**2]: pass", 'print(f"{(z:=3)}", a[b:=1])')],
    [
      "any expression as decorator",
      `@(lambda f: f)\n@x[0].y\n@a if b else c\n@Logger(\n    level=1,\n).inject\n@app.route("/x")\n${python}`.replace(
        /@app.*\n/,
        "",
      ),
    ],
    [
      "stars in types, subscripts and loops",
      `def f(*args: *Ts) -> tuple[int, *Ts]: pass\n${inHandler("for x in *a, *b: pass", "y = a[*b]")}`,
    ],
    [
      "positional-only parameters",
      `f = lambda a, /, b=1, *c, **d: (yield)\ng = lambda a, /: a\ndef h(a, /, *, b): pass\n${python}`,
    ],
    ["lazy imports", `lazy import json\nlazy from a import b\n${python}`],
    ["a form feed", `x = 1\n\f\n\fdef f():\n    pass\n${python}`],
    [
      "words that are keywords only in places",
      `match = type = case = lazy = 1\nprint(match, type)\ntype(x)\nmatch[1] = 2\n${python}`,
    ],
  ])("%s", (_what, text) => {
    expect(read(text, "a.py")).toEqual(sound);
  });

  it("is read in its own places: what a text or a comment says stays", () => {
    const text = `def lambda_handler(event, context):\n    with (a as b, c as d):  # with (x as y):\n        pass\n    return {"with (a as b):": 1, "lazy import": event["t'x'"]}\n`;
    expect(read(text, "a.py")).toEqual({
      outputs: ["with (a as b)::Integer", "lazy import:String"],
      inputs: ["t'x'"],
      problems: [],
    });
  });
});

describe("ECMAScript 2026 and TypeScript", () => {
  it.each([
    ["using", `async function f() { using a = b(); await using c = d(); for (using x of y) {} }\n${javascript}`],
    [
      "import attributes",
      `import a from "./a.json" with { type: "json" };\nimport './b.css' assert {type: "css"};\nexport { c } from "c" with { type: "json" };\nconst d = await import("./d.json", { with: { type: "json" } });\n${javascript}`,
    ],
    ["deferred and source imports", `import defer * as a from "a";\nimport source b from "b";\n${javascript}`],
    [
      "the flag v",
      `const a = /[\\p{L}--[a-z]]/v, b = /[[a-z]&&[aeiou]\\q{abc|d}]/v, c = /(?<y>a)|(?<y>b)|(?i:c)/dgimsy;\n${javascript}`,
    ],
    [
      "private members",
      `class A { #x = 1; static #y; get #z() { return 1; } static async *#m() {} has(o) { return #x in o; } static { this.#y = 2; } accessor w = 1; }\n${javascript}`,
    ],
    [
      "decorators",
      `@dec class A { @log() m() {} @(a.b) x = 1; @a.b.c() static y; }\nexport @dec @a.b(1) class B {}\n@dec\n@a({ b: 1 })\nexport class C {}\n${javascript}`,
    ],
    ["await at the top", `const x = await fetch("x");\nfor await (const y of z) {}\n${javascript}`],
  ])("%s", (_what, text) => {
    expect(read(text, "a.mjs")).toEqual(sound);
  });

  it("what TypeScript adds", () => {
    const text = `import a = require("a");\nexport { b, type C };\nexport type { D } from "d";\nlet e!: string;\nconst f = async <T,>(x: T) => x satisfies T;\n${javascript}`;
    expect(read(text, "a.ts")).toEqual(sound);
  });
});

describe("a handler that gives nothing back", () => {
  it.each([
    ["a.py", "def lambda_handler(event, context):\n    start(event['name'])\n"],
    ["a.py", "def lambda_handler(event, context):\n    start(event['name'])\n    return\n"],
    ["a.mjs", "export const handler = async (event) => { await start(event.name); };\n"],
  ])("is fine for a step without outputs", (fileName, text) => {
    expect(read(text, fileName)).toMatchObject({
      outputs: [],
      inputs: ["name"],
      problems: [{ message: "The handler returns nothing, so the step has no outputs." }],
    });
  });
});
