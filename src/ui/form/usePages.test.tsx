// @vitest-environment jsdom
import { act, cleanup, fireEvent } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { openInspector } from "../../testing/openInspector";
import { training } from "../../testing/steps";

afterEach(cleanup);

/** Not by role: to look for one among so many takes the test longer than all else. */
const labelled = (label: string) => document.querySelector(`[aria-label="${label}"]`) as HTMLElement;
const shown = () =>
  [...document.querySelectorAll<HTMLInputElement>('[aria-label^="Name of rate"]')].map(({ value }) => value);

it("shows fifty of many hyperparameters, or those around the one that is asked for", async () => {
  const many = Object.fromEntries(Array.from({ length: 130 }, (_, i) => [`rate${i}`, "1"]));
  const { editor } = await openInspector([training("A", { HyperParameters: many })], "A");
  expect(shown()).toHaveLength(50);
  fireEvent.click(labelled("Hyperparameters: the next 50"));
  expect(shown().at(0)).toBe("rate50");
  act(() => editor.reveal("A", "Arguments.HyperParameters.rate120"));
  expect(shown()).toHaveLength(30);
  expect(shown()).toContain("rate120");
  fireEvent.click(labelled("Hyperparameters: the 50 before"));
  expect(shown().at(-1)).toBe("rate99");
}, 60_000);
