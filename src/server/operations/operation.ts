import type { OperationName, RequestOf, ResponseOf } from "../../contract/operations";
import type { Regions } from "../aws/regions";
import type { Check } from "../deploy/deploy";
import type { LaunchCodes } from "../door/launchCodes";
import type { Folders } from "../files/folders";

/** What the operations work with. */
export interface OperationContext {
  readonly regions: Regions;
  /** The product's own rules, run once more before anything is written. */
  readonly check: Check;
  readonly token: string;
  readonly codes: LaunchCodes;
  readonly folders: Folders;
}

/** One operation of the contract: gets a checked request, returns the response or throws an OperationError. */
export type Operation<Name extends OperationName> = (
  request: RequestOf<Name>,
  context: OperationContext,
) => Promise<ResponseOf<Name>>;
