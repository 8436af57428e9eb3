import { getIn } from "../../definition/value";
import { connect } from "../../edits/connect";
import type { Rule } from "../problem";
import { mayRead } from "./mayRead";

const configName = ["Arguments", "EndpointConfigName"];

export const endpointConfigNameLiteral: Rule = {
  code: "endpoint-config-name-literal",
  severity: "warning",
  why: "The configuration that an EndpointConfig step makes gets a name of its own for each execution, so a typed-in name does not find it (pull request 6224 of the Python SDK). Read EndpointConfigName of the step.",
  types: ["Endpoint"],
  checkLinks({ key, name, step }, neighbours) {
    const typed = getIn(step, configName);
    if (typeof typed !== "string") return [];
    const checked = neighbours.whole();
    const target = { step: key, path: configName };
    const source = (config: string) => ({ kind: "output", step: config, output: "EndpointConfigName" }) as const;
    const config = checked.graph.steps.find(
      (one) =>
        one.type === "EndpointConfig" &&
        getIn(one.step, configName) === typed &&
        mayRead(checked, source(one.key), target),
    );
    if (config === undefined) return [];
    return [
      {
        step: key,
        at: configName,
        message: `${name} names ${typed}, and ${config.name} makes it under another name in each execution. Read it from ${config.name}.`,
        fixes: [
          {
            label: `Connect to EndpointConfigName of ${config.name}`,
            recipe: connect(source(config.key), target, checked.models),
          },
        ],
      },
    ];
  },
};
