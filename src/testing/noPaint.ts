import type { Paint } from "../export/form";

/** For forms that paint nothing. */
export const noPaint: Paint = () => Promise.reject(new Error("Nothing is painted here."));
