import "./TargetDrift.css";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { localTarget, parseTargetKey, targetKey, targetLabel } from "../../contract/target";
import { type Drift, readDrift } from "../../editor/runs/versions/readDrift";
import { PlainButton } from "../kit/PlainButton";
import { useIsConnected } from "../kit/pageContext";
import { useEditorState, useWorkspace } from "../kit/useWorkspace";

/** On the top bar where somebody changed at the target what was deployed from here, or opened here; a click shows what. */
export default function TargetDrift() {
  const { comparisons } = useWorkspace();
  const key = useEditorState((state) => state.document.settings.target) ?? targetKey(localTarget);
  const drift = useDrift(key);
  if (drift === null) return null;
  const where = targetLabel(parseTargetKey(key) ?? localTarget);
  return (
    <PlainButton
      look="text"
      className="sw-target-drift"
      title={`What is deployed to ${where} was changed since it was deployed or opened here: see what.`}
      onClick={() => void comparisons.show(drift.before, drift.after)}
    >
      Changed at {where}
    </PlainButton>
  );
}

/** Asked when the document is opened, when another target is chosen, and after a deploy. */
function useDrift(key: string): Drift | null {
  const { editor, runs, dialogs } = useWorkspace();
  const connected = useIsConnected();
  const name = useEditorState((state) => state.document.name);
  const idle = useStore(dialogs.store, ({ dialog }) => dialog === null);
  const [drift, setDrift] = useState<Drift | null>(null);
  useEffect(() => {
    const target = parseTargetKey(key);
    if (!connected || !idle || target === null || name === "") return;
    const gone = new AbortController();
    const { layout } = editor.store.getState().document;
    void readDrift(runs.client, target, { name, layout }, { signal: gone.signal }).then((found) => {
      if (gone.signal.aborted) return;
      setDrift(found);
      if (found !== null) editor.announce(`What is deployed was changed at ${targetLabel(target)}.`);
    });
    return () => gone.abort();
  }, [editor, runs, connected, idle, key, name]);
  return drift;
}
