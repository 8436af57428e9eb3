// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createEditor, type Editor } from "../../editor/session/createEditor";
import { documentOf } from "../../testing/load";
import { workspaceOf } from "../../testing/workspace";
import { WorkspaceContext } from "../kit/useWorkspace";
import { Notices } from "./Notices";

let editor: Editor;
const shown = () => screen.queryAllByRole("listitem").map((row) => row.textContent);
const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const say = (...said: Parameters<Editor["notice"]>) => act(() => void editor.notice(...said));

beforeEach(() => {
  vi.useFakeTimers();
  editor = createEditor(documentOf([]));
  render(
    <WorkspaceContext value={workspaceOf(editor)}>
      <Notices />
    </WorkspaceContext>,
  );
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

it("one notice is shown at a time, for eight seconds", () => {
  say("info", "One.");
  say("success", "Two.");
  expect(shown()).toEqual(["Two.✕"]);
  wait(7900);
  expect(shown()).toEqual(["Two.✕"]);
  wait(200);
  expect(shown()).toEqual([]);
});

it("a list that was opened is closed again once its notices are gone", () => {
  say("error", "One.");
  say("error", "Two.");
  fireEvent.click(screen.getByRole("button", { name: "1 error before it" }));
  for (const close of screen.getAllByRole("button", { name: "Close this notice" })) fireEvent.click(close);
  say("error", "Three.");
  say("info", "Later.");
  expect(shown()).toEqual(["Later.✕"]);
});

it("one that somebody reads stays", () => {
  say("warning", "Read me.");
  fireEvent.focus(screen.getByRole("button", { name: "Close this notice" }));
  wait(20_000);
  expect(shown()).toEqual(["Read me.✕"]);
});

it("what went wrong stays, in a list behind what came later", () => {
  say("error", "Broken.");
  wait(20_000);
  say("info", "Later.");
  expect(shown()).toEqual(["Later.✕"]);
  fireEvent.click(screen.getByRole("button", { name: "1 error before it" }));
  expect(shown()).toEqual(["Broken.✕", "Later.✕"]);
  wait(8100);
  expect(shown()).toEqual(["Broken.✕"]);
});
