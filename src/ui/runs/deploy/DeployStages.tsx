import "./DeployStages.css";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Spinner from "@cloudscape-design/components/spinner";
import type { Target } from "../../../contract/target";
import type { Deploy, DeployStage } from "../../../editor/runs/deploy/createDeploy";
import { ChooseInAccount } from "../../kit/account/ChooseInAccount";
import { ErrorBox } from "../../kit/ErrorBox";
import { PlanView } from "./PlanView";
import { questions } from "./questions";
import { StoppingProblems } from "./StoppingProblems";
import { Unanswered } from "./Unanswered";

interface Props {
  readonly deploy: Deploy;
  readonly stage: DeployStage;
  /** What is typed where the dialog asks. */
  readonly answer: string;
  readonly onAnswer: (text: string) => void;
  readonly onClose: () => void;
}

/** What the dialog says at each stage of a deploy. */
export function DeployStages({ deploy, stage, answer, onAnswer, onClose }: Props) {
  switch (stage.at) {
    case "problems":
      return <StoppingProblems problems={stage.problems} target={deploy.target} onClose={onClose} />;
    case "role":
    case "bucket":
      return <QuestionField deploy={deploy} stage={stage} answer={answer} onAnswer={onAnswer} />;
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

interface QuestionProps extends Pick<Props, "deploy" | "answer" | "onAnswer"> {
  readonly stage: Extract<DeployStage, { at: "role" | "bucket" }>;
}

function QuestionField({ deploy, stage, answer, onAnswer }: QuestionProps) {
  const { label, placeholder, kind, asAnswer, whyNot, take } = questions[stage.at];
  const trouble = stage.at === "bucket" && answer === stage.suggested ? stage.trouble : null;
  const wrong = answer === "" ? trouble : (whyNot(answer) ?? trouble);
  return (
    <>
      <FormField
        label={label}
        description={descriptionOf(stage)}
        errorText={wrong === null ? undefined : wrong}
        stretch
      >
        <Input
          value={answer}
          placeholder={placeholder}
          autoFocus
          spellcheck={false}
          autoComplete={false}
          onChange={({ detail }) => onAnswer(detail.value.trim())}
          onKeyDown={({ detail }) => {
            if (detail.key === "Enter" && !detail.isComposing && whyNot(answer) === null) take(deploy, answer);
          }}
        />
      </FormField>
      <ChooseInAccount target={deploy.target} kind={kind} label={label} onPick={(value) => onAnswer(asAnswer(value))} />
    </>
  );
}

function descriptionOf(stage: QuestionProps["stage"]): string {
  if (stage.at === "role")
    return "The role that SageMaker runs the pipeline with: it starts the jobs and passes their roles. It is remembered for this target.";
  const size = stage.bytes.toLocaleString("en");
  return `The definition has ${size} bytes: from 102,400 on it goes through a bucket of this account, which the role must be allowed to read. It is remembered for this target.`;
}
