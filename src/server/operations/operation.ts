import type { OperationName, RequestOf, ResponseOf } from "../../contract/operations";
import type { Session } from "../../contract/session";
import type { Regions } from "../aws/regions";
import type { Check } from "../deploy/check";
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
  /** The proxy before this server, where there is one that proves itself. */
  readonly proxy?: {
    readonly isSecret: (candidate: string) => boolean;
    /** What a page opens that comes through it. */
    readonly opened: Session["opened"];
  };
}

/** Who calls. */
export interface Caller {
  /** The request came through the proxy, which has proved itself. */
  readonly proxied: boolean;
}

/** One operation of the contract: gets a checked request, returns the response or throws an OperationError. */
export type Operation<Name extends OperationName> = (
  request: RequestOf<Name>,
  context: OperationContext,
  caller?: Caller,
) => Promise<ResponseOf<Name>>;
