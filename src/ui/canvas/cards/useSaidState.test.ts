import { describe, expect, it } from "vitest";
import type { ShownProblem } from "../../../editor/session/toDo";
import { stateInWords } from "./useSaidState";

const problem: ShownProblem = {
  code: "required-missing",
  step: "Train",
  at: [],
  severity: "error",
  message: "RoleArn is missing.",
  why: "",
};

describe("what is said of a step that has the focus", () => {
  it("is its type, how it ran and what is wrong", () => {
    expect(stateInWords("Training", undefined, [])).toBe("Training");
    expect(stateInWords("Training", { status: "Failed", failureReason: "No such image." }, [])).toBe(
      "Training. Failed. No such image",
    );
    const told = { status: "Succeeded", started: 0, ended: 83_000, attempts: 2 } as const;
    expect(stateInWords("Training", told, [])).toBe("Training. Succeeded. 1 min 23 s · 2 attempts");
    expect(stateInWords("Training", { status: "Succeeded", started: 0, ended: 100, reused: true }, [])).toBe(
      "Training. Succeeded. 0.1 s · reused",
    );
    expect(stateInWords("Training", undefined, [problem])).toBe("Training. 1 problem: RoleArn is missing");
    expect(stateInWords("Training", undefined, [problem, problem])).toBe("Training. 2 problems: RoleArn is missing");
  });

  it("says of a simulation what would be, and of a new step what is to do", () => {
    expect(stateInWords("Condition", { status: "Succeeded", outcome: "True", simulated: true }, [])).toContain(
      "Would be True",
    );
    expect(stateInWords("Training", undefined, [{ ...problem, severity: "info", toDo: true }])).toContain("1 to do");
  });
});
