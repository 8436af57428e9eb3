import type { Call, Operation } from "./call";
import { invalid, notFound } from "./errors";
import { type Input, requiredStructures, requiredText, requiredTexts, structures } from "./input";
import { pageOf } from "./paging";
import type { Tag } from "./state/records";

const mostTags = 50;

export function tagsOf(input: Input): readonly Tag[] {
  return structures(input, "Tags", mostTags).map(tagIn);
}

function tagIn(tag: Input): Tag {
  return { Key: requiredText(tag, "Key", "tagKey"), Value: requiredText(tag, "Value", "tagValue") };
}

function tagged(call: Call, input: Input) {
  const arn = requiredText(input, "ResourceArn");
  const pipeline = call.store.pipelines(call.region).find((one) => one.arn === arn);
  if (pipeline === undefined) throw notFound(`Resource '${arn}' does not exist.`);
  return pipeline;
}

/** Sets tags on a pipeline; one with the same key is replaced. */
export const addTags: Operation = (call, input) => {
  const pipeline = tagged(call, input);
  const added = requiredStructures(input, "Tags", mostTags).map(tagIn);
  const tags = new Map([...pipeline.tags, ...added].map((tag) => [tag.Key, tag]));
  if (tags.size > mostTags) throw invalid(`A resource can have ${mostTags} tags at most.`);
  call.store.put({ ...pipeline, tags: [...tags.values()] });
  return { Tags: [...tags.values()] };
};

export const listTags: Operation = (call, input) => {
  const { items, ...more } = pageOf(input, tagged(call, input).tags, ({ Key }) => Key);
  return { Tags: items, ...more };
};

export const deleteTags: Operation = (call, input) => {
  const pipeline = tagged(call, input);
  const keys = requiredTexts(input, "TagKeys", mostTags);
  call.store.put({ ...pipeline, tags: pipeline.tags.filter(({ Key }) => !keys.includes(Key)) });
  return {};
};
