import type { ReportedProblem } from "../../contract/problem";
import type { ObjectValue } from "../../pipeline/definition/value";

/** The product's own rules. */
export type Check = (definition: ObjectValue) => Promise<readonly ReportedProblem[]>;
