import { useState } from "react";
import { useStore } from "zustand";
import { toDisplayError } from "../../../contract/toDisplayError";
import { downloadJson } from "../../../editor/commands/pipeline/exports";
import { fileNameOf } from "../../../editor/files/fileId";
import type { FileSession, FileTrouble } from "../../../editor/files/fileState";
import { goTo } from "../../kit/address";
import { PlainButton } from "../../kit/PlainButton";
import { useRun } from "../../kit/useCommands";
import { Banner } from "../Banner";
import { MergeSheet } from "./MergeSheet";

/** Stays for as long as something stands between the screen and its file, and offers the ways on. */
export function FileBanner({ file }: { readonly file: FileSession }) {
  const run = useRun();
  const { holder } = file;
  const { path, trouble } = useStore(file.store);
  const [choosing, setChoosing] = useState(false);
  if (trouble === null) return null;
  const download = (
    <PlainButton look="link" onClick={() => run(downloadJson)}>
      Download a copy
    </PlainButton>
  );
  return (
    <Banner tone="warning" text={inWords(fileNameOf(path), trouble, holder !== null)}>
      {trouble.kind === "conflict" && (
        <>
          <PlainButton look="link" onClick={() => setChoosing(true)}>
            Choose what stays
          </PlainButton>
          {choosing && (
            <MergeSheet
              file={file}
              name={fileNameOf(path)}
              conflicts={trouble.conflicts}
              onClose={() => setChoosing(false)}
            />
          )}
        </>
      )}
      {trouble.kind === "gone" && (
        <>
          {trouble.movedTo !== null && <FollowButton file={file} to={trouble.movedTo} />}
          <PlainButton look="link" onClick={() => void file.overwrite()}>
            Write it again
          </PlainButton>
          {download}
        </>
      )}
      {trouble.kind === "unreadable" && holder !== null && (
        <PlainButton look="link" onClick={() => holder.showText(trouble.place)}>
          Show the place
        </PlainButton>
      )}
      {trouble.kind === "unreadable" && holder === null && (
        <>
          <PlainButton look="link" onClick={() => void file.overwrite()}>
            Overwrite it
          </PlainButton>
          {download}
        </>
      )}
      {trouble.kind === "failed" && (
        <>
          <PlainButton look="link" onClick={() => void file.look()}>
            Try again
          </PlainButton>
          {download}
        </>
      )}
    </Banner>
  );
}

function FollowButton({ file, to }: { readonly file: FileSession; readonly to: string }) {
  return (
    <PlainButton
      look="link"
      onClick={() => void file.follow(to).then(() => goTo({ page: "file", path: to }, { replace: true }))}
    >
      Go on in {to}
    </PlainButton>
  );
}

function inWords(name: string, trouble: FileTrouble, isHeld: boolean): string {
  switch (trouble.kind) {
    case "conflict": {
      const places = trouble.conflicts.length === 1 ? "one place" : `${trouble.conflicts.length} places`;
      return `${name} was changed outside, in ${places} that you changed too. Nothing was overwritten: the file has theirs, the screen has yours.`;
    }
    case "gone":
      return trouble.movedTo === null
        ? `${name} is not there any more: it was deleted or renamed. What you see is kept in this browser.`
        : `${name} was renamed or moved: its content is in ${trouble.movedTo}.`;
    case "unreadable":
      if (isHeld)
        return `The text of ${name} is no definition now: ${trouble.message} The picture is the last one that could be read; it follows again when the text is mended.`;
      return `${name} was changed outside, and is no definition any more: ${trouble.message} What you see is kept in this browser. Mend the file, or overwrite it.`;
    case "failed": {
      const { title, detail, next } = toDisplayError(trouble.error);
      return `${title}. ${detail} ${next}`;
    }
  }
}
