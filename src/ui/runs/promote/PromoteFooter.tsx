import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Promotion, PromotionStage } from "../../../editor/runs/promote/createPromotion";

interface Props {
  readonly promotion: Promotion;
  readonly stage: PromotionStage;
  readonly onPlan: () => void;
  readonly onClose: () => void;
}

export function PromoteFooter({ promotion, stage, onPlan, onClose }: Props) {
  return (
    <Box float="right">
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
        {stage.at !== "target" && <Button onClick={() => promotion.chooseAgain()}>Another target</Button>}
        {stage.at === "mapping" && (
          <Button variant="primary" onClick={onPlan}>
            Show the plan
          </Button>
        )}
      </SpaceBetween>
    </Box>
  );
}
