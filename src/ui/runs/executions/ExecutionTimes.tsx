import "./ExecutionTimes.css";
import type { Execution } from "../../../contract/executions";
import { durationWords } from "../../kit/durationWords";
import { momentWords } from "./words";

interface Props {
  readonly execution: Pick<Execution, "started" | "lastModified"> | null;
  readonly finished: boolean;
}

/** When an execution started; how long it took, once it is finished. */
export function ExecutionTimes({ execution, finished }: Props) {
  return (
    <span className="sw-execution-times">
      {execution !== null && momentWords(execution.started, new Date())}
      {execution !== null && finished && ` · ${durationWords(execution.started, execution.lastModified)}`}
    </span>
  );
}
