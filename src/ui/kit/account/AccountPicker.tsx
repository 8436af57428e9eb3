import "./AccountPicker.css";
import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { Resource, ResourceKind } from "../../../contract/account";
import { type Target, targetLabel } from "../../../contract/target";
import { toDisplayError } from "../../../contract/toDisplayError";
import { browseAccount, fitting } from "../../../editor/runs/account/browseAccount";
import { PlainButton } from "../PlainButton";
import { Note } from "../paragraphs";
import { SearchField } from "../SearchField";
import { useWorkspace } from "../useWorkspace";

export interface AccountPickerProps {
  readonly kind: ResourceKind;
  /** Left out: the document's. */
  readonly target?: Target;
  /** What it is picked for. */
  readonly label: string;
  readonly onPick: (value: string) => void;
  readonly onClose: () => void;
}

/** What the chosen target has, to pick from; what is typed by hand is as good. */
export function AccountPicker({ kind, target, label, onPick, onClose }: AccountPickerProps) {
  const { runs } = useWorkspace();
  const browsing = useMemo(() => browseAccount(runs.client, target ?? runs.target(), kind), [runs, target, kind]);
  const [typed, setTyped] = useState("");
  useEffect(() => {
    void browsing.look("");
    return () => browsing.close();
  }, [browsing]);
  const { state, search, resources, more, error } = useStore(browsing.store);
  const shown = fitting(resources, typed);
  const where = targetLabel(browsing.target);
  const look = (next: string) => {
    setTyped("");
    void browsing.look(next);
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || typed !== "") return;
    event.stopPropagation();
    onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to what is inside; nothing of its own
    <div className="sw-account" onKeyDown={leave}>
      <SearchField
        label={`Find in ${where}`}
        look="heading"
        value={typed}
        onChange={setTyped}
        onEnter={() => {
          if (more) look(typed);
          else if (shown[0] !== undefined && typed !== "") onPick(shown[0].value);
        }}
      />
      {search !== "" && (
        <p className="sw-account-inside">
          <code>{search}</code>{" "}
          <PlainButton look="inline" onClick={() => look("")}>
            Show all
          </PlainButton>
        </p>
      )}
      <div role="status">
        {state === "loading" && <Note>Asking {where} …</Note>}
        {error !== null && (
          <Note>
            {error.kind === "unsupported"
              ? error.message
              : `${toDisplayError(error).title}. ${toDisplayError(error).next}`}{" "}
            What you type is taken all the same.
          </Note>
        )}
        {state === "loaded" && shown.length === 0 && <Note>Nothing fits. What you type is taken all the same.</Note>}
        {more && <Note>There are more: type a part of the name, and press Enter.</Note>}
      </div>
      {shown.length > 0 && (
        <ul className="sw-account-list" aria-label={`${where}: for ${label}`}>
          {shown.map((resource) => (
            <Row key={resource.value} resource={resource} onPick={onPick} onLook={look} />
          ))}
        </ul>
      )}
      <PlainButton look="link" onClick={onClose}>
        Close
      </PlainButton>
    </div>
  );
}

interface RowProps {
  readonly resource: Resource;
  readonly onPick: (value: string) => void;
  readonly onLook: (search: string) => void;
}

function Row({ resource: { value, label, about, inside }, onPick, onLook }: RowProps) {
  return (
    <li>
      <PlainButton look="inline" title={value} onClick={() => onPick(value)}>
        <bdi>{label}</bdi>
      </PlainButton>
      {about !== null && <span className="sw-account-about">{about}</span>}
      {inside !== null && (
        <PlainButton look="text" aria-label={`What is in ${label}`} onClick={() => onLook(inside)}>
          Look inside
        </PlainButton>
      )}
    </li>
  );
}
