/** The registry of all commands, one line each: the palette and the sheet of keys show it, the sweep tries it. */
import type { AnyCommand } from "./command";
import { connect } from "./edges/connect";
import { disconnect } from "./edges/disconnect";
import { setTrigger, waitFor } from "./edges/order";
import { pinPort, showPort } from "./fields/pins";
import { keyedCommands } from "./keyed";
import { addParameter, changeParameter, deleteParameter } from "./parameters/parameters";
import { exportCommands, goHome, openFile } from "./pipeline/files";
import { deploy, run } from "./pipeline/runs";
import { addHere } from "./steps/addHere";
import { addIntoSlot } from "./steps/addIntoSlot";
import { addStep, addStepCommands } from "./steps/addStep";
import { deleteSteps } from "./steps/deleteSteps";
import { moveInto } from "./steps/moveInto";
import { moveIntoSlot } from "./steps/moveIntoSlot";
import { moveOut } from "./steps/moveOut";
import { pasteSteps } from "./steps/paste";
import { placeSteps } from "./steps/place";
import { renameStep } from "./steps/renameStep";
import { fit, tidy, zoomIn, zoomOut } from "./view/canvas";
import { goTo } from "./view/find";
import { closePanel, showPanelCommands } from "./view/panels";
import { themeCommands } from "./view/theme";

export const commands: readonly AnyCommand[] = [
  ...keyedCommands,
  run,
  deploy,
  openFile,
  ...exportCommands,
  goHome,
  ...addStepCommands,
  addStep,
  addHere,
  addIntoSlot,
  renameStep,
  deleteSteps,
  pasteSteps,
  placeSteps,
  moveInto,
  moveIntoSlot,
  moveOut,
  connect,
  disconnect,
  waitFor,
  setTrigger,
  pinPort,
  showPort,
  addParameter,
  changeParameter,
  deleteParameter,
  fit,
  zoomIn,
  zoomOut,
  tidy,
  goTo,
  ...showPanelCommands,
  closePanel,
  ...themeCommands,
];
