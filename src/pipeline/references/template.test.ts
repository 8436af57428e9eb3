import { describe, expect, it } from "vitest";
import fc from "../../testing/properties";
import { LosslessNumber, sameValue, type Value } from "../definition/value";
import {
  delimiterOf,
  sameTemplate,
  templateOf,
  templateValue,
  withExpression,
  withoutExpression,
  withText,
} from "./template";
import { parseTemplate, printTemplate } from "./templateText";

const get = (text: string): Value => ({ Get: text });
const join = (On: string, ...Values: Value[]): Value => ({ "Std:Join": { On, Values } });
const bucket = get("Parameters.Bucket");
const execution = get("Execution.PipelineExecutionId");

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.constantFrom("", "{", "}", "{{", "}}", "{Parameters.A}", '"', "\\", ", ", ")", "/", "s3:/", "😀", "{join(", "\n"),
);
const anyGet = fc
  .oneof(
    fc.constantFrom(
      "Parameters.Bucket",
      "Execution.PipelineName",
      "Steps.Prep.OutputParameters['train path']",
      "Steps.P.Outputs['a}b'].S3Uri",
      "ForEach.CurrentItem",
      "true",
      "join(",
    ),
    anyText,
  )
  .map(get);
const scalar: fc.Arbitrary<Value> = fc.oneof(
  anyText,
  fc.integer(),
  fc.boolean(),
  fc.constantFrom("2.0", "1e5", "12345678901234567890").map((text) => new LosslessNumber(text)),
);
const { expression } = fc.letrec<{ expression: Value }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, depthIdentifier: "expression" },
    anyGet,
    fc
      .tuple(anyText, fc.array(fc.oneof(scalar, tie("expression")), { maxLength: 5, depthIdentifier: "expression" }))
      .map(([on, values]) => join(on, ...values)),
    fc.tuple(anyText, anyText).map(([file, Path]): Value => ({ "Std:JsonGet": { PropertyFile: get(file), Path } })),
    fc.tuple(tie("expression"), anyText).map(([S3Uri, Path]): Value => ({ "Std:JsonGet": { S3Uri, Path } })),
    fc.tuple(anyText, anyText).map(([Path, file]): Value => ({ "Std:JsonGet": { Path, PropertyFile: get(file) } })),
  ),
}));

describe("a template is printed", () => {
  it.each([
    ["plain", "plain"],
    ['{"a": 1}', '{{"a": 1}}'],
    [bucket, "{Parameters.Bucket}"],
    [
      join("", "s3://", bucket, "/", execution, "/train"),
      "s3://{Parameters.Bucket}/{Execution.PipelineExecutionId}/train",
    ],
    [join("", get("Parameters.Count")), '{join("", Parameters.Count)}'],
    [join("/", "s3:/", bucket, new LosslessNumber("2.0")), '{join("/", "s3:/", Parameters.Bucket, 2.0)}'],
    [
      { "Std:JsonGet": { PropertyFile: get("Steps.E.PropertyFiles.Report"), Path: "mse.value" } },
      '{json(Steps.E.PropertyFiles.Report, "mse.value")}',
    ],
  ] as [Value, string][])("%j as %s", (value, text) => {
    expect(printTemplate(value)).toBe(text);
    expect(parseTemplate(text)).toEqual(value);
  });

  it("and read again as the same value, whatever it is", () => {
    fc.assert(
      fc.property(fc.oneof(expression, scalar), (value) => {
        expect(sameValue(parseTemplate(printTemplate(value)), value)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});

describe("what is in braces and no expression", () => {
  it.each([
    ['{"lr": 0.1, "on": {"a": []} }'],
    ["{Parameters.Bucket"],
    ["{}"],
    ["} {"],
    ['say "hi" 👩‍🚀 \\ { join( }'],
    ["x{".repeat(2000)],
    ["{join(".repeat(700)],
  ])("stays text: %.40s", (text) => {
    expect(parseTemplate(text)).toBe(text);
  });

  it("is kept among chips, brace for brace", () => {
    fc.assert(
      fc.property(expression, fc.string({ unit: "grapheme", maxLength: 40 }), (value, pasted) => {
        const before = templateOf(value);
        const after = withText(before, before.texts.length - 1, `${before.texts.at(-1)}${pasted}`);
        expect(sameTemplate(templateOf(templateValue(after, value)), after)).toBe(true);
      }),
    );
    const long = '{"é":"😀}'.repeat(500).slice(0, 4000);
    const value = templateValue(withText(templateOf(join("", bucket, "/x")), 1, long));
    expect(value).toEqual(join("", bucket, long));
  });
});

describe("an edited template", () => {
  it("is the value it came from when nothing changed", () => {
    fc.assert(
      fc.property(expression, (value) => {
        expect(templateValue(templateOf(value), value)).toBe(value);
      }),
    );
  });

  it("holds exactly what is shown, whatever is edited", () => {
    fc.assert(
      fc.property(expression, fc.nat(), anyText, anyText, (value, where, text, more) => {
        const before = templateOf(value);
        const index = where % before.texts.length;
        const typed = withText(before, index, text);
        const chip = withExpression(typed, { index, start: 0, end: Math.min(1, text.length) }, bucket);
        const again = withText(chip, where % chip.texts.length, more);
        for (const shown of [typed, chip, again, withoutExpression(again, where % again.expressions.length)]) {
          expect(templateOf(templateValue(shown, value))).toEqual(shown);
        }
      }),
    );
  });

  it("without chips is a plain string, and a reference alone stays itself", () => {
    expect(templateValue({ texts: ["abc"], expressions: [] }, join("", "a", bucket))).toBe("abc");
    expect(templateValue({ texts: ["", ""], expressions: [bucket] }, "x")).toBe(bucket);
    const asText = (value: Value) => join("", value);
    expect(templateValue({ texts: ["", ""], expressions: [bucket] }, "x", asText)).toEqual(join("", bucket));
  });

  it("keeps the Join's delimiter while each chip is set off by it", () => {
    const value = join("/", "s3:/", bucket, "models", 2, true);
    const template = templateOf(value);
    expect(template.texts).toEqual(["s3://", "/models/2/true"]);
    expect(templateValue(withText(template, 1, "/model/2/true"), value)).toEqual(
      join("/", "s3:/", bucket, "model", 2, true),
    );
    expect(templateValue(withText(template, 1, ".d/2"), value)).toEqual(join("", "s3://", bucket, ".d/2"));
  });

  it("loses one delimiter with a chip that is taken out", () => {
    const value = join("/", "s3:/", bucket, "models");
    const shown = withoutExpression(templateOf(value), 0, delimiterOf(value));
    expect(templateValue(shown, value)).toBe("s3://models");
    const first = join("-", bucket, execution);
    expect(templateValue(withoutExpression(templateOf(first), 0, "-"), first)).toEqual(execution);
    expect(templateValue(withoutExpression(templateOf(first), 1, "-"), first)).toEqual(bucket);
  });

  it("takes a chip in the middle of a text", () => {
    const shown = withExpression(templateOf("s3://{Bu/train"), { index: 0, start: 5, end: 8 }, bucket);
    expect(templateValue(shown, "s3://")).toEqual(join("", "s3://", bucket, "/train"));
  });
});
