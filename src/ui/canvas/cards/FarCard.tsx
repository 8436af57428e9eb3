import { fitText } from "../../../pipeline/layout/textWidth";
import { useKeyed } from "../../kit/keyedStore";
import { useKit } from "../kit";
import { CardIcon } from "./CardIcon";
import type { StepFace } from "./faces";

/** A step seen from afar: what it is and how it runs, without ports. */
export function FarCard({ face, selected }: { readonly face: StepFace; readonly selected: boolean }) {
  const status = useKeyed(useKit().cards.runs, face.key)?.status;
  const words = [
    face.shape.box ? "sw-box" : "sw-card",
    "is-far",
    selected ? "is-selected" : "",
    status === undefined ? "" : `is-run-${status.toLowerCase()}`,
  ];
  return (
    <div className={words.join(" ")} style={{ width: face.width, height: face.height }}>
      <CardIcon type={face.type} size={40} />
      <span className="sw-far-name">{fitText(face.name, face.width - 90, 26, true)}</span>
    </div>
  );
}
