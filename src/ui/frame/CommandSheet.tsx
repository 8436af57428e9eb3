import "./CommandSheet.css";
import { lazy, Suspense, useRef, useState } from "react";
import { loadPart } from "../../editor/session/loadPart";
import { LoadingPart } from "../kit/MissingParts";
import type { CommandMode, ListKey } from "./CommandList";
import { SheetDialog } from "./SheetDialog";

const CommandList = lazy(async () => ({ default: (await loadPart(() => import("./CommandList"))).CommandList }));

function isListKey(key: string): key is ListKey {
  return key === "ArrowDown" || key === "ArrowUp" || key === "Enter";
}

/** Where one types what one looks for, there at once; the list of what is found comes when it is loaded, and is given the keys pressed before. */
export function CommandSheet({ mode, onClose }: { readonly mode: CommandMode; readonly onClose: () => void }) {
  const [wanted, setWanted] = useState("");
  const [active, setActive] = useState<string | null>(null);
  const choose = useRef<((key: ListKey) => void) | null>(null);
  const early = useRef<ListKey[]>([]);
  const name = mode === "commands" ? "Commands" : "Find a step";
  return (
    <SheetDialog label={name} onClose={onClose}>
      <input
        className="sw-commands-input"
        role="combobox"
        aria-expanded="true"
        aria-controls="commands-list"
        aria-activedescendant={active ?? undefined}
        aria-label={name}
        placeholder={mode === "commands" ? "What would you like to do?" : "Find a step, a field or a value"}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (!isListKey(event.key)) return;
          event.preventDefault();
          if (choose.current === null) early.current.push(event.key);
          else choose.current(event.key);
        }}
      />
      <Suspense
        fallback={
          <p className="sw-commands-loading">
            <LoadingPart />
          </p>
        }
      >
        <CommandList
          // What is found anew is gone through from its beginning.
          key={wanted}
          name={name}
          mode={mode}
          wanted={wanted}
          onActive={setActive}
          onClose={onClose}
          lend={(taken) => {
            choose.current = taken;
            for (const key of early.current.splice(0)) taken(key);
          }}
        />
      </Suspense>
    </SheetDialog>
  );
}
