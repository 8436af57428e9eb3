import type { Path } from "../definition/path";
import type { Position, Problem, Rule, Said } from "./problem";

/**
 * A problem that finds its words when somebody reads them. To look for what was meant by a name takes a look at all others, and of
 * thousands of problems of one kind only the first hundred are told.
 */
export class LateProblem implements Problem {
  readonly code: string;
  readonly severity: Problem["severity"];
  readonly why: string;
  readonly step: string | null;
  readonly at: Path;
  private readonly say: () => Said;
  private known: Problem | null = null;

  constructor(rule: Rule, { step, at, severity, why }: Position, say: () => Said) {
    this.code = rule.code;
    this.severity = severity ?? rule.severity;
    this.why = why ?? rule.why;
    this.step = step;
    this.at = at;
    this.say = say;
  }

  get message(): string {
    return this.told.message;
  }

  get fixes(): Problem["fixes"] {
    return this.told.fixes;
  }

  /** The same with its words. */
  get told(): Problem {
    const { code, severity, why, step, at } = this;
    this.known ??= { code, severity, why, step, at, ...this.say() };
    return this.known;
  }
}
