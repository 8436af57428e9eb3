import type { z } from "./schema";
import type { openedFileSchema, openedFolderSchema, sessionSchema } from "./sessionSchema";

/** The header that carries the token of the session. */
export const tokenHeader = "x-stepwire-token";

/**
 * Before the command line tells a server anything, the server proves that it is ours: it signs the challenge, and the port at which it was
 * asked, with the token that only it and the user's state folder know.
 */
export const challengeHeader = "x-stepwire-challenge";
export const proofHeader = "x-stepwire-proof";

/**
 * A proxy that cannot know a single-use code (jupyter-server-proxy) proves itself by a secret that it and the server were started with.
 * The page it hands on says so in a `meta` of this name: then it asks for its session without a code.
 */
export const proxyHeader = "x-stepwire-proxy";
export const proxyMeta = "stepwire-behind-proxy";

/** The launch link is `http://127.0.0.1:P/#/launch/CODE`, behind a proxy the same below its address. */
export const launchFragment = "#/launch/";

export type OpenedFile = z.infer<typeof openedFileSchema>;
export type OpenedFolder = z.infer<typeof openedFolderSchema>;
export type Session = z.infer<typeof sessionSchema>;

/** `address` is the server's, with the slash at its end. */
export function launchUrl(address: string, code: string): string {
  return `${address}${launchFragment}${code}`;
}
