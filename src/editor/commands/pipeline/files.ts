import { showing } from "../showing";

export const openFile = showing(
  "pipeline.open",
  "Pipeline",
  "Open a definition file",
  "Choose the definition file to open.",
  ({ page }) => page.openFile(),
);

export const goHome = showing("pipeline.all", "Pipeline", "All pipelines", "The start page is shown.", ({ page }) =>
  page.goHome(),
);
