import { z } from "./schema";

export const exchangeCodeRequest = z.object({ code: z.string().check(z.maxLength(200)) });

/** A file that `stepwire open FILE` handed over: its text, and its name without folders. */
export const openedFileSchema = z.object({ name: z.string(), text: z.string() });

export const sessionSchema = z.object({ token: z.string(), opened: z.nullable(openedFileSchema) });

/** Asks a running server for the code of a fresh launch link; only the command line does. */
export const freshLinkRequest = z.object({ opened: z.nullable(openedFileSchema) });
export const freshLinkSchema = z.object({ code: z.string() });
