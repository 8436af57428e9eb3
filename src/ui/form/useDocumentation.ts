import { useEffect, useState } from "react";
import { loadDocumentation } from "../../pipeline/schema/load";
import type { ApiDocumentation } from "../../pipeline/schema/model";

const loaded = new Map<string, ApiDocumentation | null>();

/** AWS's words on the fields of a step type, loaded when a step of it is first shown; null until then, and where there are none. */
export function useDocumentation(type: string): ApiDocumentation | null {
  const [, setCount] = useState(0);
  useEffect(() => {
    if (loaded.has(type)) return;
    let shown = true;
    loadDocumentation(type).then(
      (documentation) => {
        loaded.set(type, documentation);
        if (shown) setCount((count) => count + 1);
      },
      // Without its documentation a field still has its name and path; the next step of the type tries again.
      () => {},
    );
    return () => {
      shown = false;
    };
  }, [type]);
  return loaded.get(type) ?? null;
}
