import type { RequestOf, ResponseOf, Result } from "../../../contract/operations";

type Needed =
  | "listResources"
  | "preflight"
  | "targetAccount"
  | "describePipeline"
  | "listAliases"
  | "moveAlias"
  | "listSchedules"
  | "createSchedule"
  | "pauseSchedule";

/** What is asked of the account of a target, beside deploying and running. */
export type AccountCalls = {
  readonly [Name in Needed]: (
    request: RequestOf<Name>,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<Result<ResponseOf<Name>>>;
};
