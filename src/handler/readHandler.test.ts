import { describe, expect, it } from "vitest";
import { type HandlerReading, readHandler } from "./readHandler";

function keys({ outputs }: HandlerReading): string[] {
  return outputs.map(({ name, type, guess, nested }) => `${name}:${type}${nested ? "*" : ""}${guess ? "?" : ""}`);
}

const codes = ({ problems }: HandlerReading) => problems.map(({ code }) => code);
const python = (text: string, name?: string) => readHandler({ text, language: "python" }, name);
const javascript = (text: string, name?: string) => readHandler({ text, language: "javascript" }, name);

describe("which function is the handler", () => {
  const several =
    "def helper(x):\n    return {}\ndef train_handler(event, context):\n    return {'a': 1}\ndef lambda_handler(event, context):\n    return {'b': 1}\n";

  it.each([
    ["python", "def lambda_handler(event, context):\n    return {'a': 1}\n"],
    ["javascript", "export const handler = async (event) => ({ a: 1 });\n"],
  ] as const)("is read behind a byte order mark, in %s", (language, text) => {
    expect(readHandler({ text: `\uFEFF${text}`, language })).toEqual(readHandler({ text, language }));
    expect(readHandler({ text, language }).outputs).toMatchObject([{ name: "a" }]);
  });

  it("the likeliest is taken, the others are named", () => {
    expect(python(several)).toMatchObject({ handler: "lambda_handler", handlers: ["lambda_handler", "train_handler"] });
  });

  it("another is read when it is named, also as Lambda names it", () => {
    expect(keys(python(several, "train_handler"))).toEqual(["a:Integer"]);
    expect(keys(python(several, "app.train_handler"))).toEqual(["a:Integer"]);
    expect(keys(python(several, "helper"))).toEqual([]);
  });

  it("a name that is not there is told", () => {
    expect(python(several, "nobody")).toMatchObject({
      handler: null,
      problems: [{ message: "There is no function nobody in this file." }],
    });
  });

  it("any function will do where none looks like a handler", () => {
    expect(python("def main(a, b):\n    return {'x': a['y']}\n")).toMatchObject({
      handler: "main",
      inputs: [{ name: "y" }],
    });
  });

  it("none is told", () => {
    expect(codes(python("x = 1"))).toEqual(["no-handler"]);
    expect(codes(javascript("const x = 1;"))).toEqual(["no-handler"]);
  });
});

describe("the language", () => {
  it("is known by the file's name", () => {
    expect(readHandler({ text: "x", fileName: "a/index.mjs" }).language).toBe("javascript");
    expect(readHandler({ text: "x", fileName: "LAMBDA.PY" }).language).toBe("python");
  });

  it("is known by how pasted code looks", () => {
    expect(readHandler({ text: "import os\n\ndef handler(event, context):\n    return {'a': 1}" }).language).toBe(
      "python",
    );
    expect(readHandler({ text: "exports.handler = async (event) => ({ a: 1 });" }).language).toBe("javascript");
  });
});

describe("what is returned", () => {
  it("is told where it is no dictionary", () => {
    expect(codes(python("def handler(event, context):\n    return 'done'"))).toEqual(["not-a-dictionary"]);
    expect(codes(javascript("exports.handler = async () => [1];"))).toEqual(["not-a-dictionary"]);
  });

  it("is told where it is nothing", () => {
    expect(codes(python("def handler(event, context):\n    pass"))).toEqual(["returns-nothing"]);
    expect(codes(python("def handler(event, context):\n    raise ValueError()"))).toEqual(["no-return"]);
  });

  it("is told where it comes from elsewhere", () => {
    expect(codes(python("from x import work\ndef handler(event, context):\n    return work(event)"))).toEqual([
      "return-not-known",
    ]);
  });

  it("ends the way through the code", () => {
    expect(keys(python("def handler(event, context):\n    return {'a': 1}\n    return {'b': 1}"))).toEqual([
      "a:Integer",
    ]);
  });

  it("is followed through functions that call themselves and each other", () => {
    const text = `def even(event, n):
    if n == 0:
        return {"even": True}
    return odd(event, n - 1)
def odd(event, n):
    if n == 0:
        return {"odd": event["why"]}
    return even(event, n - 1)
def lambda_handler(event, context):
    return even(event, 10)
`;
    expect(keys(python(text))).toEqual(["even:Boolean", "odd:String?"]);
  });

  it("changes with what is done to it in a called function", () => {
    const text =
      "def fill(d, event):\n    d['x'] = len(event['rows'])\ndef handler(event, context):\n    d = {}\n    fill(d, event)\n    return d";
    expect(python(text)).toMatchObject({
      outputs: [{ name: "x", type: "Integer", line: 2 }],
      inputs: [{ name: "rows", line: 2 }],
    });
  });

  it("forgets a key that is deleted", () => {
    expect(
      keys(python("def handler(event, context):\n    d = {'a': 1, 'b': 2}\n    del d['a']\n    return d")),
    ).toEqual(["b:Integer"]);
  });

  it("may have what is spread into it under a condition", () => {
    const text =
      'exports.handler = async (event) => ({ a: 1, ...(event.b && { b: "x" }), ...(event.c ? { c: 1.5 } : {}) });';
    const read = javascript(text);
    expect(keys(read)).toEqual(["a:Integer", "b:String", "c:Float"]);
    expect(read.problems).toEqual([]);
  });

  it("has keys that a loop over constants sets", () => {
    expect(keys(python("def handler(event, context):\n    return {k: 1.5 for k in ('a', 'b')}"))).toEqual([
      "a:Float",
      "b:Float",
    ]);
  });
});

describe("code that cannot be read", () => {
  const mebibyte = 1024 * 1024;

  it.each([
    ["nothing", "", "no-code"],
    ["blanks", " \n\t", "no-code"],
    ["prose", "Lorem ipsum dolor sit amet", "fault"],
    ["brackets upon brackets", "[".repeat(2000), "too-deep"],
    ["a megabyte of code", "def handler(event, context):\n    return {'a': 1}\n".repeat(mebibyte / 49), "too-large"],
    ["a megabyte of brackets", "(".repeat(mebibyte), "too-large"],
    ["a megabyte of nothing that is code", "é\u0000)'\"`${".repeat(mebibyte / 9), "too-large"],
    ["much code at fault", "def ():\n".repeat(20_000), "malformed"],
  ])("%s is told", (_what, text, code) => {
    for (const language of ["python", "javascript"] as const) {
      const told = codes(readHandler({ text, language }));
      expect(told.some((one) => one === code || (code === "fault" && one === "no-handler"))).toBe(true);
    }
  });

  it("is read around a fault, which is told with its line", () => {
    const read = python(
      "def broken(:\n    pass\n\ndef lambda_handler(event, context):\n    return {'a': event['b']}\n",
    );
    expect(keys(read)).toEqual(["a:String?"]);
    expect(read.problems[0]).toMatchObject({ code: "fault", line: 1 });
  });

  const handler = "def lambda_handler(event, context):\n    return {'a': event['b']}\n";
  const before = "def f(a):\n    return [\n        a,\n    ]\n\n".repeat(2500);
  it.each([
    ["python", "in the statement before it", `${before}def broken(:\n    pass\n\n${handler}`, 12_501],
    ["python", "in a bracket that stays open", `y = (1\n${handler}${before}`, 1],
    ["python", "far behind it", `${handler}${before}try x:\n    pass\nelse:\n    pass\n${before}`, 12_503],
    [
      "python",
      "in itself",
      `${before}${handler.replace("    return", "    x = [1 2\n    y ==== 3\n    return")}${before}`,
      12_502,
    ],
    ["python", "at three places", `class A(:\n${before}def (:\n    pass\n${handler}${before}import\n`, 1],
    [
      "javascript",
      "in the statement before it",
      `${"const x = f(\n  1,\n);\n".repeat(5000)}function broken( {\n}\nexport const handler = async ({ b }) => {\n  return { a: b };\n};\n`,
      15_002,
    ],
  ] as const)("of much code %s a fault %s costs no more than its statement", (language, _where, text, line) => {
    const read = readHandler({ text, language });
    expect(read).toMatchObject({ outputs: [{ name: "a" }], inputs: [{ name: "b" }] });
    expect(read.problems).toMatchObject([{ code: "fault", line }]);
  });

  it("long rows of calls with a comma at their end are no fault", () => {
    for (const text of ["x = f(1,)\n\n".repeat(1000), "x = f(\n    1,\n)\n\n".repeat(5000)]) {
      expect(python(text + handler)).toMatchObject({ outputs: [{ name: "a" }], problems: [] });
    }
  });

  it.each([
    ["choices", "x = 1 if a else ".repeat(3000)],
    ["nots", "not ".repeat(8000)],
    ["sums", `x = ${"a + ".repeat(9000)}a`],
    ["dots", `x = a${".b()".repeat(8000)}`],
    ["arrows", "a=>".repeat(10_000)],
    ["else ifs", "if (a) { x } else ".repeat(2000)],
    ["quotes", `${'"'.repeat(9999)}'`],
    ["indentation", Array.from({ length: 200 }, (_, i) => `${" ".repeat(i)}if x:\n`).join("")],
  ])("an endless row of %s ends in an answer", (_what, text) => {
    for (const language of ["python", "javascript"] as const) {
      expect(readHandler({ text, language }).problems.length).toBeGreaterThan(0);
    }
  });

  it("ways through the code without end are not followed to the end", () => {
    const body = Array.from(
      { length: 3000 },
      (_, i) => `    if event["k${i}"]:\n        d["k${i}"] = {}\n        v${i} = {}\n`,
    ).join("");
    const read = python(`def lambda_handler(event, context):\n    d = {}\n${body}    return d\n`);
    expect(codes(read)).toContain("too-involved");
    expect(read.handler).toBe("lambda_handler");
  });
});
