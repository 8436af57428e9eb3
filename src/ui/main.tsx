import "./kit/fonts.css";
import "./kit/base.css";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { startTheme } from "./kit/theme";
import { applyTokens } from "./kit/tokens";
import { loadPage } from "./shell/loadPage";

applyTokens(document.body);
startTheme();

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root element.");
createRoot(root).render(<App page={loadPage()} />);
