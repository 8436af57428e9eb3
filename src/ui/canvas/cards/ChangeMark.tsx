import "./ChangeMark.css";
import { markSigns } from "../../../pipeline/compare/markSigns";
import type { Verb } from "../../../pipeline/compare/words";
import { mainVerb } from "../../../pipeline/compare/words";

/** On a card's edge, while versions are compared: what happened to the step, as a sign and in words. */
export default function ChangeMark({ verbs }: { readonly verbs: readonly Verb[] }) {
  const mark = mainVerb(verbs);
  return (
    <span className={`sw-change-mark is-${mark}`}>
      {markSigns[mark]} {verbs.join(", ")}
    </span>
  );
}
