import type { ObjectValue } from "../../pipeline/definition/value";
import type { SimulatedStep } from "../../pipeline/simulate/engine/simulate";
import { pinnedValue } from "../../pipeline/simulate/samples/pinned";
import type { StepSample } from "../../pipeline/steps/runs/values/stepSample";
import { PartHead, PartNote } from "./parts";
import { SampleField } from "./SampleField";

interface Props {
  readonly step: SimulatedStep;
  readonly definition: ObjectValue;
  readonly sample: StepSample;
  readonly readOnly: boolean;
}

/** What stands in the files in S3 that a step reads and no other is said to write: made so that its conditions are true, until it is pinned. */
export function FilesRead({ step, definition, sample, readOnly }: Props) {
  const { key, name, files } = step;
  if (files.size === 0) return null;
  return (
    <section aria-label={`Files that ${name} reads`}>
      <PartHead>
        <h4>Reads from S3</h4>
      </PartHead>
      <PartNote>No step here is said to write it: a sample stands in.</PartNote>
      {[...files].map(([file, content]) => (
        <SampleField
          key={file}
          step={definition}
          stepKey={key}
          path={[file]}
          value={content}
          isPinned={pinnedValue(sample, [file]) !== undefined}
          iteration={null}
          readOnly={readOnly}
          file={file === "" ? "the file" : file}
        />
      ))}
    </section>
  );
}
