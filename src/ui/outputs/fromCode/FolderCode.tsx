import { useEffect, useState } from "react";
import type { Handlers } from "../../../editor/runs/handlers/createHandlers";
import { Choice } from "./Choice";
import type { AskedCode } from "./RunCode";

interface Props {
  readonly folder: string;
  readonly handlers: Handlers;
  readonly step: string;
  /** Code that may be run already has no question. */
  readonly onShow: (path: string, code: string, question: AskedCode | null) => void;
  readonly onRefused: (why: string) => void;
}

/** The files of code in the opened folder: the one that is chosen is read anew each time it runs. */
export function FolderCode({ folder, handlers, step, onShow, onRefused }: Props) {
  const [paths, setPaths] = useState<readonly string[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void handlers.listCode(folder).then((found) => {
      if (isCurrent) setPaths(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [folder, handlers]);
  if (paths.length === 0) return null;
  const choose = async (path: string) => {
    const result = await handlers.attach(step, { kind: "file", folder, path }, null, null);
    if (!result.ok) return onRefused(result.error.message);
    if (result.value.kind === "refused") return onRefused(result.value.reason);
    if (result.value.kind === "ask") return onShow(path, result.value.code, result.value);
    onShow(path, handlers.store.getState().attached.get(step)?.code ?? "", null);
  };
  return <Choice label="From the folder" chosen="" options={paths} onChoose={(path) => void choose(path)} />;
}
