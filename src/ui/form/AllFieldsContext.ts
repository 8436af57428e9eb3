import { createContext } from "react";

/** True where all that a step could be given is offered; else what is essential, set, or has a problem. */
export const AllFieldsContext = createContext(true);
