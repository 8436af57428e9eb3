import Alert from "@cloudscape-design/components/alert";
import type { DeployedState } from "../../../editor/runs/deploy/deployedState";
import { planInWords } from "../../../pipeline/compare/planWords";
import { ErrorBox } from "../../kit/ErrorBox";

/** Says where what is deployed is not what stands on the screen. */
export function DeployedNote({ deployed }: { readonly deployed: DeployedState | null }) {
  if (deployed === null || deployed.is === "same") return null;
  if (deployed.is === "unknown") return <ErrorBox error={deployed.error} />;
  return (
    <div role="status">
      <Alert
        type="info"
        statusIconAriaLabel="Information"
        header={deployed.is === "absent" ? "It is not deployed yet" : "What is deployed differs from what is here"}
      >
        {deployed.is === "absent"
          ? "Deploy it first, then it runs with these values."
          : `${planInWords(deployed.plan)} Deploy that first, or start what is deployed.`}
      </Alert>
    </div>
  );
}
