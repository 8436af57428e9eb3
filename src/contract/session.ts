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

/** The launch link is `http://127.0.0.1:P/#/launch/CODE`. */
export const launchFragment = "#/launch/";

export type OpenedFile = z.infer<typeof openedFileSchema>;
export type OpenedFolder = z.infer<typeof openedFolderSchema>;
export type Session = z.infer<typeof sessionSchema>;

export function launchUrl(port: number, code: string): string {
  return `http://127.0.0.1:${port}/${launchFragment}${code}`;
}
