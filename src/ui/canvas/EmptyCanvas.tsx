import "./EmptyCanvas.css";
import { openFile } from "../../editor/commands/pipeline/files";
import { takeTour } from "../../editor/commands/view/tour";
import { PlainButton } from "../kit/PlainButton";
import { useKit } from "./kit";

/** The three ways to begin, on a blank canvas. */
export default function EmptyCanvas() {
  const { run } = useKit();
  return (
    <section className="sw-empty" aria-label="Three ways to begin">
      <ul>
        <li>
          <Sign path="M1 8h24v24H1zM35 20h18m-5-5 5 5-5 5" />
          <h2>Drag a step here</h2>
          <p>or click one in the palette: what fits it is proposed.</p>
        </li>
        <li>
          <Sign path="M17 3h14l8 8v26H17zM31 3v8h8M28 18v12m-5-5 5 5 5-5" />
          <h2>Bring what you have</h2>
          <p>
            Drop or paste a definition, a template or a notebook, or{" "}
            <PlainButton look="inline" onClick={() => void run(openFile)}>
              open a file
            </PlainButton>
            .
          </p>
        </li>
        <li>
          <Sign path="M2 6h14v10H2zM40 6h14v10H40zM20 26h16v10H20zM16 11h24M28 11v15" />
          <h2>Start from a template</h2>
          <p>
            <a href="#/">Choose one</a> that runs locally at once.
          </p>
        </li>
      </ul>
      <p>
        First time here?{" "}
        <PlainButton look="inline" onClick={() => void run(takeTour)}>
          Take the tour
        </PlainButton>
        .
      </p>
    </section>
  );
}

const Sign = ({ path }: { readonly path: string }) => (
  <svg width="56" height="40" viewBox="0 0 56 40" aria-hidden="true">
    <path d={path} />
  </svg>
);
