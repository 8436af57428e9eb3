import Box from "@cloudscape-design/components/box";
import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect, useRef } from "react";
import type { Deploy, DeployStage } from "../../../editor/runs/deploy/createDeploy";
import { questions } from "./questions";

interface Props {
  readonly deploy: Deploy;
  readonly stage: DeployStage;
  /** What is typed where the dialog asks. */
  readonly answer: string;
  readonly onClose: () => void;
}

/** The way on from each stage; the plan's is focused, so that Enter confirms it. */
export function DeployFooter(props: Props) {
  const { stage } = props;
  // Once it is written nothing is taken back by leaving.
  const begun = ["deploying", "failed", "starting", "notStarted"].includes(stage.at);
  const nothing = stage.at === "plan" && stage.plan.kind === "none";
  return (
    <Box float="right">
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="link" onClick={props.onClose}>
          {nothing || begun ? "Close" : "Cancel"}
        </Button>
        <WayOn {...props} />
      </SpaceBetween>
    </Box>
  );
}

function WayOn({ deploy, stage, answer }: Props) {
  switch (stage.at) {
    case "problems":
      return deploy.target.kind === "aws" ? <Button onClick={() => deploy.anyway()}>Deploy anyway</Button> : null;
    case "role":
    case "bucket": {
      const { whyNot, take } = questions[stage.at];
      return (
        <Button variant="primary" disabled={whyNot(answer) !== null} onClick={() => take(deploy, answer)}>
          Show the plan
        </Button>
      );
    }
    case "plan":
    case "deploying": {
      if (stage.plan.kind === "none") return null;
      return <Confirm deploy={deploy} busy={stage.at === "deploying"} />;
    }
    case "failed":
      return (
        <Button variant="primary" onClick={() => deploy.planAgain()}>
          Plan again
        </Button>
      );
    case "notStarted":
      return (
        <Button variant="primary" onClick={() => deploy.startAgain()}>
          Start again
        </Button>
      );
    case "planning":
    case "starting":
    case "done":
      return null;
  }
}

function Confirm({ deploy, busy }: { readonly deploy: Deploy; readonly busy: boolean }) {
  const words = deploy.starts ? "Confirm deploy and start" : "Confirm deploy";
  const button = useRef<ButtonProps.Ref>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <Button
      ref={button}
      variant="primary"
      loading={busy}
      loadingText="Deploying"
      ariaLabel={words}
      onClick={() => void deploy.confirm()}
    >
      {words}
    </Button>
  );
}
