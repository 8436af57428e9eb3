import { expect, it } from "vitest";
import { saidOnce } from "./saidOnce";

it("a fault that is met again and again is told once, and again after something else", () => {
  const told: string[] = [];
  const tell = saidOnce((line) => told.push(line));
  for (const line of ["full", "full", "well", "full", "full"]) tell(line);
  expect(told).toEqual(["full", "well", "full"]);
});
