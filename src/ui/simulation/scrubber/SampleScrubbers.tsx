import { useMemo } from "react";
import { type Path, printPath, samePath } from "../../../pipeline/definition/path";
import { get, type ObjectValue } from "../../../pipeline/definition/value";
import { sourcesCompared } from "../../../pipeline/simulate/flips/numberSource";
import { useEditorState } from "../../kit/useWorkspace";
import { Scrubber } from "./Scrubber";

interface Props {
  readonly step: ObjectValue;
  readonly stepKey: string;
  readonly path: Path;
  /** A file in S3 that the step reads, not an output of its own. */
  readonly isFile: boolean;
}

/** The numbers of a sample that a Condition compares: itself, or those in the JSON file that it is. */
export function SampleScrubbers({ step, stepKey, path, isFile }: Props) {
  const definition = useEditorState(({ document }) => document.definition);
  const sources = useMemo(() => {
    const name = get(step, "Name");
    return sourcesCompared(definition).filter((source) => {
      if (source.kind === "file") return isFile && source.reader === stepKey && source.file === path[0];
      return source.kind === "output" && !isFile && source.step === name && samePath(source.output, path);
    });
  }, [definition, step, stepKey, path, isFile]);
  return sources.map((source) => (
    <Scrubber
      key={JSON.stringify(source)}
      source={source}
      named={source.kind !== "parameter" && printPath(source.inside) !== ""}
    />
  ));
}
