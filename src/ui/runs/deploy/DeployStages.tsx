import "./DeployStages.css";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Spinner from "@cloudscape-design/components/spinner";
import type { Target } from "../../../contract/target";
import type { Deploy, DeployStage } from "../../../editor/runs/deploy/createDeploy";
import { whyNotRole } from "../../../editor/runs/deploy/role";
import { ErrorBox } from "../../kit/ErrorBox";
import { PlanView } from "./PlanView";
import { StoppingProblems } from "./StoppingProblems";
import { Unanswered } from "./Unanswered";

interface Props {
  readonly deploy: Deploy;
  readonly stage: DeployStage;
  readonly role: string;
  readonly onRole: (role: string) => void;
  readonly onClose: () => void;
}

/** What the dialog says at each stage of a deploy. */
export function DeployStages({ deploy, stage, role, onRole, onClose }: Props) {
  switch (stage.at) {
    case "problems":
      return <StoppingProblems problems={stage.problems} target={deploy.target} onClose={onClose} />;
    case "role":
      return <RoleField deploy={deploy} role={role} onRole={onRole} />;
    case "planning":
      return <Busy key="planning" words="Comparing with what is deployed …" target={deploy.target} />;
    case "deploying":
    case "plan":
      return (
        <>
          {stage.at === "deploying" && <Unanswered target={deploy.target} />}
          <PlanView deploy={deploy} plan={stage.plan} stale={stage.at === "plan" && stage.stale} />
        </>
      );
    case "failed":
    case "notStarted":
      return <ErrorBox error={stage.error} />;
    case "starting":
      return <Busy key="starting" words="Deployed. Starting the execution …" target={deploy.target} />;
    case "done":
      return null;
  }
}

function Busy({ words, target }: { readonly words: string; readonly target: Target }) {
  return (
    <>
      <p className="sw-deploy-busy" role="status">
        <Spinner /> {words}
      </p>
      <Unanswered target={target} />
    </>
  );
}

function RoleField({ deploy, role, onRole }: Pick<Props, "deploy" | "role" | "onRole">) {
  const submit = () => {
    if (whyNotRole(role) === null) deploy.setRole(role);
  };
  return (
    <FormField
      label="Role ARN"
      description="The role that SageMaker runs the pipeline with: it starts the jobs and passes their roles. It is remembered for this target."
      errorText={role === "" ? undefined : (whyNotRole(role) ?? undefined)}
      stretch
    >
      <Input
        value={role}
        placeholder="arn:aws:iam::111122223333:role/SageMakerRole"
        autoFocus
        spellcheck={false}
        autoComplete={false}
        onChange={({ detail }) => onRole(detail.value.trim())}
        onKeyDown={({ detail }) => {
          if (detail.key === "Enter" && !detail.isComposing) submit();
        }}
      />
    </FormField>
  );
}
