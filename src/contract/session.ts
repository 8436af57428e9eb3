import { z } from "./schema";

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

export const exchangeCodeRequest = z.object({ code: z.string().check(z.maxLength(200)) });

/** A file that `stepwire open FILE` handed over: its text, and its name without folders. */
export const openedFileSchema = z.object({ name: z.string(), text: z.string() });
export type OpenedFile = z.infer<typeof openedFileSchema>;

export const sessionSchema = z.object({ token: z.string(), opened: z.nullable(openedFileSchema) });
export type Session = z.infer<typeof sessionSchema>;

/** Asks a running server for the code of a fresh launch link; only the command line does. */
export const freshLinkRequest = z.object({ opened: z.nullable(openedFileSchema) });
export const freshLinkSchema = z.object({ code: z.string() });

export function launchUrl(port: number, code: string): string {
  return `http://127.0.0.1:${port}/${launchFragment}${code}`;
}
