// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { perform } from "../../../editor/commands/perform";
import { takeTour } from "../../../editor/commands/view/tour";
import { createEditor } from "../../../editor/session/createEditor";
import { documentOf } from "../../../testing/load";
import { lambda } from "../../../testing/steps";
import { workspaceOf } from "../../../testing/workspace";
import { WorkspaceContext } from "../../kit/useWorkspace";
import { CommandDialogs } from "../CommandDialogs";
import { TourOffer } from "./TourOffer";

beforeEach(() => window.localStorage.clear());
afterEach(() => {
  vi.unstubAllGlobals();
  cleanup();
});

function open() {
  const workspace = workspaceOf(createEditor(documentOf([lambda("Prep")])));
  render(
    <WorkspaceContext value={workspace}>
      <button type="button">before</button>
      <TourOffer />
      <CommandDialogs />
    </WorkspaceContext>,
  );
  const take = () => act(() => perform(workspace, takeTour, undefined));
  return { user: userEvent.setup({ delay: null }), take };
}

it("leads through five bubbles and back, by keys alone, and gives the focus back", async () => {
  const { user, take } = open();
  screen.getByRole("button", { name: "before" }).focus();
  await take();
  await screen.findByRole("dialog", { name: "Tour, 1 of 5" });
  expect(document.activeElement?.textContent).toBe("Next");
  for (const at of [2, 3, 4]) {
    await user.keyboard("{Enter}");
    screen.getByRole("dialog", { name: `Tour, ${at} of 5` });
  }
  await user.keyboard("{ArrowLeft}");
  screen.getByRole("dialog", { name: "Tour, 3 of 5" });
  await user.keyboard("{ArrowRight}{ArrowRight}");
  expect(document.activeElement?.textContent).toBe("Done");
  await user.keyboard("{Enter}");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(document.activeElement?.textContent).toBe("before");
});

it("is left by Escape at any moment, and can be taken again", async () => {
  const { user, take } = open();
  await take();
  await screen.findByRole("dialog");
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
  await take();
  expect(screen.getByRole("dialog", { name: "Tour, 1 of 5" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Leave the tour" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("is offered once, and to no program", async () => {
  const { user } = open();
  expect(screen.getByText(/^Here for the first time/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "No, thanks" }));
  expect(screen.queryByText(/^Here for the first time/)).toBeNull();
  cleanup();
  open();
  expect(screen.queryByText(/^Here for the first time/)).toBeNull();
  cleanup();
  window.localStorage.clear();
  vi.stubGlobal("navigator", { ...navigator, webdriver: true });
  open();
  expect(screen.queryByText(/^Here for the first time/)).toBeNull();
});
