/** The menus of the top bar, which load together. */
export { ExportMenu } from "./ExportMenu";
export { MoreMenu } from "./MoreMenu";
export { TargetMenu } from "./TargetMenu";
export { ThemeMenu } from "./ThemeMenu";
