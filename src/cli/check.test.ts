import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandLine } from "../testing/commandLine";
import { fail, lambda, pipeline, read } from "../testing/steps";
import { globPattern } from "./glob";

const { folder, file, stepwire, remove } = commandLine();
afterAll(remove);

/** An error in Stop, and an info in Prep. */
const faulty = pipeline([
  lambda("Prep", { DisplayName: 'a "<b>" & ü' }),
  fail("Stop", { Arguments: { ErrorMessage: read("Steps.Nobody.Outcome") }, DependsOn: ["Prep"] }),
]);
const sound = pipeline([lambda("Prep", { OutputParameters: [] }), fail("Stop", { DependsOn: ["Prep"] })]);
const codesIn = (out: string) => JSON.parse(out).map(({ code }: { code: string }) => code);
const errors = ["reference-unknown-step"];

beforeAll(() => {
  mkdirSync(join(folder, "team/old"), { recursive: true });
  mkdirSync(join(folder, "team/node_modules"), { recursive: true });
  file("team/a.json", faulty);
  file("team/old/b.json", faulty);
  file("team/node_modules/c.json", faulty);
  file("team/notes.stepwire.json", { version: 1 });
});

describe("stepwire check over many files", () => {
  it("takes a folder, and looks into no folder that tools fill", async () => {
    const { code, out } = await stepwire("check", join(folder, "team"), "--json");
    expect(code).toBe(1);
    const files = new Set(JSON.parse(out).map((problem: { file: string }) => problem.file));
    expect([...files]).toEqual([join(folder, "team/a.json"), join(folder, "team/old/b.json")]);
    expect((await stepwire("check", join(folder, "team"))).out).toMatch(/ in 2 files\.\n$/);
  });

  it.each([
    ["team/*.json", ["a"]],
    ["team/**/*.json", ["a", "old/b"]],
    ["team/**/{b,x}.json", ["old/b"]],
    ["team/?.json", ["a"]],
    ["team/[a-c].json", ["a"]],
  ])("takes the pattern %s", async (pattern, expected) => {
    const { out } = await stepwire("check", join(folder, pattern), "--json");
    const files = new Set(JSON.parse(out).map((problem: { file: string }) => problem.file));
    expect([...files]).toEqual(expected.map((name) => join(folder, `team/${name}.json`)));
  });

  it("says so of a pattern that no file fits, and exits with 2", async () => {
    const { code, err } = await stepwire("check", join(folder, "team/*.yaml"));
    expect([code, err]).toEqual([2, expect.stringMatching(/^stepwire: No file fits .*\*\.yaml\. Patterns know/)]);
  });

  it.each([
    ["a/**", "a/b/c.json", true],
    ["a/**/c.json", "a/c.json", true],
    ["*.json", "a/b.json", false],
    ["a.json", "axjson", false],
    ["./a.json", "a.json", true],
    ["[!a].json", "b.json", true],
    ["{a,b.c}.json", "bxc.json", false],
  ])("a pattern %s of %s: %s", (pattern, path, fits) => expect(globPattern(pattern).test(path)).toBe(fits));
});

describe("what a team decided about rules", () => {
  const path = () => file("mine.json", faulty);

  it("gives rules other severities", async () => {
    const config = file("severe.json", { severities: { "output-unused": "error", "reference-unknown-step": "info" } });
    const { code, out } = await stepwire("check", path(), "--json", "--config", config);
    const severities = JSON.parse(out).map((one: { code: string; severity: string }) => [one.code, one.severity]);
    expect(severities).toContainEqual(["output-unused", "error"]);
    expect(severities).toContainEqual(["reference-unknown-step", "info"]);
    expect(code).toBe(1);
  });

  it("ignores a rule with a reason, of all files, of some, of a step", async () => {
    const reason = "the step comes with the next release";
    const told = async (ignore: object) => {
      const config = file("ignoring.json", { ignores: [{ rule: "reference-unknown-step", reason, ...ignore }] });
      const { code, out } = await stepwire("check", path(), "--json", "--config", config);
      return [code, codesIn(out).includes("reference-unknown-step")];
    };
    expect(await told({})).toEqual([0, false]);
    expect(await told({ files: ["*.json"], step: "Stop", path: "Arguments.ErrorMessage" })).toEqual([0, false]);
    expect(await told({ files: ["other/**"] })).toEqual([1, true]);
    expect(await told({ step: "Prep" })).toEqual([1, true]);
    const config = file("ignoring.json", { ignores: [{ rule: "reference-unknown-step", reason }] });
    expect((await stepwire("check", path(), "--config", config)).out).toMatch(/, 1 ignored in 1 file\.\n$/);
  });

  it("ignores beside the definition, and says which of these are of no use any more", async () => {
    const own = file("beside.json", faulty);
    const ignores = [
      { rule: "reference-unknown-step", step: "Stop", reason: "known" },
      { rule: "step-not-connected", reason: "known" },
    ];
    file("beside.stepwire.json", { version: 1, name: "beside", ignores });
    const { code, out, err } = await stepwire("check", own, "--json");
    expect([code, codesIn(out)]).toEqual([0, expect.not.arrayContaining(errors)]);
    expect(err).toContain("beside.stepwire.json: nothing is left of step-not-connected to ignore; remove it.");
  });

  it.each([
    [{ ignores: [{ rule: "output-unused" }] }, /ignores\.0\.reason: /],
    [{ ignores: [{ rule: "output-unused", reason: " " }] }, /ignores\.0\.reason: say why/],
    [{ severities: { "output-unusd": "info" } }, /there is no rule output-unusd: output-unused is meant\?/],
    [{ severities: { "output-unused": "off" } }, /severities\.output-unused: /],
    [{ ignore: [] }, /[Uu]nrecognized key.*ignore/],
    ["{", /cannot be read: /],
  ])("refuses a configuration that cannot be meant so: %j", async (content, said) => {
    const { code, out, err } = await stepwire("check", path(), "--config", file("odd.json", content));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(said);
  });
});

/** jsdom comes without types. It throws where XML is not well formed. */
async function xmlReader(): Promise<(text: string) => Document> {
  const name = "jsdom";
  const { JSDOM } = await import(name);
  return (text) => new JSDOM(text, { contentType: "text/xml" }).window.document;
}

describe("a check's report", () => {
  it("is annotations for GitHub, in which no text is a command", async () => {
    const odd = file("odd,a:b%.json", faulty);
    const { code, out } = await stepwire("check", odd, "--format", "github");
    expect(code).toBe(1);
    for (const line of out.trimEnd().split("\n"))
      expect(line).toMatch(
        /^::(error|warning|notice) file=[^,:]*odd%2Ca%3Ab%25\.json,line=\d+,col=\d+,title=Stepwire%3A [\w-]+::/,
      );
    expect(out).toContain("::error file=");
    const broken = await stepwire(
      "check",
      file("line.json", '{"Steps":[],"a\\n::error::x":1,"a\\n::error::x":2}'),
      "--format",
      "github",
    );
    expect(broken.out.trimEnd().split("\n")).toHaveLength(1);
    expect((await stepwire("check", file("sound.json", sound), "--format", "github")).out).toBe("");
  });

  it("is SARIF, with what is ignored as suppressed", async () => {
    const config = file("ignoring.json", { ignores: [{ rule: "output-unused", reason: "known" }] });
    const { out } = await stepwire("check", file("a b.json", faulty), "--format", "sarif", "--config", config);
    const { version, runs } = JSON.parse(out);
    expect([version, runs.length]).toEqual(["2.1.0", 1]);
    const [{ tool, results }] = runs;
    for (const result of results) {
      expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      expect(artifactLocation.uri).toMatch(/a%20b\.json$/);
      expect(region.startLine).toBeGreaterThan(0);
    }
    const unknown = results.find(({ ruleId }: { ruleId: string }) => ruleId === "reference-unknown-step");
    expect(unknown).toMatchObject({ level: "error", locations: [{ logicalLocations: [{ name: "Stop" }] }] });
    const unused = results.find(({ ruleId }: { ruleId: string }) => ruleId === "output-unused");
    expect(unused.suppressions).toEqual([{ kind: "external", justification: "known" }]);
  });

  it("is JUnit's XML, in which errors fail", async () => {
    const { out } = await stepwire("check", file("mine.json", faulty), file("sound.json", sound), "--format", "junit");
    expect(out).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="stepwire" tests="\d+" failures="1">\n/,
    );
    expect(out.match(/<failure /g)).toHaveLength(1);
    expect(out).toContain('name="no problems"/>');
    const xml = await xmlReader();
    const document = xml(out);
    expect(document.querySelectorAll("testsuite")).toHaveLength(2);
    expect(document.querySelector("failure")?.getAttribute("type")).toBe("reference-unknown-step");
    const odd = file("odd.json", '{"Steps":[],"\\u0001<&\\"":1,"\\u0001<&\\"":2}');
    const doubled = await stepwire("check", odd, "--format", "junit");
    expect(xml(doubled.out).querySelector("failure")).not.toBeNull();
  });
});
