import { type FormEvent, useState } from "react";
import type { Place } from "../../../pipeline/definition/document";
import { sourceLabel, type WireSource, type WireTarget } from "../../../pipeline/wiring";
import { useKit } from "../kit";
import { connectWire } from "../wire/finishWire";

/** A property file holds JSON: which value of it is meant? */
export function JsonPathForm({
  source,
  target,
  at,
}: {
  readonly source: WireSource;
  readonly target: WireTarget;
  readonly at: Place;
}) {
  const kit = useKit();
  const [path, setPath] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (path.trim() === "") return;
    kit.session.setState({ overlay: null });
    connectWire(kit, source, target, at, path.trim());
  };
  return (
    <form className="sw-json-path" onSubmit={submit}>
      <label>
        Which value of {sourceLabel(source)}?
        <input
          // biome-ignore lint/a11y/noAutofocus: the question was just asked
          autoFocus
          className="sw-picker-search is-mono"
          aria-label="JSON path"
          placeholder="metrics.mse.value"
          value={path}
          onChange={(event) => setPath(event.target.value)}
        />
      </label>
      <p className="sw-picker-empty">The file is read at run time; the path leads to one value in it.</p>
      <div className="sw-form-buttons">
        <button type="button" onClick={() => kit.session.setState({ overlay: null })}>
          Cancel
        </button>
        <button type="submit" className="is-primary" disabled={path.trim() === ""}>
          Connect
        </button>
      </div>
    </form>
  );
}
