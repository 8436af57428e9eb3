import "./ValueRows.css";
import type { ValueRow } from "../../../editor/runs/executions/readStepRun";

interface Props {
  readonly title: string;
  readonly rows: readonly ValueRow[];
  /** What is said where there are none. */
  readonly empty?: string;
  readonly step: string;
}

/** Values by their paths, and where each came from. */
export function ValueRows({ title, rows, empty, step }: Props) {
  return (
    <section aria-label={`${title} ${step}`}>
      <h4>{title}</h4>
      {rows.length === 0 && empty !== undefined && <p className="sw-step-run-none">{empty}</p>}
      <dl className="sw-values">
        {rows.map(({ path, value, from, why }) => (
          <div key={path}>
            <dt className="sw-mono">{path}</dt>
            <dd>
              {value === null ? (
                <span className="sw-values-unknown">{why ?? "not known"}</span>
              ) : (
                <span className="sw-mono">{value === "" ? '""' : value}</span>
              )}
              {from !== null && <span className="sw-values-from">from {from}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
