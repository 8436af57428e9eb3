import { showing } from "../showing";

/** The way through the editor, in five bubbles. */
export const takeTour = showing(
  "view.tour",
  "View",
  "Take the tour",
  "Five bubbles show the way around; Escape leaves them.",
  ({ dialogs }) => dialogs.open({ kind: "tour" }),
);
