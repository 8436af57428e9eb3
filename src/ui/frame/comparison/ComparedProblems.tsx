import type { ShownComparison } from "../../../editor/session/shownComparison";
import { SeverityIcon } from "../../kit/SeverityIcon";
import { SmallTitle } from "../../kit/SmallTitle";
import "./ComparedProblems.css";

type Problems = ShownComparison["comparison"]["problems"];

/** The problems that only one of the two has. */
export function ComparedProblems({ problems }: { readonly problems: Problems }) {
  return (
    <>
      <List title="New problems" problems={problems.new} />
      <List title="Problems that are gone" problems={problems.gone} />
    </>
  );
}

function List({ title, problems }: { readonly title: string; readonly problems: Problems["new"] }) {
  if (problems.length === 0) return null;
  return (
    <section aria-label={title}>
      <SmallTitle>{title}</SmallTitle>
      <ul className="sw-compared-problems">
        {problems.map(({ code, severity, step, path, message }) => (
          <li key={`${code} ${step} ${path} ${message}`}>
            <SeverityIcon severity={severity} />
            <span>
              {step !== null && <strong>{step}: </strong>}
              {message}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
