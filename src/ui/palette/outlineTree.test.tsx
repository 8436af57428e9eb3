// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createEditor } from "../../editor/session/createEditor";
import { createDocument } from "../../pipeline/definition/document";
import { definitionOf } from "../../testing/load";
import { lambda, pipeline } from "../../testing/steps";
import { workspaceOf } from "../../testing/workspace";
import { WorkspaceContext } from "../kit/useWorkspace";
import { Outline } from "./Outline";

const many = 2_000;
const steps = Array.from({ length: many }, (_, at) =>
  lambda(`${at === 1_500 ? "Zebra" : "Step"}${at}`, at === 0 ? {} : { DependsOn: [`Step${at - 1}`] }),
);

/** jsdom lays nothing out: what is in view is said by the test. */
let sees: (part: number, isIntersecting: boolean) => void;

beforeEach(() => {
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      private readonly parts: Element[] = [];
      constructor(tell: (seen: object[]) => void) {
        sees = (part, isIntersecting) => {
          const target = this.parts.find((one) => (one as HTMLElement).dataset.part === String(part));
          act(() => tell([{ target, isIntersecting }]));
        };
      }
      observe(part: Element) {
        this.parts.push(part);
      }
      disconnect() {}
    },
  );
  const editor = createEditor(createDocument("d", "d", definitionOf(pipeline(steps))));
  render(
    <WorkspaceContext value={workspaceOf(editor)}>
      <Outline />
    </WorkspaceContext>,
  );
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const tree = () => screen.getByRole("tree");
const inPage = () => tree().querySelectorAll("[role=treeitem]").length;
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? tree(), { key });
const focused = () => document.activeElement?.getAttribute("aria-label");

describe("the outline of thousands of steps", () => {
  it("has in the page what is in view, and says of each row where it stands among all", () => {
    expect(inPage()).toBeLessThan(100);
    const first = within(tree()).getAllByRole("treeitem")[0];
    expect(first?.getAttribute("aria-posinset")).toBe("1");
    expect(first?.getAttribute("aria-setsize")).toBe(String(many));
    sees(50, true);
    expect(tree().querySelectorAll("[data-part='50'] [role=treeitem]")).toHaveLength(40);
    sees(50, false);
    expect(tree().querySelectorAll("[data-part='50'] [role=treeitem]")).toHaveLength(0);
  });

  it("is gone through by key to rows that were not in the page, and by the letters of one far away", () => {
    act(() => within(tree()).getAllByRole("treeitem")[0]?.focus());
    press("End");
    expect(focused()).toBe(`Step${many - 1} runs after Step${many - 2}`);
    press("ArrowLeft");
    expect(focused()).toBe(`Step${many - 1}`);
    press("Home");
    expect(focused()).toBe("Step0");
    press("z");
    expect(focused()).toBe("Zebra1500");
    press("ArrowRight");
    expect(focused()).toBe("Zebra1500 runs after Step1499");
    press("ArrowUp");
    expect(focused()).toBe("Zebra1500");
    expect(inPage()).toBeLessThan(150);
    expect(tree().querySelectorAll("[tabindex='0']")).toHaveLength(1);
  });
});
