import { get } from "../../../pipeline/definition/value";
import { call } from "../layout";
import type { OwnClass } from "../sdk";
import { hasKeys } from "../stepParts";
import { quoted } from "../text";
import { filled, Keywords, location } from "./operands";
import { environmentOf } from "./register";

/** A `ModelBuilder` of version 3 that builds a model of one container. */
export const model3: OwnClass = {
  takes: ["RetryPolicies"],
  write({ name, args }, writing) {
    const [container, role] = [get(args, "PrimaryContainer"), get(args, "ExecutionRoleArn")];
    const isKnown =
      hasKeys(args, "ExecutionRoleArn", "PrimaryContainer") &&
      hasKeys(container, "Image", "Environment", "ModelDataUrl");
    if (!isKnown) return null;
    const environment = get(container, "Environment") ?? null;
    const say = new Keywords();
    say.must("image_uri", filled(get(container, "Image") ?? null, writing));
    say.must("s3_model_data_url", location(get(container, "ModelDataUrl"), writing));
    say.must("env_vars", environmentOf(environment, writing));
    // Any role but an ARN it looks up.
    say.must("role_arn", typeof role === "string" && /^arn:.*:iam::.*\//s.test(role) ? quoted(role) : null);
    if (!say.fits) return null;
    const made = writing.make("ModelBuilder", ...say.args, ["sagemaker_session", "session"]);
    const variable = writing.put(name, "builder", made);
    return { of: "ModelStep", args: [["step_args", call(`${variable}.build`)]] };
  },
};
