export { checkText, problemOfRefusal } from "./document/checkText";
export type { Problem, Severity, Surroundings } from "./problem";
export { reportedProblem } from "./reported";
export { rules } from "./rules";
