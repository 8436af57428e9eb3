import { describe, expect, it } from "vitest";
import { sessionSchema } from "../contract/sessionSchema";
import { readSession } from "./readSession";

const file = { name: "churn.json", text: "{}" };
const folder = { folder: "pipelines", path: null };

describe("the answer to a launch code", () => {
  it.each([
    { token: "t", opened: null },
    { token: "t", opened: file },
    { token: "t", opened: folder },
    { token: "t", opened: { ...folder, path: "churn.json" } },
  ])("is read as the contract reads it: %j", (body) => {
    expect(readSession(body)).toEqual(sessionSchema.parse(body));
  });

  it.each([
    null,
    "t",
    {},
    { token: 1, opened: null },
    { token: "t" },
    { token: "t", opened: { name: "churn.json" } },
    { token: "t", opened: { folder: "pipelines", path: 1 } },
    { error: { kind: "session", name: "WrongCode", message: "" } },
  ])("is left to the contract where it is none: %j", (body) => {
    expect(readSession(body)).toBeNull();
    expect(sessionSchema.safeParse(body).success).toBe(false);
  });
});
