import "./PreflightView.css";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useStore } from "zustand";
import type { Finding } from "../../../contract/account";
import { askedInWords } from "../../../contract/preflightWords";
import { toDisplayError } from "../../../contract/toDisplayError";
import type { Deploy } from "../../../editor/runs/deploy/createDeploy";
import { many } from "../../../pipeline/compare/words";

/** What the account said when it was asked before the deploy: what fails first, and never a stop. */
export function PreflightView({ deploy }: { readonly deploy: Deploy }) {
  const state = useStore(deploy.preflight);
  if (state.is === "none") return null;
  return (
    <section aria-label="In the account" aria-busy={state.is === "asking"}>
      <h3>In the account</h3>
      {state.is === "asking" && <StatusIndicator type="loading">Asking the account …</StatusIndicator>}
      {state.is === "failed" && (
        <StatusIndicator type="warning">
          The account could not be asked: {toDisplayError(state.error).title}. {toDisplayError(state.error).next}
        </StatusIndicator>
      )}
      {state.is === "answered" && <Findings findings={state.preflight.findings} />}
    </section>
  );
}

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const of = (answer: Finding["answer"]) => findings.filter((finding) => finding.answer === answer);
  const [no, unseen, yes] = [of("no"), of("unseen"), of("yes")];
  return (
    <>
      {no.length === 0 && unseen.length === 0 && (
        <StatusIndicator type="success">All {many(yes.length, "question")} answered with yes.</StatusIndicator>
      )}
      <List findings={no} type="error" />
      {unseen.length > 0 && (
        <details>
          <summary>{many(unseen.length, "question")} could not be answered</summary>
          <List findings={unseen} type="info" />
        </details>
      )}
      {yes.length > 0 && no.length + unseen.length > 0 && (
        <details>
          <summary>{many(yes.length, "question")} answered with yes</summary>
          <List findings={yes} type="success" />
        </details>
      )}
    </>
  );
}

function List({
  findings,
  type,
}: {
  readonly findings: readonly Finding[];
  readonly type: "error" | "info" | "success";
}) {
  if (findings.length === 0) return null;
  return (
    <ul className="sw-preflight" tabIndex={findings.length > 8 ? 0 : undefined}>
      {findings.map((finding) => (
        <li key={`${finding.about} ${finding.kind} ${finding.name}`}>
          <StatusIndicator type={type}>
            {askedInWords(finding)} {finding.why !== null && finding.why}
          </StatusIndicator>
        </li>
      ))}
    </ul>
  );
}
