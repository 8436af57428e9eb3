import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { exportForms } from "../export";
import { overlaps, type Rect } from "../pipeline/layout/rect";
import { commandLine } from "../testing/commandLine";
import { corpus, fieldFiles } from "../testing/fixtures";
import { condition, equal, forEach, lambda, pipeline } from "../testing/steps";
import { tokens } from "../testing/tokens";

const { folder, file, stepwire, remove } = commandLine();
afterAll(remove);

const wired = JSON.stringify({
  Version: "2020-12-01",
  Steps: [
    {
      Name: "Prep",
      Type: "Lambda",
      FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:f",
      Arguments: {},
      OutputParameters: [{ OutputName: "path", OutputType: "String" }],
    },
    {
      Name: "Stop",
      Type: "Fail",
      Arguments: { ErrorMessage: { Get: "Steps.Prep.OutputParameters['path']" } },
      DependsOn: ["Prep"],
    },
  ],
});
const unknownStep = wired.replace("Steps.Prep.", "Steps.Nobody.");

describe("stepwire check", () => {
  it("says that all is well, and exits with 0", async () => {
    const { code, out, err } = await stepwire("check", file("good.json", wired));
    expect(out).toContain("No problems in 1 file.");
    expect([code, err]).toEqual([0, ""]);
  });

  it("tells problems as JSON, and exits with 1 when there is an error", async () => {
    const path = file("bad.json", unknownStep);
    const { code, out } = await stepwire("check", path, "--json");
    expect(code).toBe(1);
    const found = JSON.parse(out).find((problem: { code: string }) => problem.code === "reference-unknown-step");
    expect(found).toMatchObject({ file: path, severity: "error", step: "Stop", path: "Arguments.ErrorMessage" });
    const keys = ["file", "code", "severity", "step", "path", "message", "why", "fixes", "line", "column"];
    expect(Object.keys(found)).toEqual(keys);
    expect(found.why).toContain("the SDK refuses one that is undefined");
    expect(found.fixes).toEqual([]);
    const mistyped = file(
      "typed.json",
      '{"Version":"2020-12-01","Parameters":[{"Name":"P","Type":"string"}],"Steps":[]}',
    );
    const told = JSON.parse((await stepwire("check", mistyped, "--json")).out);
    expect(told).toContainEqual(expect.objectContaining({ fixes: ["Make it a String"] }));
  });

  it("tells problems to a person, by file, with their place", async () => {
    const { out } = await stepwire("check", file("good.json", wired), file("bad.json", unknownStep));
    expect(out).toContain("bad.json");
    expect(out).toMatch(/error\s+\S/);
    expect(out).toContain("Stop · Arguments.ErrorMessage");
    expect(out).toMatch(/1 error, \d+ warnings?, \d+ info in 2 files\./);
  });

  it.each([
    ["not-json", '{"Steps": [}', "1:12"],
    ["not-a-definition", '{"AWSTemplateFormatVersion":"2010-09-09"}', "1:1"],
    ["not-a-definition", "import sagemaker\n", "1:1"],
    ["duplicate-key", '{"Steps":[],\n"Steps":[]}', "2:1"],
  ])("reports text that is no definition as %s, with its place, and exits with 1", async (code, text, place) => {
    const answer = await stepwire("check", file("odd.json", text), "--json");
    expect(answer.code).toBe(1);
    const [problem] = JSON.parse(answer.out);
    expect(problem).toMatchObject({ code, severity: "error", step: null });
    expect(problem.message).toMatch(new RegExp(`^${place}: `));
  });

  it("reports bytes that are no text", async () => {
    const path = file("bytes.json", new Uint8Array([0x7b, 0xff, 0x7d]));
    const { code, out } = await stepwire("check", path, "--json");
    expect([code, JSON.parse(out)[0].code]).toEqual([1, "not-utf8"]);
  });

  it("exits with 2 for a file that cannot be opened, and still checks the others", async () => {
    const { code, out, err } = await stepwire(
      "check",
      join(folder, "none.json"),
      file("bad.json", unknownStep),
      "--json",
    );
    expect(code).toBe(2);
    expect(err).toContain("none.json cannot be opened: there is no such file.");
    expect(JSON.parse(out).length).toBeGreaterThan(0);
  });
});

describe("stepwire graph", () => {
  it("gives steps and edges with every reason", async () => {
    const { code, out } = await stepwire("graph", file("good.json", wired), "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      steps: [
        { name: "Prep", type: "Lambda" },
        { name: "Stop", type: "Fail" },
      ],
      edges: [
        {
          from: "Prep",
          to: "Stop",
          reasons: [
            { kind: "data", output: "OutputParameters['path']", field: "Arguments.ErrorMessage" },
            { kind: "order", trigger: "Completed" },
          ],
        },
      ],
    });
  });

  it("draws them for a person", async () => {
    const { out } = await stepwire("graph", file("good.json", wired));
    expect(out).toContain("Prep Lambda\nStop Fail\n  ← Prep  OutputParameters['path'] → Arguments.ErrorMessage\n");
  });

  it("exits with 2 for text that is no definition, with its place", async () => {
    const { code, out, err } = await stepwire("graph", file("odd.json", "{"));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/odd\.json:1:2: /);
  });
});

describe("stepwire export", () => {
  it("gives every number and key as it was, to stdout or into a file", async () => {
    const text = '{"Steps":[],"10":2.0,"2":1e5,"big":12345678901234567890}';
    const { code, out } = await stepwire("export", file("numbers.json", text), "--to", "json");
    expect(code).toBe(0);
    expect(out.replace(/\s/g, "")).toBe(text);
    const target = join(folder, "written.json");
    const written = await stepwire("export", file("numbers.json", text), "--to", "json", "--out", target);
    expect([written.code, written.out]).toEqual([0, ""]);
    expect(readFileSync(target, "utf8")).toBe(out);
  });

  it("offers the forms that there are, and refuses all others", async () => {
    const ids = exportForms.map(({ id }) => id);
    const choices = ids.map((id) => `"${id}"`).join(", ");
    // A long list is broken over lines.
    expect((await stepwire("export", "--help")).out.replace(/\s+/g, " ")).toContain(`(choices: ${choices})`);
    for (const form of ["no-form", "yaml"]) {
      const { code, out, err } = await stepwire("export", file("good.json", wired), "--to", form);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain(`'${form}' is invalid. Allowed choices are ${ids.join(", ")}.`);
    }
  });

  it("paints a picture without a browser, two dots for each of the screen", async () => {
    const path = file("good.json", wired);
    const { out: svg } = await stepwire("export", path, "--to", "svg");
    const [, width, height] = / width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    const target = join(folder, "churn.png");
    const { code, err } = await stepwire("export", path, "--to", "png", "--ground", "dark", "--out", target);
    expect([code, err]).toEqual([0, expect.stringContaining(`Written to ${target}.`)]);
    const png = readFileSync(target);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
    const toTerminal = await stepwire("export", path, "--to", "png");
    expect([toTerminal.code, toTerminal.out]).toEqual([2, ""]);
    expect(toTerminal.err).toContain("PNG is no text. Add --out FILE.png.");
  });

  it("draws nothing but its own steps in a branch or loop", async () => {
    const steps = [
      condition("Gate", [equal], [lambda("Publish"), lambda("Tell")], [condition("Again", [equal], [lambda("Late")])]),
      forEach("Each", [lambda("One"), lambda("Two")]),
      lambda("Other", { DependsOn: ["Gate"] }),
    ];
    const { out } = await stepwire("export", file("held.json", JSON.stringify(pipeline(steps))), "--to", "svg");
    const cards = [...out.matchAll(/<g data-step="\d+">\n<title>(.*)<\/title>\n<rect (.*) rx="12"/g)];
    const frames = [...out.matchAll(/<rect (.*) rx="12" fill="[^"]+" fill-opacity/g)];
    const drawn = frames.map(([, frame = ""]) =>
      cards.filter(([, , card = ""]) => overlaps(rectOf(frame), rectOf(card))).map(([, key]) => key),
    );
    expect(drawn.map((keys) => keys.sort().join()).sort()).toEqual(framesIn(steps).sort());
  });
});

function rectOf(attributes: string): Rect {
  const [x = 0, y = 0, width = 0, height = 0] = (attributes.match(/-?[\d.]+(?=")/g) ?? []).map(Number);
  return { x, y, width, height };
}

interface Held {
  readonly Name: string;
  readonly Arguments?: Readonly<Record<string, unknown>>;
}

const slotsOf = ({ Arguments: args }: Held) =>
  ["IfSteps", "ElseSteps", "ForEachBody"].map((slot) => [slot, (args?.[slot] ?? []) as readonly Held[]] as const);
const namesIn = (steps: readonly Held[]): readonly string[] =>
  steps.flatMap((step) => [step.Name, ...slotsOf(step).flatMap(([, inside]) => namesIn(inside))]);

/** The names of the steps in each branch and loop; the card of a loop is the head of its frame. */
function framesIn(steps: readonly Held[]): string[] {
  return steps.flatMap((step) =>
    slotsOf(step).flatMap(([slot, inside]) => {
      const names = [...(slot === "ForEachBody" ? [step.Name] : []), ...namesIn(inside)];
      return inside.length === 0 ? [] : [names.sort().join(), ...framesIn(inside)];
    }),
  );
}

describe("stepwire", () => {
  it("exits with 2 for bad usage and says how it is used", async () => {
    for (const args of [
      ["chekc"],
      ["check"],
      ["check", "--nope", "x"],
      ["open", "--port", "x"],
      ["open", "--port", "70000"],
    ]) {
      const { code, err, out } = await stepwire(...args);
      expect([args, code, out]).toEqual([args, 2, ""]);
      expect(err).toContain("error:");
    }
  });

  it("says its version", async () => {
    expect(await stepwire("--version")).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: "" });
  });

  it("shows its help on stdout", async () => {
    const { code, out } = await stepwire("--help");
    expect(code).toBe(0);
    for (const name of ["open", "check", "graph", "export", "local-region"]) expect(out).toContain(name);
  });
});

describe("on real definitions", () => {
  it.each(corpus())("$name: graph gives the SDK's edges, export the same tokens", async (definition) => {
    const path = file(definition.file, definition.text);
    const oracle = definition.graph;
    const graph = JSON.parse((await stepwire("graph", path, "--json")).out);
    const edges = graph.edges.map(({ from, to }: { from: string; to: string }) => `${from} → ${to}`).sort();
    const expected = [...oracle.edges, ...(oracle.besideArguments ?? [])].map(([from, to]) => `${from} → ${to}`).sort();
    expect(graph.steps).toEqual(oracle.steps);
    expect(edges).toEqual(expected);

    const { out } = await stepwire("export", path, "--to", "json");
    expect(tokens(out)).toEqual(tokens(definition.text));
  });

  const field = fieldFiles().map((file) => [file.name, file] as const);
  it.each(field)(
    "%s opens, comes out token for token where it is a definition, or is refused in words",
    async (_, { file: name, text }) => {
      const path = file(name, text);
      const isCode = name.endsWith(".py");
      for (const command of isCode ? ["outputs"] : ["check", "graph", "simulate"]) {
        const { code, out, err } = await stepwire(command, path);
        expect([command, code, code === 2 ? err : out]).toEqual([command, code, expect.stringMatching(/\w+ \S+/)]);
      }
      if (isCode) return;
      const { code, out, err } = await stepwire("export", path, "--to", "json");
      if (code === 0 && err === "") expect(tokens(out)).toEqual(tokens(text));
      else if (code === 0) expect(JSON.parse(out).Steps).not.toEqual([]);
      else expect([out, err]).toEqual(["", expect.stringMatching(/:\d+:\d+: \w+ \S+/)]);
    },
  );
});
