import { useSyncExternalStore } from "react";
import { isMac } from "../../kit/keyWords";
import { Bubble } from "../Bubble";
import { useCanvas } from "../canvasStore";
import { wirePointer } from "../wire/pointer";
import type { Drop } from "./dragging";

/** Near the pointer: what letting go would do, or why it cannot be. Where it was refused the reason stays for a while. */
export function DropBubble() {
  const drop = useCanvas(({ drop: now }) => now);
  const refusal = useCanvas((state) => state.refusal);
  if (refusal !== null) {
    return (
      <Bubble at={refusal.client} refused said>
        {refusal.text}
      </Bubble>
    );
  }
  return drop === null || drop.words === null ? null : <Following drop={drop} />;
}

const keepKey = isMac ? "⌘" : "Ctrl";

function Following({ drop: { words, refused, to, keys } }: { readonly drop: Drop }) {
  const { client } = useSyncExternalStore(wirePointer.subscribe, wirePointer.getState);
  const leaves = to === null;
  return (
    <Bubble at={client} refused={refused !== null}>
      {refused ?? words}
      {leaves && <span className="sw-bubble-hint">{`${keepKey} keeps ${keys.length === 1 ? "it" : "them"} in`}</span>}
    </Bubble>
  );
}
