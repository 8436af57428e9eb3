import Select from "@cloudscape-design/components/select";
import { compareBy } from "../../../editor/commands/fields/conditions";
import type { Path } from "../../../pipeline/definition/path";
import { type ComparisonChoice, comparisonChoices } from "../../../pipeline/steps/comparisons";
import { useInspectedStep } from "../../kit/inspectedStep";
import { useRun } from "../../kit/useCommands";
import { useEditorState } from "../../kit/useWorkspace";

const words: Readonly<Record<ComparisonChoice, string>> = {
  Equals: "= equals",
  "Not Equals": "≠ does not equal",
  GreaterThan: "> is greater than",
  GreaterThanOrEqualTo: "≥ is at least",
  LessThan: "< is less than",
  LessThanOrEqualTo: "≤ is at most",
  In: "is one of",
  "Not In": "is none of",
  Or: "any of these holds",
  Not: "this does not hold",
};

const options = comparisonChoices.map((value) => ({ value, label: words[value] }));

interface Props {
  readonly path: Path;
  readonly title: string;
  readonly choice: ComparisonChoice | null;
}

/** How a condition compares. What it compares stays when that changes. */
export function ComparisonSelect({ path, title, choice }: Props) {
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  return (
    <Select
      ariaLabel={`Comparison of ${title}`}
      selectedOption={options.find(({ value }) => value === choice) ?? null}
      options={options}
      readOnly={readOnly}
      expandToViewport
      onChange={({ detail }) => {
        const chosen = comparisonChoices.find((candidate) => candidate === detail.selectedOption.value);
        if (chosen === undefined) return;
        run(compareBy, { step: stepKey, path, title, comparison: chosen });
      }}
    />
  );
}
