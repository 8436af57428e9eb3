/** Two clients of one AWS service, held to the same limits whatever the service: reads are tried again by the SDK, writes never are. */
import { type TimeLimits, within } from "./timeLimits";

/** The form in which all methods of a client call it. */
type Send = (command: object, options?: object) => Promise<unknown>;

export interface Two<Client> {
  readonly read: Client;
  readonly write: Client;
}

/** What each of the two is made with. */
export interface Attempts {
  readonly maxAttempts: number;
  /** For one call, in milliseconds. */
  readonly limit: number;
}

/** @param make a client of the SDK, whose calls this bounds as a whole: signing in, what is tried again, and the body of the answer */
export function twoClients<Client extends object>(
  make: (attempts: Attempts) => Client,
  { read, write, later }: TimeLimits,
): Two<Client> {
  const client = (limit: number, maxAttempts: number): Client => {
    const made = make({ maxAttempts, limit }) as Client & { send: Send };
    const send = made.send.bind(made);
    const timed: Send = (command, options) =>
      within(limit, later, (abortSignal) => send(command, { ...options, abortSignal }));
    Object.assign(made, { send: timed });
    return made;
  };
  return { read: client(read, 3), write: client(write, 1) };
}
