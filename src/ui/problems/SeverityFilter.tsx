import "./SeverityFilter.css";
import type { Problem, Severity } from "../../pipeline/problems";
import { SeverityIcon } from "../kit/SeverityIcon";

interface Props {
  readonly problems: readonly Problem[];
  readonly chosen: ReadonlySet<Severity>;
  readonly onChoose: (chosen: ReadonlySet<Severity>) => void;
}

const words: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  info: ["hint", "hints"],
};
const severities: readonly Severity[] = ["error", "warning", "info"];

/** One switch for each severity that is there; not shown where there is only one. */
export function SeverityFilter({ problems, chosen, onChoose }: Props) {
  const present = severities.filter((severity) => problems.some((problem) => problem.severity === severity));
  if (present.length < 2) return null;
  const toggle = (severity: Severity) => {
    const next = new Set(chosen);
    if (!next.delete(severity)) next.add(severity);
    onChoose(next);
  };
  return (
    <div className="sw-problem-filter" role="group" aria-label="Severities shown">
      {present.map((severity) => {
        const count = problems.filter((problem) => problem.severity === severity).length;
        return (
          <button
            key={severity}
            type="button"
            className="sw-problem-filter-switch"
            aria-pressed={chosen.has(severity)}
            onClick={() => toggle(severity)}
          >
            <SeverityIcon severity={severity} />
            {count} {words[severity][count === 1 ? 0 : 1]}
          </button>
        );
      })}
    </div>
  );
}
