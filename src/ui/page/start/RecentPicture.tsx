import "./RecentPicture.css";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { loadPart } from "../../../editor/session/loadPart";
import type { DocumentSummary } from "../../../editor/session/storedDocuments";
import { usePage } from "../../kit/pageContext";
import { isDark, onThemeChange } from "../../kit/theme";
import { untilIdle } from "../../kit/untilIdle";

/** A picture of more would be nothing but lines, and take long to draw. */
const mostSteps = 150;

/** A document as its picture, drawn once its row is seen and the page has nothing else to do. */
export function RecentPicture({ row }: { readonly row: DocumentSummary }) {
  const { library } = usePage();
  const frame = useRef<HTMLSpanElement>(null);
  const [address, setAddress] = useState<string | null>(null);
  const dark = useSyncExternalStore(onThemeChange, isDark);
  const { id, steps, changedAt } = row;
  useEffect(() => {
    const element = frame.current;
    if (element === null || steps === null || steps === 0 || steps > mostSteps) return;
    let left = false;
    const draw = async () => {
      await untilIdle();
      const { pictureOf } = await loadPart(() => import("./pictureOf"), { wanted: false });
      if (!left) setAddress(await pictureOf(library, id, changedAt, dark));
    };
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      // A row without a picture is a row all the same.
      draw().catch(() => undefined);
    });
    seen.observe(element);
    return () => {
      left = true;
      seen.disconnect();
    };
  }, [library, id, steps, changedAt, dark]);
  return (
    <span ref={frame} className="sw-recent-picture" aria-hidden="true">
      {address !== null && <img src={address} alt="" />}
    </span>
  );
}
