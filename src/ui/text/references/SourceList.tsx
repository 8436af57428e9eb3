import "./SourceList.css";
import Input from "@cloudscape-design/components/input";
import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from "react";
import type { SourceChoice } from "../../../pipeline/wiring/sources";
import { PlainButton } from "../../kit/PlainButton";
import type { Finder } from "./offered";
import { PickerBox, PickerNote } from "./PickerBox";
import { groupChoices, matching } from "./pickerChoices";
import { SourceOptions } from "./SourceOptions";

interface Props {
  readonly label: string;
  readonly find: Finder;
  readonly onPick: (choice: SourceChoice) => void;
  readonly onClose: () => void;
  /** What else can be done here, below the list. */
  readonly children?: ReactNode;
}

/** Sources to be searched and picked, by mouse or by keys; those that do not fit on demand, with their reason. */
export function SourceList({ label, find, onPick, onClose, children }: Props) {
  const id = useId();
  const [query, setQuery] = useState("");
  const [showsUnfit, setShowsUnfit] = useState(false);
  const [active, setActive] = useState(0);
  const found = useMemo(() => matching(find(query), query), [find, query]);
  const fitting = found.filter(({ verdict }) => verdict.ok);
  const groups = useMemo(
    () => groupChoices(showsUnfit ? found : found.filter(({ verdict }) => verdict.ok)),
    [found, showsUnfit],
  );
  const flat = groups.flatMap(({ choices }) => choices);
  const at = Math.min(active, flat.length - 1);
  const unfit = found.length - fitting.length;
  const keys = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const choice = flat[at];
    if (event.key === "Escape") {
      event.stopPropagation();
      event.preventDefault();
      onClose();
    } else if (step !== 0 && flat.length > 0) {
      event.preventDefault();
      setActive((at + step + flat.length) % flat.length);
    } else if (event.key === "Enter" && choice !== undefined && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      onPick(choice);
    }
  };
  return (
    <PickerBox onKeyDownCapture={keys}>
      <Input
        type="search"
        autoFocus
        value={query}
        ariaLabel={`Find a reference for ${label}`}
        placeholder="Find an output or parameter"
        autoComplete={false}
        nativeInputAttributes={{
          role: "combobox",
          "aria-expanded": true,
          "aria-controls": `${id}list`,
          "aria-activedescendant": flat[at] === undefined ? undefined : `${id}option${at}`,
        }}
        onChange={({ detail }) => {
          setQuery(detail.value);
          setActive(0);
        }}
      />
      <SourceOptions id={id} label={label} groups={groups} flat={flat} at={at} onPick={onPick} />
      {flat.length === 0 && <PickerNote role="status">{emptyWords(query, unfit)}</PickerNote>}
      <div className="sw-sources-foot">
        {children}
        {unfit > 0 && (
          <PlainButton look="inline" aria-pressed={showsUnfit} onClick={() => setShowsUnfit(!showsUnfit)}>
            {showsUnfit ? "Hide what does not fit" : `Show ${unfit} that ${unfit === 1 ? "does" : "do"} not fit`}
          </PlainButton>
        )}
      </div>
    </PickerBox>
  );
}

function emptyWords(query: string, unfit: number): string {
  if (query.trim() === "" && unfit === 0) return "There is nothing to read yet: add a step or a parameter.";
  return unfit > 0 ? "Nothing that fits." : "Nothing of that name.";
}
