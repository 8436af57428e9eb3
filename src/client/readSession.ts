import type { OpenedFile, OpenedFolder, Session } from "../contract/session";

/** The answer to the first call of a page, read without the contract's code, which then loads beside the canvas; null for any other answer. */
export function readSession(body: unknown): Session | null {
  if (!isRecord(body) || typeof body.token !== "string") return null;
  const { token, opened } = body;
  if (opened === null) return { token, opened };
  return isRecord(opened) && (isFile(opened) || isFolder(opened)) ? { token, opened } : null;
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(body: unknown): body is Fields {
  return typeof body === "object" && body !== null;
}

function isFile(opened: Fields): opened is OpenedFile & Fields {
  return typeof opened.name === "string" && typeof opened.text === "string";
}

function isFolder(opened: Fields): opened is OpenedFolder & Fields {
  return typeof opened.folder === "string" && (opened.path === null || typeof opened.path === "string");
}
