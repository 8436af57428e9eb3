/**
 * What the page and the program that shows it in a window of its own (VS Code) say to each other. The host holds the text of the one file
 * that is edited; the page reads and writes it as it does files of a folder, and never where it is another than the page knows.
 */
import { readFileRequest, writeFileRequest } from "./files";
import { z } from "./schema";

const call = { id: z.number() };
const known = readFileRequest.shape.known;
const { text, expected, beside } = writeFileRequest.shape;

/** A call of the page. Each is answered, by its id. */
export const hostCallSchema = z.discriminatedUnion("call", [
  /** The first one: what is shown here? */
  z.object({ ...call, call: z.literal("open") }),
  z.object({ ...call, call: z.literal("readFile"), known }),
  z.object({ ...call, call: z.literal("writeFile"), text, expected, beside }),
  z.object({ ...call, call: z.literal("save") }),
  z.object({ ...call, call: z.literal("undo") }),
  z.object({ ...call, call: z.literal("redo") }),
  /** Shows the text at a place, from 1. */
  z.object({ ...call, call: z.literal("showText"), line: z.number(), column: z.number() }),
  /** Lets the person choose where a file is written. */
  z.object({
    ...call,
    call: z.literal("keep"),
    name: z.string(),
    content: z.union([z.string(), z.instanceof(Uint8Array)]),
  }),
]);
export type HostCall = z.infer<typeof hostCallSchema>;

type WithoutId<Call> = Call extends unknown ? Omit<Call, "id"> : never;
export type HostRequest = WithoutId<HostCall>;

/** What is shown. */
export interface HostOpening {
  /** The file, relative to where the person works; it ends with `.json`. */
  readonly path: string;
  /** Layout, notes, groups, pins and samples are kept in a file beside it; else nowhere. */
  readonly keepsBeside: boolean;
  /** Why nothing can be edited here, as a sentence; null where it can. */
  readonly readOnlyBecause: string | null;
  /** What it is compared with; null where it is edited. */
  readonly compared: { readonly label: string; readonly text: string; readonly as: string } | null;
}

/** What the host sends: the answer of a call, or word that the file is another now. */
export type HostMessage =
  | { readonly answer: number; readonly value: unknown }
  | { readonly answer: number; readonly failed: string }
  | { readonly event: "changed" }
  | { readonly event: "reveal"; readonly step: string };
