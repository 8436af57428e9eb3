import Box from "@cloudscape-design/components/box";
import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect, useRef } from "react";
import type { Deploy, DeployStage } from "../../../editor/runs/deploy/createDeploy";
import { whyNotRole } from "../../../editor/runs/deploy/role";

interface Props {
  readonly deploy: Deploy;
  readonly stage: DeployStage;
  readonly role: string;
  /** True where an execution starts right after. */
  readonly starts: boolean;
  readonly onClose: () => void;
}

/** The way on from each stage; the plan's is focused, so that Enter confirms it. */
export function DeployFooter(props: Props) {
  const nothing = props.stage.at === "plan" && props.stage.plan.kind === "none";
  return (
    <Box float="right">
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="link" onClick={props.onClose}>
          {nothing ? "Close" : "Cancel"}
        </Button>
        <WayOn {...props} />
      </SpaceBetween>
    </Box>
  );
}

function WayOn({ deploy, stage, role, starts }: Props) {
  switch (stage.at) {
    case "problems":
      return deploy.target.kind === "aws" ? <Button onClick={() => deploy.anyway()}>Deploy anyway</Button> : null;
    case "role":
      return (
        <Button variant="primary" disabled={whyNotRole(role) !== null} onClick={() => deploy.setRole(role)}>
          Show the plan
        </Button>
      );
    case "plan":
    case "deploying": {
      if (stage.plan.kind === "none" || stage.plan.refusal !== null) return null;
      return <Confirm deploy={deploy} busy={stage.at === "deploying"} starts={starts} />;
    }
    case "failed":
      return (
        <Button variant="primary" onClick={() => deploy.planAgain()}>
          Plan again
        </Button>
      );
    case "planning":
    case "done":
      return null;
  }
}

function Confirm({
  deploy,
  busy,
  starts,
}: {
  readonly deploy: Deploy;
  readonly busy: boolean;
  readonly starts: boolean;
}) {
  const button = useRef<ButtonProps.Ref>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <Button
      ref={button}
      variant="primary"
      loading={busy}
      loadingText="Deploying"
      ariaLabel={starts ? "Confirm deploy and start" : "Confirm deploy"}
      onClick={() => void deploy.confirm()}
    >
      {starts ? "Confirm deploy and start" : "Confirm deploy"}
    </Button>
  );
}
