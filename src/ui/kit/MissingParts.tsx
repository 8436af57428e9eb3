import "./MissingParts.css";
import { useEffect } from "react";
import { useStore } from "zustand";
import { askAgain, missingParts } from "../../editor/session/loadPart";
import { PlainButton } from "./PlainButton";

/** Stays for as long as a part of the page is asked for in vain. */
export function MissingParts() {
  const isMissing = useIsMissing();
  useEffect(() => {
    if (!isMissing) fetchSheetsAgain();
  }, [isMissing]);
  if (!isMissing) return null;
  return (
    <div className="sw-missing-parts" role="alert">
      <ServerGone />
    </div>
  );
}

/** In the place of a part that is not here yet. */
export function LoadingPart() {
  return useIsMissing() ? <ServerGone /> : <>Loading …</>;
}

function useIsMissing(): boolean {
  return useStore(missingParts, ({ count }) => count > 0);
}

function ServerGone() {
  const { port } = window.location;
  return (
    <>
      Stepwire’s server does not answer, so a part of this page could not be loaded. Your document is kept in this
      browser. Start Stepwire again{port === "" ? "" : ` on port ${port}`}, and this page goes on by itself.{" "}
      <PlainButton look="link" onClick={askAgain}>
        Try again
      </PlainButton>
    </>
  );
}

/** Vite asks for a part's sheet once, even where that failed. */
function fetchSheetsAgain(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")) {
    if (link.sheet === null) link.replaceWith(link.cloneNode());
  }
}
