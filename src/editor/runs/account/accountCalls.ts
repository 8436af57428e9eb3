import type { RequestOf, ResponseOf, Result } from "../../../contract/operations";

/** What is asked of the account of a target, beside SageMaker. */
export type AccountCalls = {
  readonly [Name in "listResources" | "preflight"]: (
    request: RequestOf<Name>,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<Result<ResponseOf<Name>>>;
};
