import { createContext, useContext } from "react";
import type { LoadedPage } from "./loadPage";

export const PageContext = createContext<LoadedPage | null>(null);

/** The documents that are kept, and the ways to open one. */
export function usePage(): LoadedPage {
  const page = useContext(PageContext);
  if (page === null) throw new Error("There is no page around this component.");
  return page;
}
