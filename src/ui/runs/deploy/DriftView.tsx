import "./DriftView.css";
import Alert from "@cloudscape-design/components/alert";
import type { Drift } from "../../../contract/deploy";
import type { Deploy } from "../../../editor/runs/deploy/createDeploy";
import { takenBackChanges } from "../../../pipeline/compare/planWords";
import { many } from "../../../pipeline/compare/words";
import { PlainButton } from "../../kit/PlainButton";
import { DialogLine } from "../../kit/paragraphs";
import { FieldChanges } from "./FieldChanges";

interface Props {
  readonly deploy: Deploy;
  readonly drift: Drift;
  readonly pipelineName: string;
}

/** What someone else changed at the target since the last deploy from here, and this deploy would undo. */
export function DriftView({ deploy, drift, pipelineName }: Props) {
  const changes = takenBackChanges(drift);
  const { contested } = drift;
  return (
    <Alert
      type="warning"
      header={`Someone changed ${pipelineName} there since you deployed it from here`}
      statusIconAriaLabel="Warning"
    >
      {changes.length > 0 && (
        <section aria-label="Undone by this deploy">
          <DialogLine>This deploy undoes {many(changes.length, "change")}: before, as it is there now.</DialogLine>
          <FieldChanges changes={changes} />
        </section>
      )}
      {contested.length > 0 && (
        <section aria-label="Changed there and here" className="sw-drift-contested">
          <DialogLine>Changed there and here, each to something else. This deploy makes it what it is here.</DialogLine>
          <table className="sw-changes">
            <thead>
              <tr>
                <th scope="col">Field</th>
                <th scope="col">Deployed from here</th>
                <th scope="col">There now</th>
                <th scope="col">Here</th>
              </tr>
            </thead>
            <tbody>
              {contested.map(({ step, field, base, there, here }) => (
                <tr key={`${step ?? ""} ${field}`}>
                  <th scope="row">
                    {step !== null && <strong>{step} </strong>}
                    <code>{field === "" ? "(all of it)" : field}</code>
                  </th>
                  <td>{base ?? <em>none</em>}</td>
                  <td>{there ?? <em>removed</em>}</td>
                  <td>{here ?? <em>removed</em>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {changes.length > 0 && deploy.ofDocument && (
        <PlainButton look="text" onClick={() => deploy.keepTheirs()}>
          Keep their changes, and plan again
        </PlainButton>
      )}
    </Alert>
  );
}
