import { describe, expect, it } from "vitest";
import { createEditor } from "../../../editor/session/createEditor";
import { createDocument } from "../../../pipeline/definition/document";
import { moveSteps } from "../../../pipeline/edits/moveSteps";
import { contains, overlaps, type Rect } from "../../../pipeline/layout/rect";
import { definitionOf } from "../../../testing/load";
import { lambda, pipeline } from "../../../testing/steps";
import { createCanvasStore } from "../canvasStore";
import { createCardStores } from "../cards/cardStores";
import { draggingOf } from "../drop/dragging";
import { keepScene } from "../sceneKeeper";
import { changedPlaces, type DrawnPicture } from "./changes";
import type { Picture } from "./picture";

/** Columns of ten, each step behind the one left of it. */
const many = 400;
const steps = Array.from({ length: many }, (_, at) =>
  lambda(`Step${at}`, at < 10 ? {} : { DependsOn: [`Step${at - 10}`] }),
);
const layout = new Map(steps.map(({ Name }, at) => [Name, { x: Math.floor(at / 10) * 500, y: (at % 10) * 300 }]));

function open() {
  const document = { ...createDocument("d", "d", definitionOf(pipeline(steps))), layout };
  const editor = createEditor(document);
  const canvas = createCanvasStore();
  const { faces } = createCardStores();
  keepScene(editor, canvas, faces);
  const drawn = (keys: readonly string[] = []): DrawnPicture => {
    const { scene, lines, labels, found, highlighted, cycle } = canvas.getState();
    const picture: Picture = {
      ...{ scene, lines, labels, found, highlighted, cycle, faces: faces.all(), groups: document.groups },
      ...{ runs: none, problems: none, flows: null, comparison: null, lit: nothing, selected: nothing },
    };
    return { picture, leftOut: { keys: new Set(keys), wiresToo: true } };
  };
  return { editor, canvas, drawn };
}
const none: ReadonlyMap<string, never> = new Map<string, never>();
const nothing: ReadonlySet<string> = new Set();

const meets = (places: readonly Rect[], other: Rect) => places.some((place) => overlaps(place, other));

describe("what of a picture is painted anew", () => {
  it("for a step that is taken up is where it and its wires are, not what lies around", () => {
    const { canvas, drawn } = open();
    const before = drawn();
    const { scene } = canvas.getState();
    canvas.setState({ dragging: draggingOf(scene, "Step155", ["Step155"], () => []) });
    canvas.setState({ drag: new Map([["Step155", { x: 7_010, y: 1_510 }]]) });
    const places = changedPlaces(before, drawn(["Step155"]), 0.4);
    const card = scene.cards.get("Step155");
    const away = [...scene.cards.values()].filter((other) => places !== null && meets(places, other));
    expect(places?.length).toBeLessThan(30);
    expect(card !== undefined && places?.some((place) => contains(place, card))).toBe(true);
    expect(away.length).toBeLessThan(15);
  });

  it("for a step that was moved is where it stood and where it stands", () => {
    const { editor, canvas, drawn } = open();
    const before = drawn();
    editor.edit("Move", moveSteps(new Map([["Step155", { x: 20_000, y: 9_000 }]])));
    const places = changedPlaces(before, drawn(), 0.4) ?? [];
    const now = canvas.getState().scene.cards.get("Step155");
    expect(places.some((place) => contains(place, { x: 7_500, y: 1_500 }))).toBe(true);
    expect(now !== undefined && places.some((place) => contains(place, now))).toBe(true);
    expect(places.length).toBeLessThan(30);
  });

  it("for a picture that did not change is nothing, and for one in which much moved is all of it", () => {
    const { editor, drawn } = open();
    const before = drawn();
    expect(changedPlaces(before, drawn(), 0.4)).toEqual([]);
    editor.edit("Move", moveSteps(new Map([...layout].map(([key, { x, y }]) => [key, { x: x + 40, y }]))));
    expect(changedPlaces(before, drawn(), 0.4)).toBeNull();
  });

  it("from so far that steps are counted is all of it, for a count may stand elsewhere", () => {
    const { editor, drawn } = open();
    const before = drawn();
    editor.edit("Move", moveSteps(new Map([["Step155", { x: 20_000, y: 9_000 }]])));
    expect(changedPlaces(before, drawn(), 0.1)).toBeNull();
  });
});
