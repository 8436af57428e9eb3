import { type FormEvent, useState } from "react";
import type { Place } from "../../../pipeline/definition/document";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import { splitProperty } from "../../../pipeline/references/propertyPath";
import { stepTypeOf } from "../../../pipeline/steps";
import { itemMembers } from "../../../pipeline/steps/itemMembers";
import type { WireTarget } from "../../../pipeline/wiring";
import { useKit } from "../kit";
import { connectWire } from "../wire/finishWire";
import type { ItemSource } from "./overlay";

interface Props {
  readonly source: ItemSource;
  readonly target: WireTarget;
  readonly at: Place;
}

/** An item is whatever the loop's list holds: all of it is read, or a member that the person names. */
export function ItemMemberForm({ source, target, at }: Props) {
  const kit = useKit();
  const [typed, setTyped] = useState("");
  const member = typed.trim();
  const readable = member === "" || splitProperty(member) !== null;
  const connect = (chosen: string) => {
    kit.session.setState({ overlay: null });
    connectWire(kit, { ...source, member: chosen }, target, at, undefined, true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (readable) connect(member);
  };
  return (
    <form className="sw-json-path" onSubmit={submit}>
      <label>
        Which part of the item of {source.step}?
        <input
          // biome-ignore lint/a11y/noAutofocus: the question was just asked
          autoFocus
          className="sw-picker-search is-mono"
          aria-label="Member of the item"
          aria-invalid={!readable}
          placeholder="the whole item"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <KnownMembers loop={source.step} onPick={connect} />
      <p className="sw-picker-empty">
        {readable ? "A member such as name or ['score']; nothing for the whole item." : "This is no path."}
      </p>
      <div className="sw-form-buttons">
        <button type="button" onClick={() => kit.session.setState({ overlay: null })}>
          Cancel
        </button>
        <button type="submit" className="is-primary" disabled={!readable}>
          {member === "" ? "Read the whole item" : `Read ${member}`}
        </button>
      </div>
    </form>
  );
}

/** The members that the loop is known to have, one click away. */
function KnownMembers({ loop, onPick }: { readonly loop: string; readonly onPick: (member: string) => void }) {
  const { editor } = useKit();
  const entry = stepsByKey(editor.store.getState().document.definition).get(loop);
  const known = entry === undefined ? [] : itemMembers(entry.step, stepTypeOf(entry.type));
  if (known.length === 0) return null;
  return (
    <div className="sw-form-buttons is-choice">
      {known.map((member) => (
        <button key={member} type="button" onClick={() => onPick(member)}>
          {member}
        </button>
      ))}
    </div>
  );
}
