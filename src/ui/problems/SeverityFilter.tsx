import "./SeverityFilter.css";
import { type Grade, gradeOf, type ShownProblem } from "../../editor/session/toDo";
import { SeverityIcon } from "../kit/SeverityIcon";

interface Props {
  readonly problems: readonly ShownProblem[];
  readonly chosen: ReadonlySet<Grade>;
  readonly onChoose: (chosen: ReadonlySet<Grade>) => void;
}

const words: Readonly<Record<Grade, readonly [one: string, many: string]>> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  info: ["hint", "hints"],
  toDo: ["to do", "to do"],
};
const severities: readonly Grade[] = ["error", "warning", "info", "toDo"];

/** One switch for each severity that is there; not shown where there is only one. */
export function SeverityFilter({ problems, chosen, onChoose }: Props) {
  const present = severities.filter((severity) => problems.some((problem) => gradeOf(problem) === severity));
  if (present.length < 2) return null;
  const toggle = (severity: Grade) => {
    const next = new Set(chosen);
    if (!next.delete(severity)) next.add(severity);
    onChoose(next);
  };
  return (
    <div className="sw-problem-filter" role="group" aria-label="Severities shown">
      {present.map((severity) => {
        const count = problems.filter((problem) => gradeOf(problem) === severity).length;
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
