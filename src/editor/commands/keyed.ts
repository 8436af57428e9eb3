/** The registry of the commands that keys mean: it comes with the page, so that a key is understood from the first moment. */
import type { AnyCommand } from "./command";
import { deleteSelection } from "./deleteSelection";
import { redo, undo } from "./history";
import { runNow } from "./pipeline/runs";
import { save } from "./pipeline/saved";
import { clearSelection, selectAll } from "./selection";
import { copy, cut } from "./steps/copy";
import { duplicate } from "./steps/duplicate";
import { foldSteps } from "./steps/fold";
import { paste } from "./steps/paste";
import { nudge } from "./steps/place";
import { writeOverName } from "./steps/renameStep";
import { fit, fitSelection, fullSize } from "./view/canvas";
import { nextChange, previousChange } from "./view/changes";
import { findNext, findPrevious, findStep, openKeys, openPalette } from "./view/find";

export const keyedCommands: readonly AnyCommand[] = [
  undo,
  redo,
  save,
  runNow,
  copy,
  cut,
  paste,
  duplicate,
  deleteSelection,
  writeOverName,
  nudge,
  foldSteps,
  selectAll,
  clearSelection,
  fit,
  fitSelection,
  fullSize,
  openPalette,
  findStep,
  findNext,
  findPrevious,
  openKeys,
  nextChange,
  previousChange,
];
