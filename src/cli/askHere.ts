/** Operations of the server that are carried out in this process: a command needs no server of its own. */
import { checkedRequest } from "../contract/checkedRequest";
import type { OperationName, RequestOf, ResponseOf } from "../contract/operations";

export type Ask<Known extends OperationName> = <Name extends Known>(
  name: Name,
  request: RequestOf<Name>,
) => Promise<ResponseOf<Name>>;

/**
 * Checks each request by the contract and carries it out.
 *
 * @param able the operations themselves, by their names
 * @param context what they work with
 */
export function askHere<Known extends OperationName>(
  able: Readonly<Record<Known, unknown>>,
  context: object,
): Ask<Known> {
  return async (name, request) => {
    // The table pairs each name with its request; a union of pairs is more than the compiler can follow.
    const work = able[name] as (request: RequestOf<typeof name>, context: object) => Promise<ResponseOf<typeof name>>;
    return work(checkedRequest(name, request), context);
  };
}
