// @vitest-environment jsdom

import { describe, expect, it } from "vitest";
import { categoryColours } from "../../pipeline/card/categoryColours";
import { stepIcon } from "../../pipeline/card/stepIcons";
import { createDocument } from "../../pipeline/definition/document";
import { listSteps } from "../../pipeline/graph/stepTree";
import { corpus } from "../../testing/fixtures";
import { definitionOf } from "../../testing/load";
import { anyText, definitionFullOf, naughtyTexts } from "../../testing/naughty";
import fc from "../../testing/properties";
import { condition, equal, forEach, lambda, pipeline, read, training } from "../../testing/steps";
import { svg } from "../svg";

const models = new Map();
const sourceOf = (definition: object | string, name = "churn") => ({
  ...createDocument("", name, definitionOf(definition)),
  models,
});
const written = (definition: object, ground?: string, name = "churn") =>
  svg.write(sourceOf(definition, name), { extension: ".svg", options: ground === undefined ? {} : { ground } });
const parsed = (text: string) => {
  const document = new DOMParser().parseFromString(text, "image/svg+xml");
  expect(document.querySelector("parsererror")?.textContent ?? "").toBe("");
  return document;
};

const branches = pipeline([
  lambda("Prep"),
  training("Train".padEnd(64, "x"), {}, {}, read("Steps.Prep.OutputParameters['path']")),
  condition("Gate", [equal], [lambda("Publish")]),
  forEach("Each", [lambda("One")]),
]);

describe("a picture of the canvas", () => {
  it("has a title with its whole name for each card, texts as texts, and each line", () => {
    const document = parsed(written(branches));
    const cards = [...document.querySelectorAll("svg > g > title")].map(({ textContent }) => textContent);
    expect(cards).toEqual(["Prep", "Train".padEnd(64, "x"), "Gate", "Publish", "Each", "One"]);
    const texts = [...document.querySelectorAll("text")].map(({ textContent }) => textContent);
    expect(texts).toEqual(expect.arrayContaining(["Prep", "path → train", "True", "Each"]));
    expect([...document.querySelectorAll("path > title")].map(({ textContent }) => textContent)).toEqual([
      `Prep path to ${"Train".padEnd(64, "x")} S3Uri`,
      "Gate True to Publish",
      "Each Each to One",
    ]);
    expect(document.querySelector("foreignObject, style, script, image")).toBeNull();
  });

  it("has each type's colour and icon, and fills the ports that are used, as the canvas does", () => {
    const card = (name: string) =>
      [...parsed(written(branches)).querySelectorAll("g[data-step]")].find(
        (group) => group.querySelector("title")?.textContent === name,
      );
    expect(card("Prep")?.querySelector(`rect[fill="${categoryColours.Integrations}"]`)).not.toBeNull();
    expect(card("Prep")?.querySelector(`path[d="${stepIcon("lambda")}"]`)).not.toBeNull();
    const dots = (name: string) =>
      [...(card(name)?.querySelectorAll("circle") ?? [])].map((dot) => dot.getAttribute("fill"));
    expect(dots("Prep")).toEqual(["#006ce0"]);
    expect(dots("Publish")).toEqual(["#ffffff"]);
    expect(dots("Gate")).toEqual(expect.arrayContaining(["#00802f", "#db0000"]));
  });

  it("holds all that is drawn", () => {
    const document = parsed(written(branches));
    const [x = 0, y = 0, width = 0, height = 0] = (document.documentElement.getAttribute("viewBox") ?? "")
      .split(" ")
      .map(Number);
    for (const rect of document.querySelectorAll("rect")) {
      const at = (name: string) => Number(rect.getAttribute(name));
      expect(at("x")).toBeGreaterThanOrEqual(x);
      expect(at("y")).toBeGreaterThanOrEqual(y);
      expect(at("x") + at("width")).toBeLessThanOrEqual(x + width);
      expect(at("y") + at("height")).toBeLessThanOrEqual(y + height);
    }
  });

  it("stands where the canvas has its steps", () => {
    const layout = new Map([["Prep", { x: 1000, y: 500 }]]);
    const source = { ...sourceOf(pipeline([lambda("Prep")])), layout };
    expect(svg.write(source, { extension: ".svg", options: {} })).toContain('<rect x="1000" y="500"');
  });

  it("has its lines where the canvas has them, and the ports that were pinned", () => {
    const options = { extension: ".svg", options: {} };
    const source = sourceOf(pipeline([lambda("Prep"), training("Train", {}, { DependsOn: ["Prep"] })]));
    const plain = svg.write(source, options);
    const [, x, y, toX, toY] = (/ d="M([\d.]+),([\d.]+)C.* ([\d.]+),([\d.]+)"/.exec(plain) ?? []).map(Number);
    const [from, to] = [
      { x: x ?? 0, y: y ?? 0 },
      { x: toX ?? 0, y: toY ?? 0 },
    ];
    const way = [from, { x: from.x + 20, y: from.y }, { x: from.x + 20, y: 800 }, { x: to.x, y: 800 }, to];
    const pins = new Map([["Train", { inputs: [], outputs: ["TrainingJobName"] }]]);
    const drawn = svg.write({ ...source, ways: [way], pins }, options);
    expect([plain, drawn].map((text) => text.includes(",800 "))).toEqual([false, true]);
    expect([plain, drawn].map((text) => text.includes(">TrainingJobName<"))).toEqual([false, true]);
  });

  const noteOf = (text: string, width = 200) => ({
    id: "n",
    text,
    place: { x: 900, y: -300 },
    size: { width, height: 80 },
    colour: "green" as const,
  });
  const withNotes = (text: string) => ({
    ...sourceOf(branches),
    notes: [noteOf(text)],
    groups: [{ id: "g", title: text, colour: "blue" as const, steps: ["Prep", "Gone"] }],
  });

  it("has the notes, their words on as many lines as they have room for, and the frames of groups", () => {
    const text =
      "# Nightly\n\nReads **all** of the bucket, then [tells](https://example.com) the team what it found\n- one";
    const document = parsed(svg.write(withNotes(text), { extension: ".svg", options: {} }));
    const lines = [...document.querySelectorAll("svg > text")].filter((one) => Number(one.getAttribute("y")) < -200);
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      "Nightly",
      "Reads all of the bucket,",
      "then tells the team what it",
    ]);
    const frame = [...document.querySelectorAll("rect")].find((rect) => rect.getAttribute("fill") === "#0055b8");
    const card = document.querySelector('g[data-step="0"] > rect');
    const at = (rect: Element | undefined | null, name: string) => Number(rect?.getAttribute(name));
    expect(at(card, "x") - at(frame, "x")).toBe(26);
    expect(document.documentElement.getAttribute("viewBox")).toMatch(/^-?\d+ -324 /);
  });
  it.each(naughtyTexts.map((text) => [text]))("keeps %j a text in a note and in a group's title", (text) => {
    expect(
      parsed(svg.write(withNotes(text), { extension: ".svg", options: {} })).querySelector("script, b"),
    ).toBeNull();
  });

  it("stands on light, on dark or on nothing", () => {
    const grounds = [undefined, "dark", "transparent"].map((ground) => {
      const first = parsed(written(branches, ground)).querySelector("svg > rect");
      return [first?.getAttribute("fill"), first?.getAttribute("rx")];
    });
    expect(grounds).toEqual([
      ["#f4f5f9", null],
      ["#0f141a", null],
      ["#006ce0", "12"],
    ]);
  });

  it("says where there is nothing to draw", () => {
    expect(parsed(written(pipeline([]))).querySelector("text")?.textContent).toBe("No steps");
  });

  it.each(corpus().map(({ name, text }) => [name, text]))("is XML, with each step of %s", (name, text) => {
    const definition = definitionOf(text);
    const document = parsed(svg.write(sourceOf(text, name), { extension: ".svg", options: {} }));
    const titles = [...document.querySelectorAll("g[data-step] > title")].map(({ textContent }) => textContent);
    expect(titles).toEqual(listSteps(definition).map(({ key }) => key));
  });

  const isWhole = (text: string) => {
    const document = parsed(written(definitionFullOf(text), undefined, text));
    const names = new Set([...document.querySelectorAll("*")].map(({ localName }) => localName));
    for (const name of names) expect(["svg", "title", "rect", "g", "path", "text", "tspan", "circle"]).toContain(name);
  };
  it.each(naughtyTexts.map((text) => [text]))("keeps %j a text", isWhole);
  it("keeps any text a text", () => {
    fc.assert(fc.property(anyText, isWhole), { numRuns: 15 });
  });
});
