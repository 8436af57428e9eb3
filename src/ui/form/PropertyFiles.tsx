import { stepItem } from "../../editor/form/item";
import { get, isList, text } from "../../pipeline/definition/value";
import { useInspectedStep, useStep } from "../kit/inspectedStep";
import { FieldSlot } from "./FieldSlot";
import { FileSample } from "./FileSample";

/** The JSON files that a step writes, from which others read single values; each with a sample of what stands in it. */
export function PropertyFiles() {
  const { stepKey, source } = useInspectedStep();
  const files = get(useStep(stepKey), "PropertyFiles");
  if (!source.stepType.envelope.includes("PropertyFiles")) return null;
  const names = isList(files) ? files.flatMap((file) => text(get(file, "PropertyFileName")) || []) : [];
  return (
    <>
      <FieldSlot item={stepItem(source, "PropertyFiles")} />
      {[...new Set(names)].map((name) => (
        <FileSample key={name} name={name} />
      ))}
    </>
  );
}
