import { createContext } from "react";
import { type KeptGroups, noKeptGroups } from "../../editor/form/arrange";

/** Where fields are kept while one works in the step. */
export const KeptGroupsContext = createContext<KeptGroups>(noKeptGroups);
