import { intentTokens } from "../../../editor/runs/deploy/intentTokens";

/** The tokens of this tab's intents; a reload after a lost reply still finds them. */
export const pageTokens = intentTokens(window.sessionStorage, () => crypto.randomUUID());
