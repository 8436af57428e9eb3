import { describe, expect, it } from "vitest";
import { errorKinds } from "./errorKinds";
import { toDisplayError } from "./toDisplayError";

describe("an error's words", () => {
  it.each(errorKinds)("say for %s what happened and what to do next", (kind) => {
    const { title, detail, next } = toDisplayError({ kind, name: "Name", message: "Its own text." });
    for (const words of [title, detail, next]) expect(words.length).toBeGreaterThan(5);
    expect(next).toMatch(/[.]$/);
    expect(title).not.toMatch(/[.]$/);
  });

  it("keep AWS's own text and request id readable", () => {
    const error = {
      kind: "validation",
      name: "ValidationException",
      message: "Unable to parse pipeline definition.",
      operation: "CreatePipeline",
      requestId: "r-1",
    } as const;
    expect(toDisplayError(error).aws).toEqual({
      text: "ValidationException: Unable to parse pipeline definition. (CreatePipeline)",
      requestId: "r-1",
    });
  });

  it("name the permission that is missing", () => {
    const message = "User x is not authorized to perform: iam:PassRole on resource y";
    const denied = {
      kind: "accessDenied",
      name: "AccessDeniedException",
      message,
      operation: "CreatePipeline",
    } as const;
    expect(toDisplayError(denied).next).toContain("sagemaker:CreatePipeline and iam:PassRole");
  });

  it("count the errors that stop a deploy, and tell the first", () => {
    const problem = { code: "cycle", severity: "error", step: null, path: "", message: "A waits for itself." } as const;
    const error = { kind: "problems", name: "P", message: "m", problems: [problem, problem] } as const;
    const { title, detail } = toDisplayError({ ...error, problems: [...error.problems] });
    expect([title, detail]).toEqual(["2 problems stop the deploy", "A waits for itself."]);
  });

  it("say of a write that was read back that nothing changed", () => {
    const error = { kind: "broken", name: "Error", message: "socket hang up", operation: "UpdatePipeline" } as const;
    expect(toDisplayError({ ...error, unchanged: true }).next).toMatch(/^What is deployed has not changed/);
    expect(toDisplayError(error).next).not.toMatch(/not changed/);
  });

  it("say of an outcome that is not known why, and where it can be seen", () => {
    const uncertain = { kind: "uncertain", name: "OutcomeUncertain", message: "The write was taken." } as const;
    const deploy = toDisplayError({ ...uncertain, operation: "deploy", hindrance: "credentials" });
    expect([deploy.detail, deploy.next]).toEqual([
      "The write was taken.",
      expect.stringMatching(/^Sign in again .* Make the plan again/),
    ]);
    const start = toDisplayError({ ...uncertain, operation: "StartPipelineExecution", hindrance: "timeout" });
    expect(start.next).toMatch(/^Wait a minute\. Start again with the same values.* never makes a second execution\.$/);
  });

  it.each(["unreadable", "service", "storage", "broken", "timeout"] as const)(
    "do not call it unreachable when it is %s",
    (kind) => {
      const { title } = toDisplayError({ kind, name: "Name", message: "Its own text.", operation: "UpdatePipeline" });
      expect(title).not.toMatch(/could not be reached|cannot do that/);
    },
  );
});
