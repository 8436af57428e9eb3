/** Holds the generator against the whole of the installed SDK, so that adding a step type needs no change of it. */
import * as client from "@aws-sdk/client-sagemaker";
import { beforeAll, describe, expect, it } from "vitest";
import { floats, unknownToSdk } from "../../src/pipeline/api/beyond";
import { readDeclarations } from "./declarations.mjs";
import { documentationOf, plainText } from "./documentation.mjs";
import { shapesOf } from "./shapes.mjs";

let declarations: ReturnType<typeof readDeclarations>;
beforeAll(() => {
  declarations = readDeclarations("node_modules/@aws-sdk/client-sagemaker/dist-types/models");
});

interface Structure {
  kind: string;
  members?: { name: string; shape: string; required: boolean }[];
}

function schemaNamed(name: string): unknown[] | undefined {
  return (client as unknown as Record<string, unknown[] | undefined>)[`${name}$`];
}

function shape(name: string): Structure | undefined {
  return (shapesOf([name], client, declarations) as Record<string, Structure>)[name];
}

describe("the generator", () => {
  it.each([
    ["CreateHyperParameterTuningJobRequest", "DescribeHyperParameterTuningJobResponse"],
    ["CreateAutoMLJobRequest", "DescribeAutoMLJobResponse"],
    ["CreateEndpointConfigInput", "DescribeEndpointConfigOutput"],
    ["CreateEndpointInput", "DescribeEndpointOutput"],
    ["CreateInferenceComponentInput", "DescribeInferenceComponentOutput"],
    ["CreateJobRequest", "DescribeJobResponse"],
    ["ImportHubContentRequest", "DescribeHubContentResponse"],
  ])("makes a model and documentation of %s and %s", (request, response) => {
    const shapes = shapesOf([request, response], client, declarations);
    expect(shapes[request].members.length).toBeGreaterThan(1);
    expect(Object.keys(documentationOf(shapes, declarations)).length).toBeGreaterThan(5);
  });

  it("knows every schema of the SDK", () => {
    const names = Object.keys(client).filter((name) => /^(Create|Describe|List).*\$$/.test(name));
    const structures = names.filter((name) => schemaNamed(name.slice(0, -1))?.[0] === 3);
    expect(structures.length).toBeGreaterThan(200);
    const shapes = shapesOf(
      structures.map((name) => name.slice(0, -1)),
      client,
      declarations,
    ) as Record<string, Structure>;
    const clashes = Object.entries(shapes).filter(
      ([name, { kind }]) => kind === "structure" && declarations.enums.has(name),
    );
    expect(clashes).toEqual([]);
  });

  it("agrees with the type declarations on what is required", () => {
    const optional = (name: string) =>
      shape(name)
        ?.members?.filter(({ required }) => !required)
        .map(({ name }) => name);
    expect(optional("Channel")).toEqual([
      "ContentType",
      "CompressionType",
      "RecordWrapperType",
      "InputMode",
      "ShuffleConfig",
    ]);
  });

  it("says that of a union one member is set", () => {
    expect(shape("MetricSpecification")).toMatchObject({ kind: "structure", union: true });
  });

  it("names the shape that the SDK does not have", () => {
    expect(() => shapesOf(["CreateNothingRequest"], client, declarations)).toThrow("CreateNothingRequest");
  });
});

describe("doc comments become plain text", () => {
  it.each([
    ["*\n * <p>One.</p> <p>Two &amp; <code>three</code>.</p>\n * @public\n ", "One.\nTwo & three."],
    ["* <p>Any of:</p> <ul> <li> <p>A</p> </li> <li> <p>B</p> </li> </ul> ", "Any of:\n• A\n• B"],
    [
      '* <p>See <a href="https://x">the guide</a>.</p> <note> <p>Mind it.</p> </note>',
      "See the guide.\nNote: Mind it.",
    ],
    ["* <p>From 0 to &lt;n&gt;.</p>", "From 0 to <n>."],
    ["*\n * @public\n ", ""],
  ])("%j", (comment, text) => {
    expect(plainText(comment)).toBe(text);
  });
});

describe("what is written down because the SDK lacks it", () => {
  it("names numbers that are there", () => {
    for (const key of floats) {
      const [name, member] = key.split(".") as [string, string];
      expect(shape(name)?.members?.find((one) => one.name === member)?.shape, key).toBe("Integer");
    }
  });

  it("is still lacking: delete the line when this fails", () => {
    for (const { shape: name, members } of unknownToSdk) {
      const known = shape(name)?.members?.map((member) => member.name) ?? [];
      expect(known.length, name).toBeGreaterThan(0);
      for (const member of members) expect(known, `${name}.${member}`).not.toContain(member);
    }
  });
});
