import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import Spinner from "@cloudscape-design/components/spinner";
import {
  localTarget,
  parseTargetKey,
  type Target,
  type Targets,
  targetKey,
  targetLabel,
  targetsOf,
} from "../../../contract/target";
import type { Promotion, PromotionStage } from "../../../editor/runs/promote/createPromotion";
import { DialogLine } from "../../kit/paragraphs";
import { targetOption } from "../../kit/targetOption";
import { useTargets } from "../../kit/useTargets";
import { MappingView } from "./MappingView";

interface Props {
  readonly promotion: Promotion;
  readonly stage: PromotionStage;
}

export function PromoteStages({ promotion, stage }: Props) {
  switch (stage.at) {
    case "target":
      return <ChooseTarget promotion={promotion} />;
    case "asking":
      return (
        <p role="status">
          <Spinner /> Asking whose account {targetLabel(stage.target)} is …
        </p>
      );
    case "mapping":
      return <MappingView promotion={promotion} stage={stage} />;
  }
}

function ChooseTarget({ promotion }: Pick<Props, "promotion">) {
  const targets = useTargets();
  if (targets === null) return <Spinner />;
  const groups = groupsOf(targets, promotion.from);
  return (
    <>
      <DialogLine>
        The same definition goes there, with the names of that account. Nothing in this document changes, and{" "}
        {targetLabel(promotion.from)} is not written.
      </DialogLine>
      {groups.length === 0 ? (
        <DialogLine role="status">
          There is no other target: no AWS profile is on this computer. <code>aws configure sso</code> makes one; then
          reload this page.
        </DialogLine>
      ) : (
        <FormField label="To" stretch>
          <Select
            autoFocus
            filteringType="auto"
            selectedOption={null}
            placeholder="Choose a target"
            options={groups}
            expandToViewport
            onChange={({ detail }) => {
              const target = parseTargetKey(detail.selectedOption.value ?? "");
              if (target !== null) void promotion.choose(target);
            }}
          />
        </FormField>
      )}
    </>
  );
}

/** Every target but the document's own. */
function groupsOf({ profiles, regions }: Targets, from: Target) {
  const other = (target: Target) => targetKey(target) !== targetKey(from);
  const ofProfiles = profiles.map((profile) => ({
    label: profile.label,
    options: targetsOf(profile, regions).filter(other).map(targetOption),
  }));
  return [...[localTarget].filter(other).map(targetOption), ...ofProfiles];
}
