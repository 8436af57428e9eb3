import { getIn } from "../../definition/value";
import { connect } from "../../edits/connect";
import { eachStep } from "../eachStep";
import type { Finding, Rule } from "../problem";
import { mayRead } from "./mayRead";

const configName = ["Arguments", "EndpointConfigName"];

export const endpointConfigNameLiteral: Rule = {
  code: "endpoint-config-name-literal",
  severity: "warning",
  why: "The configuration that an EndpointConfig step makes gets a name of its own for each execution, so a typed-in name does not find it (pull request 6224 of the Python SDK). Read EndpointConfigName of the step.",
  checkDefinition(checked) {
    if (!isEndpoint(checked).includes(true)) return [];
    const endpoints = checked.graph.steps.filter(({ type }) => type === "Endpoint");
    const configs = checked.graph.steps.filter(({ type }) => type === "EndpointConfig");
    if (endpoints.length === 0 || configs.length === 0) return [];
    return endpoints.flatMap(({ key, name, step }): Finding[] => {
      const typed = getIn(step, configName);
      const target = { step: key, path: configName };
      const config = configs.find(
        (one) =>
          getIn(one.step, configName) === typed &&
          mayRead(checked, { kind: "output", step: one.key, output: "EndpointConfigName" }, target),
      );
      if (typeof typed !== "string" || config === undefined) return [];
      const recipe = connect(
        { kind: "output", step: config.key, output: "EndpointConfigName" },
        target,
        checked.models,
      );
      return [
        {
          step: key,
          at: configName,
          message: `${name} names ${typed}, and ${config.name} makes it under another name in each execution. Read it from ${config.name}.`,
          fixes: [{ label: `Connect to EndpointConfigName of ${config.name}`, recipe }],
        },
      ];
    });
  },
};

const isEndpoint = eachStep(({ type }) => type === "Endpoint");
