import { afterAll, describe, expect, it } from "vitest";
import { commandLine } from "../testing/commandLine";
import { compares } from "../testing/steps";

const { file, stepwire: run, remove } = commandLine();
afterAll(remove);
const stepwire = (...args: string[]) => run("simulate", ...args);

const lambda = (Name: string, more: object = {}) => ({
  Name,
  Type: "Lambda",
  Arguments: {},
  FunctionArn: "arn:f",
  ...more,
});
const gated = {
  Version: "2020-12-01",
  Parameters: [
    { Name: "Least", Type: "Integer", DefaultValue: 100 },
    { Name: "Bucket", Type: "String" },
  ],
  Steps: [
    lambda("Prep", {
      Arguments: { bucket: { Get: "Parameters.Bucket" } },
      OutputParameters: [{ OutputName: "rows", OutputType: "Integer" }],
    }),
    {
      Name: "Gate",
      Type: "Condition",
      Arguments: {
        Conditions: [compares("GreaterThanOrEqualTo", "Steps.Prep.OutputParameters['rows']", "Parameters.Least")],
        IfSteps: [lambda("Enough")],
        ElseSteps: [{ Name: "TooFew", Type: "Fail", Arguments: { ErrorMessage: "too few rows" } }],
      },
    },
  ],
};

describe("stepwire simulate", () => {
  it("gives each step's end, request and outputs as JSON, and a sample for a parameter that nobody gave", async () => {
    const { code, out, err } = await stepwire(file("gated.json", gated), "--json");
    const { status, steps } = JSON.parse(out);
    expect([code, status]).toEqual([0, "Succeeded"]);
    expect(err).toContain("parameter Bucket is not given and has no default: sample-Bucket stands in for it.");
    expect(steps[0]).toEqual({
      name: "Prep",
      type: "Lambda",
      status: "Succeeded",
      outcome: null,
      why: null,
      request: { bucket: "sample-Bucket" },
      outputs: { "OutputParameters['rows']": 100 },
      failureReason: null,
    });
    expect(steps[1]).toMatchObject({ outcome: "True", why: "Prep rows (100) ≥ Least (100) is true." });
    expect(steps[3]).toMatchObject({
      name: "TooFew",
      status: "NotRun",
      why: "Gate took the other branch.",
      request: null,
      outputs: {},
    });
  });

  it("takes parameters and samples, and the other branch with them", async () => {
    const samples = file("samples.json", { Prep: { rows: 7 } });
    const path = file("gated.json", gated);
    const { code, out, err } = await stepwire(path, "--parameter", "Bucket=b=c", "--samples", samples, "--json");
    const { status, steps } = JSON.parse(out);
    expect([code, err, status]).toEqual([0, "", "Failed"]);
    expect(steps[0].request).toEqual({ bucket: "b=c" });
    expect(steps[1]).toMatchObject({ outcome: "False", why: "Prep rows (7) ≥ Least (100) is false." });
    expect(steps[3]).toMatchObject({ status: "Failed", failureReason: "too few rows" });
    const lower = await stepwire(path, "--parameter", "Least=7", "--samples", samples, "--json");
    expect(JSON.parse(lower.out).status).toBe("Succeeded");
  });

  it("fails a step that the samples tell to fail, and says which step they name in vain", async () => {
    const alarmed = {
      Steps: [lambda("Train"), lambda("Alarm", { DependsOn: [{ Step: "Train", Trigger: "Failed" }] })],
    };
    const samples = file("failing.json", { Train: { fails: "out of memory" }, Nobody: { x: 1 } });
    const { out, err } = await stepwire(file("alarmed.json", alarmed), "--samples", samples, "--json");
    const { status, steps } = JSON.parse(out);
    expect(status).toBe("CompletedWithFailures");
    expect(steps[0]).toMatchObject({ status: "Failed", failureReason: "out of memory" });
    expect(err).toBe("stepwire: there is no step Nobody; its samples are not used.\n");
  });

  it("fails a definition that SageMaker would refuse with the number of its errors, and still follows its steps", async () => {
    const [prep, gate] = gated.Steps;
    const refused = file("refused.json", {
      ...gated,
      Steps: [{ ...prep, FunctionArn: undefined }, gate, lambda("Prep")],
    });
    const checked = await run("check", refused, "--json");
    const errors = JSON.parse(checked.out).filter(({ severity }: { severity: string }) => severity === "error").length;
    const { code, out } = await stepwire(refused, "--json");
    const { status, steps, ...rest } = JSON.parse(out);
    expect(errors).toBeGreaterThan(0);
    expect([code, status, rest]).toEqual([1, "Failed", { refused: errors }]);
    expect(steps[1]).toMatchObject({ outcome: "True", why: "Prep rows (100) ≥ Least (100) is true." });
    expect(steps[0].request).toEqual({ bucket: "sample-Bucket" });
    const told = await stepwire(refused);
    expect(told.code).toBe(1);
    expect(told.out).toMatch(
      /Failed: SageMaker would refuse this: \d errors? \(stepwire check names them\)\. Without them: 5 steps, /,
    );
  });

  it("fails steps in a circle", async () => {
    const circle = [lambda("A", { DependsOn: ["B"] }), lambda("B", { DependsOn: ["A"] })];
    const { code, out } = await stepwire(file("circle.json", { Version: "2020-12-01", Steps: circle }), "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      status: "Failed",
      refused: 1,
      steps: [
        { name: "A", status: "NotRun", why: "It cannot start: A → B → A wait for each other." },
        { name: "B", status: "NotRun" },
      ],
    });
  });

  it("tells it to a person in the order in which steps run", async () => {
    const { out } = await stepwire(file("gated.json", gated), "--parameter", "Bucket=b");
    expect(out).toContain("✓ Prep Lambda\n    bucket = b  ← Parameter Bucket\n    → OutputParameters['rows'] = 100\n");
    expect(out).toContain("✓ Gate Condition True\n    Prep rows (100) ≥ Least (100) is true.\n");
    expect(out).toContain("– TooFew Fail\n    Gate took the other branch.\n");
    expect(out).toMatch(/Succeeded: 4 steps, 3 succeeded, 1 not run\.\n$/);
  });

  it.each([
    ["a parameter that is not declared", ["--parameter", "Nope=1"], "Unknown parameter 'Nope'"],
    [
      "a value of another type",
      ["--parameter", "Least=many"],
      "Parameter 'Least' value \"many\" is not of type Integer.",
    ],
    ["a parameter without a value", ["--parameter", "Least"], '--parameter takes NAME=VALUE; "Least" is not that.'],
    ["samples that are not there", ["--samples", "none.json"], "none.json cannot be opened: there is no such file."],
  ])("exits with 2 for %s", async (_what, args, said) => {
    const { code, out, err } = await stepwire(file("gated.json", gated), ...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(said);
  });

  it("exits with 2 for samples that are no JSON object, with their place", async () => {
    const path = file("gated.json", gated);
    const broken = await stepwire(path, "--samples", file("broken.json", '{"Prep": }'));
    expect([broken.code, broken.err]).toEqual([2, expect.stringMatching(/broken\.json:1:10: /)]);
    const list = await stepwire(path, "--samples", file("list.json", "[]"));
    expect(list.err).toContain("The samples must be one JSON object.");
  });
});
