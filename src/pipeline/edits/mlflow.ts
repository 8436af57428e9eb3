import type { Value } from "../definition/value";
import { setConfigMember } from "./configMember";
import type { Recipe } from "./edit";

/** Says where runs are tracked in MLflow, by a text or an expression. "" takes a member away; the whole key goes with the last one. */
export function setMlflow(member: "MlflowResourceArn" | "MlflowExperimentName", value: Value): Recipe {
  return setConfigMember("MlflowConfig", ["MlflowResourceArn", "MlflowExperimentName"], member, value);
}
