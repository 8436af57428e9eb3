import { z } from "./schema";

/** Without a code where a proxy proves itself. */
export const exchangeCodeRequest = z.object({ code: z.optional(z.string().check(z.maxLength(200))) });

/** A file that `stepwire open FILE` handed over: its text, and its name without folders. */
export const openedFileSchema = z.object({ name: z.string(), text: z.string() });

/** A folder whose files are edited in place, and the one that is shown first. */
export const openedFolderSchema = z.object({ folder: z.string(), path: z.nullable(z.string()) });

const openedSchema = z.nullable(z.union([openedFileSchema, openedFolderSchema]));
export const sessionSchema = z.object({ token: z.string(), opened: openedSchema });

/** A place on the disk. The key is in the user's state folder, where no page comes to it: a page cannot have a folder opened. */
const folderPlaceSchema = z.object({ root: z.string(), only: z.nullable(z.string()), key: z.string() });

/** Asks a running server for the code of a fresh launch link; only the command line does. */
export const freshLinkRequest = z.object({ opened: z.nullable(z.union([openedFileSchema, folderPlaceSchema])) });
export const freshLinkSchema = z.object({ code: z.string() });
