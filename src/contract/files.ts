/** The files of a folder that `stepwire open FOLDER` opened: the page names a path in it, and never a place on the disk. */
import { z } from "./schema";

/** Null: the folder that was opened last. */
const folder = z.nullable(z.string().check(z.maxLength(64)));
const path = z.string().check(z.maxLength(1024));
/** The SHA-256 of a file's bytes. */
const revision = z.string().check(z.maxLength(64));
/** Less than SageMaker takes through S3 needs no more, and a body has 2 MiB. */
export const largestFile = 1_048_576;
const content = z.string().check(z.maxLength(largestFile));

export const listFilesRequest = z.object({ folder });
const fileList = z.object({
  folder: z.string(),
  /** The folder's own name. */
  name: z.string(),
  /** The one file that is open, where it is not a folder. */
  only: z.nullable(z.string()),
  files: z.array(
    z.object({
      path: z.string(),
      steps: z.number(),
      errors: z.number(),
      warnings: z.number(),
      /** Why it cannot be read; null where it can. */
      refused: z.nullable(z.string()),
      readOnly: z.boolean(),
    }),
  ),
  /** There are more than are looked at. */
  more: z.boolean(),
});
/** Null where that folder is not open. */
export const fileListSchema = z.nullable(fileList);
export type FileList = z.infer<typeof fileList>;
export type ListedFile = FileList["files"][number];

const fileSchema = z.object({
  kind: z.literal("file"),
  text: z.string(),
  revision,
  readOnly: z.boolean(),
  /** Its side file, null where there is none. */
  beside: z.nullable(z.object({ text: z.string(), revision })),
});
/** `known` is what the page has read before: the same is not sent again. */
export const readFileRequest = z.object({
  folder,
  path,
  known: z.nullable(z.object({ revision, beside: z.nullable(revision), readOnly: z.boolean() })),
});
export const readFileSchema = z.discriminatedUnion("kind", [
  fileSchema,
  z.object({ kind: z.literal("same") }),
  /** `movedTo`: the one file that has what was known of it. */
  z.object({ kind: z.literal("gone"), movedTo: z.nullable(z.string()) }),
]);
export type ReadFile = z.infer<typeof readFileSchema>;
export type WriteFile = z.infer<typeof writeFileSchema>;
export type FileContent = z.infer<typeof fileSchema>;

/** Written only where the files are still what is expected; null: where there is none. */
export const writeFileRequest = z.object({
  folder,
  path,
  text: content,
  expected: z.nullable(revision),
  /** Null leaves the side file alone. */
  beside: z.nullable(z.object({ text: content, expected: z.nullable(revision) })),
});
export const writeFileSchema = z.discriminatedUnion("kind", [
  /** `beside`: of the side file, null where it was not written: it was not asked for, or someone else changed it this very moment. */
  z.object({ kind: z.literal("written"), revision, beside: z.nullable(revision) }),
  /** Someone else has written or deleted one of them. Nothing was written. */
  z.object({ kind: z.literal("changed") }),
]);
