import "./FieldAbout.css";
import { type FocusEvent, type ReactNode, useRef, useState } from "react";
import { aboutField } from "../../editor/form/about";
import { parsePath } from "../../pipeline/definition/path";
import { FieldPath } from "../kit/FieldPath";
import { useInspectedStep } from "../kit/inspectedStep";
import { PlainButton } from "../kit/PlainButton";
import { useIconKeys } from "./useIconKeys";

/**
 * A form with what there is to read about the field that has the focus, in a place of its own below it: no field moves when another one
 * is gone to. Before that, it says what the step does.
 */
export function FieldAbout({ children }: { readonly children: ReactNode }) {
  const [printed, setPrinted] = useState<string | null>(null);
  const form = useRef<HTMLDivElement>(null);
  useIconKeys(form);
  const follow = ({ target }: FocusEvent<HTMLElement>) => {
    const field = target.closest<HTMLElement>("[data-path]")?.dataset.path;
    if (field !== undefined) setPrinted(field);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: follows the focus of the controls inside; nothing of its own */}
      <div ref={form} onFocus={follow}>
        {children}
      </div>
      <About key={printed} printed={printed} />
    </>
  );
}

/** About what the panel holds of it while it is short. */
const shortLength = 110;

function About({ printed }: { readonly printed: string | null }) {
  const { source, documentation } = useInspectedStep();
  const [open, setOpen] = useState(false);
  const { summary, documentation: page, label: type } = source.stepType;
  const path = printed === null ? null : parsePath(printed);
  const found = path === null || path.length === 0 ? null : aboutField(source, path, documentation);
  const { label, shown, text } = found ?? { label: type, shown: null, text: summary };
  return (
    <section className="sw-about" aria-label={`About ${label}`} data-open={open || undefined}>
      <div className="sw-about-head">
        <strong>{label}</strong>
        {text.length > shortLength && (
          <PlainButton
            look="inline"
            aria-label={`More about ${label}`}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? "less" : "more"}
          </PlainButton>
        )}
        {shown === null && (
          <a href={page} target="_blank" rel="noreferrer">
            AWS’s page
          </a>
        )}
      </div>
      {shown !== null && shown !== label && <FieldPath path={shown} />}
      <p>{text}</p>
    </section>
  );
}
