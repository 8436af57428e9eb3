/** A comparison as the canvas shows it: a picture, or a page in which steps are selected and read. */
/// <reference path="../../viewer/built.d.ts" />
import { overlayDocument, overlayOf } from "../../pipeline/compare/overlay";
import { type Stop, stepOf, stopsOf } from "../../pipeline/compare/stops";
import { verbsOf, whenceInWords } from "../../pipeline/compare/words";
import { createDocument } from "../../pipeline/definition/document";
import { read } from "../../pipeline/reading";
import { loadModels } from "../../pipeline/schema/load";
import * as built from "../../viewer/main.ts?built";
import type { Told, ToldChanges } from "../../viewer/told";
import { bothColours, coloursOf } from "../canvas/colours";
import { drawingOf } from "../canvas/scene";
import { svgOf } from "../canvas/svgOf";
import type { ExportSource } from "../form";
import { pageOf } from "../viewer/page";
import { toldOf } from "../viewer/told";
import type { Comparison } from "./comparison";

/** Gives the steps of both versions their places. */
export type Tidy = (source: ExportSource) => Promise<ExportSource>;

export async function comparisonAsSvg(comparison: Comparison, name: string, tidy: Tidy): Promise<string> {
  const { source, overlay } = await laidOver(comparison, name, tidy);
  return svgOf(drawingOf(source, source.models, overlay), name, coloursOf("light"));
}

export async function comparisonAsHtml(comparison: Comparison, name: string, tidy: Tidy): Promise<string> {
  const { source, overlay } = await laidOver(comparison, name, tidy);
  const { models, definition, samples } = source;
  const picture = svgOf(drawingOf(source, models, overlay), name, bothColours);
  const reading = { ...read({ definition, name, samples }, models), graph: overlay.graph };
  return pageOf(name, picture, withChanges(toldOf(definition, reading), stopsOf(comparison)), built);
}

async function laidOver(comparison: Comparison, name: string, tidy: Tidy) {
  const nowhere = { layout: new Map(), ways: [] };
  const document = overlayDocument(nowhere, createDocument("", name, comparison.after), comparison);
  const overlay = overlayOf(document.definition, comparison);
  const models = await loadModels(overlay.graph.steps.map(({ type }) => type));
  return { source: await tidy({ ...document, models }), overlay };
}

function withChanges(told: Told, stops: readonly Stop[]): Told {
  const changes = new Map(stops.map((stop) => [stepOf(stop), toldChanges(stop)]));
  const ofPipeline = changes.get(null);
  return {
    ...told,
    steps: told.steps.map((step) => {
      const its = changes.get(step.key);
      return its === undefined ? step : { ...step, changes: its };
    }),
    ...(ofPipeline !== undefined && { changes: ofPipeline }),
  };
}

function toldChanges(stop: Stop): ToldChanges {
  const said = stop.sentences.map(({ sentence, security }) => (security ? `Security: ${sentence}` : sentence));
  if (stop.kind === "step") {
    const { change } = stop;
    const happened = [verbsOf(change).join(" and "), whenceInWords(change)].filter((part) => part !== "").join(", ");
    return { said: [`${happened}.`, ...said], fields: change.fields };
  }
  const ofParameters = stop.parameters.flatMap(({ name, fields }) =>
    fields.map((field) => ({ ...field, path: `${name} ${field.path}` })),
  );
  const happened = stop.parameters.map(
    (parameter) => `Parameter ${parameter.name} ${verbsOf(parameter).join(" and ")}.`,
  );
  return { said: [...happened, ...said], fields: [...ofParameters, ...stop.fields] };
}
