/** Code of Lambda steps that the local region really runs: the editor's own door, which SageMaker's API has not. */
import { z } from "./schema";
import { targetSchema } from "./targetSchema";

const name = z.string().check(z.minLength(1), z.maxLength(256));
/** More than any handler has; a body takes 2 MiB. */
const code = z.string().check(z.maxLength(1_000_000));
/** The page's own id of a document; that of a file has the file's path in it. */
const document = z.string().check(z.minLength(1), z.maxLength(2048));
const handlersRequest = { document, pipeline: name };
const ofStep = { ...handlersRequest, step: name };

export const listHandlersRequest = z.object({
  ...handlersRequest,
  /** Steps that were renamed or copied, and the names they had, the last one first: unless it has its own, a step has their code. */
  from: z.optional(z.array(z.object({ step: name, was: z.array(name) })).check(z.maxLength(10_000))),
});
const attachedSchema = z.object({
  step: z.string(),
  /** The name of its file; empty where it has none. */
  fileName: z.string(),
  /** True where the code lies in a file, and is read anew each time it runs. */
  linked: z.boolean(),
  /** The function's name. */
  handler: z.string(),
  /** The code as it is now; null where its file cannot be read. */
  code: z.nullable(z.string()),
  /** Null where it runs; else stands for what has to be allowed first. */
  asks: z.nullable(z.string()),
});
export type AttachedHandler = z.infer<typeof attachedSchema>;
export const handlersSchema = z.object({
  handlers: z.array(attachedSchema),
  /** What code can reach on this computer, in a sentence. */
  reach: z.string(),
});

export const attachHandlerRequest = z.object({
  ...ofStep,
  source: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("code"), code, fileName: z.string().check(z.maxLength(256)) }),
    /** A file of the opened folder. */
    z.object({ kind: z.literal("file"), folder: z.nullable(name), path: z.string().check(z.maxLength(1024)) }),
    /** What is attached already: a file that has changed. */
    z.object({ kind: z.literal("same") }),
  ]),
  /** Null: the likeliest function. */
  handler: z.nullable(name),
  /** What the person was asked about, and allowed; null where nobody was asked yet. */
  allowed: z.nullable(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
});
export const attachHandlerSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("attached") }),
  /** The question: what it can reach, and what stands for the code as it is. */
  z.object({ kind: z.literal("ask"), key: z.string(), reach: z.string(), code: z.string() }),
  z.object({ kind: z.literal("refused"), reason: z.string() }),
]);

export const withdrawHandlerRequest = z.object(ofStep);
export const tryHandlerRequest = z.object({
  ...ofStep,
  /** JSON text. */
  event: code,
  functionArn: z.string().check(z.maxLength(2048)),
});
export const invokeFunctionRequest = z.object({
  target: targetSchema,
  functionArn: z.string().check(z.minLength(1), z.maxLength(2048)),
  /** JSON text. */
  event: code,
});
export const functionEndSchema = z.object({
  /** What it returned, as JSON text; null where it failed. */
  value: z.nullable(z.string()),
  failure: z.nullable(z.string()),
  log: z.string(),
});
export type FunctionEnd = z.infer<typeof functionEndSchema>;

export const listCodeRequest = z.object({ folder: z.nullable(name) });
/** Null where that folder is not open. */
export const listCodeSchema = z.nullable(z.object({ paths: z.array(z.string()) }));
