// @vitest-environment jsdom
import { cleanup, configure, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it } from "vitest";
import { memberItems } from "../../../editor/form/item";
import { createEditor } from "../../../editor/session/createEditor";
import { createDocument } from "../../../pipeline/definition/document";
import { getIn, type Value } from "../../../pipeline/definition/value";
import { loadModel } from "../../../pipeline/schema/load";
import { stepTypeOf } from "../../../pipeline/steps";
import { workspaceOf } from "../../../testing/workspace";
import { Field } from "../../form/Field";
import { FieldComponentContext } from "../../form/FieldSlot";
import { fieldSourceOf, InspectedStepContext } from "../../kit/inspectedStep";
import { WorkspaceContext } from "../../kit/useWorkspace";

configure({ defaultHidden: true, asyncUtilTimeout: 15_000 });
beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
});
afterEach(cleanup);

it.each([
  [undefined, [{ Get: "Parameters.Type" }]],
  [["ml.c5.xlarge"], ["ml.c5.xlarge", { Get: "Parameters.Type" }]],
] as [Value | undefined, Value][])(
  "instance types %j take one more that is read at run time",
  async (before, after) => {
    const spec = { Containers: [], ...(before !== undefined && { SupportedTransformInstanceTypes: before }) };
    const definition = {
      Parameters: [{ Name: "Type", Type: "String" }],
      Steps: [{ Name: "Register", Type: "RegisterModel", Arguments: { InferenceSpecification: spec } }],
    };
    const editor = createEditor(createDocument("d", "d", definition), { loadModel });
    await waitFor(() => expect(editor.store.getState().models.has("RegisterModel")).toBe(true));
    const source = fieldSourceOf(
      stepTypeOf("RegisterModel"),
      editor.store.getState().models.get("RegisterModel") ?? null,
    );
    const name = "SupportedTransformInstanceTypes";
    const item = memberItems(source, ["Arguments", "InferenceSpecification"]).find((member) => member.name === name);
    if (item === undefined) throw new Error(`There is no ${name}.`);
    const inspected = { stepKey: "Register", source, documentation: null, keepGroup: () => {}, forgetGroups: () => {} };
    render(
      <WorkspaceContext value={workspaceOf(editor)}>
        <FieldComponentContext value={Field}>
          <InspectedStepContext value={inspected}>
            <Field item={item} />
          </InspectedStepContext>
        </FieldComponentContext>
      </WorkspaceContext>,
    );
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    await user.click(screen.getByRole("button", { name: "Reference for Supported transform instance types" }));
    await user.keyboard("Type{Enter}");
    const path = ["Steps", 0, "Arguments", "InferenceSpecification", name];
    expect(getIn(editor.store.getState().document.definition, path)).toEqual(after);
    expect(screen.getByRole("group", { name: /^Supported transform instance types \d/ }).textContent).toContain("Type");
  },
);
