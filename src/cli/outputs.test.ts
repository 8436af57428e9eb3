import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { commandLine } from "../testing/commandLine";

const { folder, file, stepwire, remove } = commandLine();
afterAll(remove);
const outputs = (...args: string[]) => stepwire("outputs", ...args);

const python = `def lambda_handler(event, context):
    train_path = f"s3://{event['bucket']}/{event['prefix']}/train.csv"
    return {"statusCode": 200, "meta": {"a": 1}, "who": event.get("who"), "train_path": train_path}

def other_handler(event, context):
    return {"n": len(event["rows"])}
`;

describe("stepwire outputs", () => {
  it("prints what the handler returns and reads, as JSON", async () => {
    const { code, out, err } = await outputs(file("lambda_function.py", python), "--json");
    expect({ code, err, read: JSON.parse(out) }).toEqual({
      code: 0,
      err: "",
      read: {
        handler: "lambda_handler",
        outputs: [
          { name: "statusCode", type: "Integer", guess: false, nested: false },
          { name: "meta", type: "String", guess: false, nested: true },
          { name: "who", type: "String", guess: true, nested: false },
          { name: "train_path", type: "String", guess: false, nested: false },
        ],
        inputs: ["bucket", "prefix", "who"],
      },
    });
  });

  it("reads the function that is named", async () => {
    const { out } = await outputs(file("two.py", python), "--handler", "other_handler", "--json");
    expect(JSON.parse(out)).toMatchObject({ handler: "other_handler", outputs: [{ name: "n", type: "Integer" }] });
  });

  it("prints it for people", async () => {
    const { out } = await outputs(file("people.py", python));
    expect(out).toContain("meta        String  nested: SageMaker turns it into one string");
    expect(out).toContain("who         String  a guess");
    expect(out).toContain("Other functions (--handler): other_handler");
  });

  it("opens a deployment package, at the file that --handler names", async () => {
    const zip = zipSync({
      "index.mjs": strToU8("export const handler = async ({ bucket }) => ({ ok: true, bucket });"),
      "jobs/train.js": strToU8("exports.run = async (event) => ({ started: event.name });"),
    });
    const path = file("package.zip", zip);
    expect(JSON.parse((await outputs(path, "--json")).out)).toMatchObject({ handler: "handler", inputs: ["bucket"] });
    const named = await outputs(path, "--handler", "jobs/train.run", "--json");
    expect(JSON.parse(named.out)).toMatchObject({ handler: "run", inputs: ["name"], outputs: [{ name: "started" }] });
  });

  it.each([
    ["code without a function", "a.py", "x = 1\n", /no function here that Lambda could call/],
    ["something too large", "b.js", "x = 1;\n".repeat(100_000), /longer than 256 KiB/],
    ["no text", "c.py", new Uint8Array([0xff, 0xfe, 0x00]), /not UTF-8/],
    ["a broken package", "d.zip", new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), /cannot be unpacked/],
  ])("%s is told, exit code 2", async (_what, name, content, message) => {
    const { code, out, err } = await outputs(file(name, content));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });

  it("a file that is not there is told", async () => {
    expect(await outputs(join(folder, "nowhere.py"))).toMatchObject({
      code: 2,
      err: expect.stringContaining("no such file"),
    });
  });
});
