import "./SpacePan.css";
import { type PointerEvent, useEffect, useState } from "react";
import { hasDialog, isTextControl, originOf } from "../../kit/focus";
import { listen } from "../../kit/listen";
import { followPointer } from "../followPointer";
import { useKit } from "../kit";

/** What a space bar presses by itself. */
const pressable = "button, a, summary, [role=button], [role=tab], [role=treeitem], [data-port]";

/** While the space bar is held the pointer pans, over steps too: nothing is moved or selected. */
export function SpacePan() {
  const { view } = useKit();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const release = () => setHeld(false);
    return listen(window, {
      keydown: (event) => {
        const origin = originOf(event);
        if (event.key !== " " || hasDialog() || isTextControl(origin)) return;
        if (origin?.closest(pressable) != null) return;
        // The page would scroll; a step that has the focus is selected all the same.
        event.preventDefault();
        setHeld(true);
      },
      keyup: (event) => {
        if (event.key === " ") release();
      },
      blur: release,
    });
  }, []);
  if (!held) return null;
  const pan = (down: PointerEvent) => {
    let last = { x: down.clientX, y: down.clientY };
    followPointer(down.nativeEvent, {
      move(client) {
        view.panBy(client.x - last.x, client.y - last.y);
        last = client;
      },
      up: () => {},
      cancel: () => {},
    });
  };
  return <div className="sw-pan-shield" onPointerDown={pan} />;
}
