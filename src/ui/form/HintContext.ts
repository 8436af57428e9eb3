import { createContext } from "react";

/** What tells a field apart from another with the same label in its group: "Model quality › Statistics". */
export const HintContext = createContext<string | null>(null);
