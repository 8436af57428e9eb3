import { useInspectedStep } from "../kit/inspectedStep";
import { Hint } from "../kit/paragraphs";
import { DeclaredOutputs } from "./DeclaredOutputs";
import { FromCode } from "./fromCode/FromCode";
import { OfferedOutputs } from "./OfferedOutputs";

/** What other steps can read of this one. */
export function OutputsTab() {
  const { source } = useInspectedStep();
  const { outputsForm, outputsFromCode, label, namedLists } = source.stepType;
  if (outputsForm === "none") {
    return <Hint>A {label} step has no outputs: nothing can follow it.</Hint>;
  }
  return outputsForm === "declared" ? (
    <>
      <DeclaredOutputs />
      {outputsFromCode === true && <FromCode />}
      {namedLists?.PropertyFiles !== undefined && <OfferedOutputs onlyFiles />}
    </>
  ) : (
    <OfferedOutputs />
  );
}
