/** The registry of all commands, one line each: the palette and the sheet of keys show it, the sweep tries it. */
import { applyFix } from "./applyFix";
import type { AnyCommand } from "./command";
import { connect } from "./edges/connect";
import { disconnect } from "./edges/disconnect";
import { setTrigger, waitFor } from "./edges/order";
import { chooseMember } from "./fields/chooseMember";
import { addCleanupSource, removeCleanupSource } from "./fields/cleanup";
import { addCondition, compareBy, negate } from "./fields/conditions";
import {
  addElement,
  addEntry,
  editStepJson,
  moveElement,
  removeField,
  renameKey,
  setField,
  takeOut,
} from "./fields/fields";
import { makeParameter } from "./fields/makeParameter";
import { pinPort, showPort } from "./fields/pins";
import { readJsonFile } from "./fields/readJsonFile";
import { selectIteration } from "./fields/selectIteration";
import { setForLacking } from "./fields/setForLacking";
import { setForSteps } from "./fields/setForSteps";
import { keyedCommands } from "./keyed";
import { colourGroup, groupSteps, renameGroup, ungroup } from "./notes/groups";
import { addNote, colourNote, deleteNote, placeNote, writeNote } from "./notes/notes";
import { declareOutput, removeOutput, renameOutput, setOutputType, takeOver } from "./outputs/outputs";
import { addParameter, changeParameter, deleteParameter } from "./parameters/parameters";
import { forgetPreset, keepPreset } from "./parameters/presets";
import { checkNow } from "./pipeline/checkNow";
import { compareWith, compareWithDeployed } from "./pipeline/compare";
import { exportCommands } from "./pipeline/exports";
import { goHome, openFile } from "./pipeline/files";
import { restore } from "./pipeline/restore";
import { runFrom, runOnly } from "./pipeline/runSelected";
import { aliases, deploy, promote, run, schedule } from "./pipeline/runs";
import { chooseTarget, renamePipeline } from "./pipeline/settings";
import {
  keepAsSample,
  learnFromRun,
  resetSamples,
  resetSimulatedValues,
  setSample,
  setSimulatedValue,
  setStepFails,
} from "./samples/samples";
import { addFromCode } from "./steps/addFromCode";
import { addHere } from "./steps/addHere";
import { addIntoSlot } from "./steps/addIntoSlot";
import { addStep, addStepCommands } from "./steps/addStep";
import { arrangeSteps } from "./steps/arrange";
import { copiesAs } from "./steps/copyAs";
import { deleteSteps } from "./steps/deleteSteps";
import { moveInto } from "./steps/moveInto";
import { moveIntoSlot } from "./steps/moveIntoSlot";
import { moveOut } from "./steps/moveOut";
import { pasteSteps } from "./steps/paste";
import { placeSteps } from "./steps/place";
import { renameStep } from "./steps/renameStep";
import { tidy, zoomCommands, zoomIn, zoomOut } from "./view/canvas";
import { endFind, goTo } from "./view/find";
import { closePanel, showPanelCommands } from "./view/panels";
import { themeCommands } from "./view/theme";
import { takeTour } from "./view/tour";

export const commands: readonly AnyCommand[] = [
  ...keyedCommands,
  ...copiesAs,
  run,
  runFrom,
  runOnly,
  deploy,
  promote,
  schedule,
  aliases,
  checkNow,
  compareWith,
  compareWithDeployed,
  restore,
  openFile,
  ...exportCommands,
  goHome,
  renamePipeline,
  chooseTarget,
  ...addStepCommands,
  addStep,
  addFromCode,
  addHere,
  addIntoSlot,
  renameStep,
  deleteSteps,
  pasteSteps,
  placeSteps,
  arrangeSteps,
  groupSteps,
  renameGroup,
  colourGroup,
  ungroup,
  addNote,
  writeNote,
  placeNote,
  colourNote,
  deleteNote,
  moveInto,
  moveIntoSlot,
  moveOut,
  connect,
  disconnect,
  waitFor,
  setTrigger,
  pinPort,
  showPort,
  setField,
  editStepJson,
  addEntry,
  removeField,
  takeOut,
  addElement,
  moveElement,
  renameKey,
  readJsonFile,
  makeParameter,
  setForLacking,
  setForSteps,
  chooseMember,
  addCondition,
  negate,
  compareBy,
  selectIteration,
  addCleanupSource,
  removeCleanupSource,
  declareOutput,
  renameOutput,
  setOutputType,
  removeOutput,
  takeOver,
  setSample,
  keepAsSample,
  learnFromRun,
  setStepFails,
  resetSamples,
  setSimulatedValue,
  resetSimulatedValues,
  applyFix,
  keepPreset,
  forgetPreset,
  addParameter,
  changeParameter,
  deleteParameter,
  endFind,
  takeTour,
  zoomIn,
  zoomOut,
  ...zoomCommands,
  tidy,
  goTo,
  ...showPanelCommands,
  closePanel,
  ...themeCommands,
];
