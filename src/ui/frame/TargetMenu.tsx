import ButtonDropdown, { type ButtonDropdownProps } from "@cloudscape-design/components/button-dropdown";
import { useEffect } from "react";
import { localTarget, parseTargetKey, type Targets, targetKey, targetLabel, targetsOf } from "../../contract/target";
import { compareWith, compareWithDeployed } from "../../editor/commands/pipeline/compare";
import { promote } from "../../editor/commands/pipeline/runs";
import { chooseTarget } from "../../editor/commands/pipeline/settings";
import { quietButtons } from "../kit/tokens";
import { useRun } from "../kit/useCommands";
import { useTargets } from "../kit/useTargets";
import { useEditor, useEditorState } from "../kit/useWorkspace";

/** Where Deploy and Run go: the local region, or an AWS profile and region of this computer. */
export function TargetMenu() {
  const { label, items, choose } = useTargetChoice();
  return (
    <span style={quietButtons}>
      <ButtonDropdown
        ariaLabel={`Target: ${label}`}
        items={items}
        expandableGroups
        onItemClick={({ detail }) => choose(detail.id)}
      >
        {label}
      </ButtonDropdown>
    </span>
  );
}

/** Where Deploy and Run can go, as the items of a menu. */
export function useTargetChoice() {
  const run = useRun();
  const key = useEditorState((state) => state.document.settings.target) ?? targetKey(localTarget);
  const targets = useTargets();
  const editor = useEditor();
  useEffect(() => {
    for (const trouble of targets?.local.troubles ?? []) editor.notice("error", trouble);
  }, [targets, editor]);
  return {
    label: targetLabel(parseTargetKey(key) ?? localTarget),
    items: [...itemsOf(targets, key), ...beyond.map(({ id, label }) => ({ id, text: `${label()} …` }))],
    choose(id: string) {
      if (id === compareWith.id) void run(compareWith);
      if (id === compareWithDeployed.id) void run(compareWithDeployed);
      if (id === promote.id) void run(promote);
      if (parseTargetKey(id) !== null && id !== key) run(chooseTarget, { target: id });
    },
  };
}

const beyond = [compareWithDeployed, compareWith, { id: promote.id, label: () => "Promote to another target" }];

function itemsOf(targets: Targets | null, chosen: string): ButtonDropdownProps.Items {
  const choice = (id: string, text: string, secondaryText?: string) => ({
    itemType: "checkbox" as const,
    id,
    text,
    secondaryText,
    checked: id === chosen,
  });
  const local = choice("local", "Local region", "A stand-in for SageMaker on this computer; no account needed");
  if (targets === null) {
    return [
      local,
      {
        id: "aws",
        text: "AWS profiles",
        disabled: true,
        disabledReason:
          "This tab is not connected to the local server. Start `stepwire open` in a terminal and open the link it prints.",
      },
    ];
  }
  if (targets.profiles.length === 0) {
    return [
      local,
      {
        id: "aws",
        text: "AWS profiles",
        disabled: true,
        disabledReason: "There are none on this computer. `aws configure sso` makes one; then reload this page.",
      },
    ];
  }
  const groups = targets.profiles.map((profile) => ({
    text: profile.label,
    items: targetsOf(profile, targets.regions).map((target) => choice(targetKey(target), target.region)),
  }));
  return [local, ...groups];
}
