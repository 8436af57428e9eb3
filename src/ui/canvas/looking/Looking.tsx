import { type RefObject, useEffect } from "react";
import { useKit } from "../kit";
import { keepLight } from "./keepLight";
import { keepPointed } from "./keepPointed";
import { ToldLine } from "./ToldLine";
import { ToldStep } from "./ToldStep";

/** What lights up when something is looked at, and what is told of it. */
export default function Looking({ surface }: { readonly surface: RefObject<HTMLElement | null> }) {
  const kit = useKit();
  useEffect(() => {
    if (surface.current === null) return;
    const stops = [keepLight(kit), keepPointed(kit, surface.current)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [kit, surface]);
  return (
    <>
      <ToldLine />
      <ToldStep />
    </>
  );
}
