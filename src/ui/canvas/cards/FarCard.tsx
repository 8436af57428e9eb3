import "./FarCard.css";
import { fitText } from "../../../pipeline/layout/textWidth";
import { useKeyed } from "../../kit/keyedStore";
import { useKit } from "../kit";
import { CardFrame } from "./CardFrame";
import { CardIcon } from "./CardIcon";
import type { StepFace } from "./faces";

const far = ["is-far"];

/** A step seen from afar: what it is and how it runs, without ports. */
export function FarCard({ face, selected }: { readonly face: StepFace; readonly selected: boolean }) {
  const run = useKeyed(useKit().cards.runs, face.key);
  return (
    <CardFrame face={face} selected={selected} run={run} marks={far}>
      <CardIcon type={face.type} size={40} />
      <span className="sw-far-name">{fitText(face.name, face.width - 90, 26, true)}</span>
    </CardFrame>
  );
}
