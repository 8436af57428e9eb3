import "./GivenParameters.css";
import { parameterRows } from "../../../editor/runs/executions/parameterForm";
import type { ShownExecution } from "../../../editor/runs/executions/shownExecution";

/** What an execution was started with: in a line what is not its default, all of it when opened. */
export function GivenParameters({ shown: { parameters, definition } }: { readonly shown: ShownExecution }) {
  if (parameters === null || parameters.length === 0) return null;
  const defaults = new Map(
    definition === null ? [] : parameterRows(definition).map(({ name, defaultText }) => [name, defaultText]),
  );
  const own = parameters.filter(({ name, value }) => defaults.get(name) !== value);
  const count = parameters.length === 1 ? "1 parameter" : `${parameters.length} parameters`;
  return (
    <details className="sw-execution-parameters">
      <summary>
        {count}
        {own.length === 0 ? ", as they are by default" : ": "}
        <span className="sw-mono">{own.map(({ name, value }) => `${name} = ${value}`).join(", ")}</span>
      </summary>
      <dl aria-label="Parameters of this execution">
        {parameters.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="sw-mono">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
