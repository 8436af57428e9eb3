import "./TourOffer.css";
import { useState } from "react";
import { takeTour } from "../../../editor/commands/view/tour";
import { listSteps } from "../../../pipeline/graph/stepTree";
import { PlainButton } from "../../kit/PlainButton";
import { useRun } from "../../kit/useCommands";
import { useEditorState } from "../../kit/useWorkspace";
import { isTourOffered, tourTaken } from "./offered";

/** Said once, to who is here for the first time. */
export function TourOffer() {
  const run = useRun();
  const [offered, setOffered] = useState(isTourOffered);
  // A blank canvas offers it by itself.
  const isBlank = useEditorState(({ document }) => listSteps(document.definition).length === 0);
  if (!offered || isBlank) return null;
  const answer = () => {
    tourTaken();
    setOffered(false);
  };
  return (
    <section className="sw-tour-offer" aria-label="A tour">
      <span>Here for the first time? Five bubbles show the way around.</span>
      <PlainButton
        look="link"
        onClick={() => {
          answer();
          run(takeTour);
        }}
      >
        Take the tour
      </PlainButton>
      <PlainButton look="text" onClick={answer}>
        No, thanks
      </PlainButton>
    </section>
  );
}
