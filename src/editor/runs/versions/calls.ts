import type { OperationName, RequestOf, ResponseOf, Result } from "../../../contract/operations";

type Needed = Extract<OperationName, "listPipelines" | "describePipeline" | "listPipelineVersions">;

/** The operations that reading what is deployed needs. */
export type VersionCalls = {
  readonly [Name in Needed]: (
    request: RequestOf<Name>,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<Result<ResponseOf<Name>>>;
};
