import type { OperationName, RequestOf, ResponseOf, Result } from "../../../contract/operations";

type Needed = Extract<
  OperationName,
  | "listPipelines"
  | "describePipeline"
  | "startExecution"
  | "stopExecution"
  | "retryExecution"
  | "answerCallback"
  | "updateExecution"
  | "describeExecution"
  | "listExecutions"
  | "listSteps"
  | "stepDetails"
  | "stepLog"
  | "parametersForExecution"
  | "definitionForExecution"
>;

/** The operations that running and following needs; the page hands its client over. */
export type ExecutionCalls = {
  readonly [Name in Needed]: (
    request: RequestOf<Name>,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<Result<ResponseOf<Name>>>;
};

/** Time and attention, as a page has them; a test brings its own. */
export interface Surroundings {
  /** Calls back after so many milliseconds; the returned function takes that back. */
  later(run: () => void, milliseconds: number): () => void;
  /** True while nobody can see the page. */
  isHidden(): boolean;
  /** Calls back when the page is seen again, or no longer, and when it is connected to its server anew. */
  onAttention(listener: () => void): () => void;
}
