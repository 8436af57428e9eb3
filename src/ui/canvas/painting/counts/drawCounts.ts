/** From so far that names cannot be read: groups, loops, branches and places, each with the count of its steps and how it stands. */
import type { StepRun } from "../../../../editor/session/editorState";
import { type Cluster, clustersOf } from "../../../../pipeline/layout/clusters";
import { framesOf } from "../../../../pipeline/layout/frames";
import { overlaps, type Rect } from "../../../../pipeline/layout/rect";
import type { SceneCard } from "../../../../pipeline/layout/scene";
import { baseLine, fitText, textWidth } from "../../../../pipeline/layout/textWidth";
import { oncePerObject } from "../../../../pipeline/remember";
import { stepTypeOf } from "../../../../pipeline/steps";
import { stepsInWords } from "../../folding/stepsInWords";
import { type Brush, onScreen, setFont } from "../brush";
import { drawSigns } from "../drawBadge";
import type { Picture } from "../picture";

/** On the screen, in pixels. */
const room = { width: 176, height: 76 };
const size = { title: 12, types: 10, padding: 8, line: 16, dot: 7 };

const framesIn = oncePerObject(framesOf);

/** Several places of one picture may be painted one after the other. */
const clustersIn = oncePerObject((scene: Picture["scene"], groups: Picture["groups"], zoom: number) =>
  clustersOf(scene, framesIn(groups, scene), { width: room.width / zoom, height: room.height / zoom }),
);

export function drawCounts(brush: Brush, picture: Picture): void {
  const taken: Rect[] = [];
  for (const cluster of clustersIn(picture.scene, picture.groups, brush.zoom))
    drawCluster(brush, picture, cluster, taken);
}

function drawCluster(brush: Brush, picture: Picture, cluster: Cluster, taken: Rect[]): void {
  const { context, ink } = brush;
  const px = (pixels: number) => onScreen(brush, pixels);
  const { title, steps, isHead } = cluster;
  const all = typesOf(steps);
  const [first] = all;
  // Of one type alone its name says it all.
  const isOne = title === null && all.length === 1 && first !== undefined;
  const found = steps.filter(({ key }) => picture.found.steps.has(key)).length;
  const counted = isOne
    ? steps.length === 1
      ? (steps[0]?.name ?? "")
      : `${first.count} ${first.label}`
    : title === null
      ? stepsInWords(steps.length)
      : `${title} · ${steps.length}`;
  const words = found === 0 ? counted : `${counted} · ${found} found`;
  const left = isOne ? size.dot + 4 : 0;
  const types = isHead || isOne ? [] : all;
  const problems = steps.flatMap(({ key }) => picture.problems.get(key) ?? []);
  const run = worstRun(steps.flatMap(({ key }) => picture.runs.get(key) ?? []));
  const signs = (run === undefined ? 0 : 20) + (problems.length === 0 ? 0 : 24);
  const shown = fitText(words, room.width - 2 * size.padding - signs - left, size.title, true);
  const below = typesInWords(types, room.width - 2 * size.padding - size.dot * types.length);
  const wide = Math.max(left + textWidth(shown, size.title, true) + signs, belowWidth(below)) + 2 * size.padding;
  const high = 8 + size.line + (below.length === 0 ? 0 : size.line - 2);
  const at = placeFor(cluster, px(wide), px(high), px(4), taken);
  if (at === null) return;
  taken.push(at);
  context.save();
  context.translate(at.x, at.y);
  context.scale(px(1), px(1));
  context.beginPath();
  context.roundRect(0, 0, wide, high, 7);
  context.fillStyle = ink.card;
  context.globalAlpha = 0.94;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = found > 0 ? ink.found : run?.status === "Failed" ? ink.error : ink.border;
  context.lineWidth = found > 0 ? 2 : 1;
  context.stroke();
  const near = { ...brush, zoom: 1 };
  if (isOne) {
    context.fillStyle = ink.category(first.colour);
    context.fillRect(size.padding, 4 + (size.line - size.dot) / 2, size.dot, size.dot);
  }
  setFont(near, size.title, true);
  context.fillStyle = ink.heading;
  context.fillText(shown, size.padding + left, baseLine(4, size.line, size.title));
  drawSigns(near, wide - 5, 4 + size.line / 2, 8, run, problems);
  drawTypes(near, below, 4 + size.line - 1);
  context.restore();
}

/** The middle of the area, else above or below it; at its head for one whose steps are counted inside. Null where no place is free. */
function placeFor({ area, isHead }: Cluster, width: number, height: number, gap: number, taken: readonly Rect[]) {
  const across = area.x + (area.width - width) / 2;
  const middle = area.y + (area.height - height) / 2;
  const tops = isHead ? [area.y - height / 2, area.y + gap] : [middle, middle - height - gap, middle + height + gap];
  const lefts = isHead ? [area.x + gap, area.x + area.width - width - gap] : [across];
  for (const y of tops) {
    for (const x of lefts) {
      const place = { x, y, width, height };
      if (!taken.some((other) => overlaps(other, place))) return place;
    }
  }
  return null;
}

interface TypeCount {
  readonly label: string;
  readonly colour: ReturnType<typeof stepTypeOf>["category"];
  readonly count: number;
}

/** The most frequent first. */
function typesOf(steps: readonly SceneCard[]): readonly TypeCount[] {
  const counts = new Map<string, number>();
  for (const { type } of steps) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts]
    .sort(([, left], [, right]) => right - left)
    .map(([type, count]) => ({ label: stepTypeOf(type).label, colour: stepTypeOf(type).category, count }));
}

interface TypeWords {
  readonly text: string;
  readonly width: number;
  /** Null for what counts the others. */
  readonly colour: TypeCount["colour"] | null;
}

/** As many types as there is room for, the others together. */
function typesInWords(types: readonly TypeCount[], width: number): readonly TypeWords[] {
  const words = (text: string, colour: TypeWords["colour"]) => ({ text, colour, width: textWidth(text, size.types) });
  const found: TypeWords[] = [];
  let left = width;
  for (const [index, { label, colour, count }] of types.entries()) {
    const next = words(`${count} ${label}`, colour);
    const others = types.slice(index).reduce((sum, { count: more }) => sum + more, 0);
    const isLast = index === types.length - 1;
    if (index > 0 && next.width + gapOfTypes + (isLast ? 0 : 48) > left) {
      return [...found, words(`${others} more`, null)];
    }
    found.push(next);
    left -= next.width + gapOfTypes;
  }
  return found;
}

const gapOfTypes = size.dot + 10;

function belowWidth(words: readonly TypeWords[]): number {
  return words.reduce(
    (sum, { width, colour }) => sum + width + (colour === null ? 0 : size.dot + 3),
    (words.length - 1) * 7,
  );
}

function drawTypes(brush: Brush, words: readonly TypeWords[], top: number): void {
  const { context, ink } = brush;
  setFont(brush, size.types);
  let x = size.padding;
  for (const { text, width, colour } of words) {
    if (colour !== null) {
      context.fillStyle = ink.category(colour);
      context.fillRect(x, top + (size.line - size.dot) / 2, size.dot, size.dot);
      x += size.dot + 3;
    }
    context.fillStyle = ink.secondary;
    context.fillText(text, x, baseLine(top, size.line, size.types));
    x += width + 7;
  }
}

/** What one has to know first of several runs. */
const byWeight: readonly StepRun["status"][] = [
  "Failed",
  "Executing",
  "Starting",
  "Stopping",
  "Stopped",
  "Waiting",
  "Succeeded",
];

function worstRun(runs: readonly StepRun[]): StepRun | undefined {
  for (const status of byWeight) {
    const found = runs.find((run) => run.status === status);
    if (found !== undefined) return found;
  }
  return undefined;
}
