// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { createEditor, type Editor } from "../../editor/session/createEditor";
import { documentOf } from "../../testing/load";
import { lambda } from "../../testing/steps";
import { workspaceOf } from "../../testing/workspace";
import { WorkspaceContext } from "../kit/useWorkspace";
import { usePanelSize } from "./panelSizes";
import { useInspectorDrawer } from "./useInspectorDrawer";

let editor: Editor;
beforeEach(() => {
  window.localStorage.clear();
  editor = createEditor(documentOf([lambda("A"), lambda("B")]));
});

function drawer(narrow: boolean) {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <WorkspaceContext value={workspaceOf(editor)}>{children}</WorkspaceContext>
  );
  const { result } = renderHook(() => useInspectorDrawer(narrow, usePanelSize("right")), { wrapper });
  return {
    isOpen: () => result.current.open,
    toggle: () => act(() => result.current.toggle()),
    ask: (step: string, path?: string) => act(() => editor.reveal(step, path)),
  };
}

describe.each([
  ["in its own column", false],
  ["over the canvas", true],
])("the inspector %s", (_where, narrow) => {
  it("put away, is seen again for each field that is asked for, also before the last one was shown", () => {
    const { isOpen, toggle, ask } = drawer(narrow);
    ask("A", "Arguments.x");
    expect(isOpen()).toBe(true);
    toggle();
    expect(isOpen()).toBe(false);
    ask("A", "Arguments.y");
    expect(isOpen()).toBe(true);
  });

  it("put away, stays so when the step itself is asked for, and when what was asked for has been shown", () => {
    const { isOpen, toggle, ask } = drawer(narrow);
    ask("A", "Arguments.x");
    toggle();
    act(() => editor.answerReveal());
    expect(isOpen()).toBe(false);
    ask("A");
    expect(isOpen()).toBe(false);
  });
});

it("over the canvas opens for a step that is selected, and again for another", () => {
  const { isOpen, toggle } = drawer(true);
  expect(isOpen()).toBe(false);
  act(() => editor.select(["A"]));
  expect(isOpen()).toBe(true);
  toggle();
  expect(isOpen()).toBe(false);
  act(() => editor.select(["B"]));
  expect(isOpen()).toBe(true);
});
