import { type ReactNode, useState } from "react";
import type { SourceChoice } from "../../../pipeline/wiring/sources";
import type { WireSource } from "../../../pipeline/wiring/wire";
import { PlainButton } from "../../kit/PlainButton";
import { useEditor } from "../../kit/useWorkspace";
import { JsonPathQuestion } from "./JsonPathQuestion";
import { MemberQuestion } from "./MemberQuestion";
import type { Finder } from "./offered";
import { SourceList } from "./SourceList";

interface Props {
  readonly label: string;
  readonly find: Finder;
  readonly onPick: (source: WireSource, jsonPath?: string) => void;
  /** Reads a value of a JSON file that lies in S3; null where no such thing can stand. */
  readonly onPickJson: (() => void) | null;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** The list of sources, and what has to be asked of some: the path in a property file, the member of a loop's item. */
export function SourcePicker({ label, find, onPick, onPickJson, onClose, children }: Props) {
  const editor = useEditor();
  const [asked, setAsked] = useState<SourceChoice | null>(null);
  const pick = (choice: SourceChoice) => {
    if (!choice.verdict.ok) editor.announce(choice.verdict.reason);
    else if (choice.verdict.how === "jsonGet" || choice.source.kind === "currentItem") setAsked(choice);
    else onPick(choice.source);
  };
  const back = () => setAsked(null);
  if (asked?.source.kind === "currentItem") {
    const { source } = asked;
    return <MemberQuestion onAnswer={(member) => onPick({ ...source, member })} onCancel={back} />;
  }
  if (asked !== null) {
    return <JsonPathQuestion file={asked.label} onAnswer={(path) => onPick(asked.source, path)} onCancel={back} />;
  }
  return (
    <SourceList label={label} find={find} onPick={pick} onClose={onClose}>
      {children}
      {onPickJson !== null && (
        <PlainButton look="inline" onClick={onPickJson}>
          Read a value of a JSON file in S3
        </PlainButton>
      )}
    </SourceList>
  );
}
