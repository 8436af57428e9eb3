import { describe, expect, it } from "vitest";
import { parseTargetKey, targetKey } from "./target";
import { targetSchema } from "./targetSchema";

describe("a target", () => {
  it.each([
    { kind: "local" } as const,
    { kind: "aws", profile: "research", region: "eu-west-1" } as const,
    { kind: "aws", profile: "", region: "us-gov-east-1" } as const,
    { kind: "aws", profile: "sso:team:a", region: "ap-southeast-2" } as const,
  ])("is told apart by its key: %j", (target) => {
    expect(parseTargetKey(targetKey(target))).toEqual(target);
    expect(targetSchema.safeParse(target).success).toBe(true);
  });

  it.each(["", "aws", "aws:", "aws:p", "aws:p:", "aws:p:nowhere", "gcp:p:eu-west-1", "aws:eu-west-1"])(
    "is none of %j",
    (key) => {
      expect(parseTargetKey(key)).toBeNull();
    },
  );

  it.each(["evil.example", "eu-west-1.evil.example", "eu-west-1/", "../x", "eu-west-1 ", "EU-WEST-1", "eu-west-1@x"])(
    "has no region %j: it would end up in a host's name",
    (region) => {
      expect(targetSchema.safeParse({ kind: "aws", profile: "p", region }).success).toBe(false);
    },
  );
});
