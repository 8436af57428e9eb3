import "./HeldApp.css";
import { useEffect, useState } from "react";
import { keepHandledKeys } from "../kit/keepHandledKeys";
import type { LoadedPage } from "../kit/pageContext";
import { App } from "./App";

/** The page in a window of another program, which holds the file that is edited (VS Code). */
export function HeldApp({ page }: { readonly page: LoadedPage }) {
  const [loaded] = useState(() => Promise.resolve(page));
  useEffect(keepHandledKeys, []);
  return <App page={loaded} />;
}
