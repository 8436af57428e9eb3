import { useState } from "react";
import { targetLabel } from "../../../contract/target";
import { PlainButton } from "../PlainButton";
import { useWorkspace } from "../useWorkspace";
import type { AccountPickerProps } from "./AccountPicker";
import { LazyAccountPicker } from "./LazyAccountPicker";

/** Opens the list of what the chosen target has. */
export function ChooseInAccount(picker: Omit<AccountPickerProps, "onClose">) {
  const { runs } = useWorkspace();
  const [open, setOpen] = useState(false);
  const where = targetLabel(picker.target ?? runs.target());
  return (
    <>
      <p className="sw-note">
        <PlainButton
          look="link"
          aria-expanded={open}
          aria-label={`Choose in ${where}: ${picker.label}`}
          onClick={() => setOpen(!open)}
        >
          Choose in {where}
        </PlainButton>
      </p>
      {open && <LazyAccountPicker {...picker} onClose={() => setOpen(false)} />}
    </>
  );
}
