import { expect, it } from "vitest";
import { isoDurationInWords } from "./isoDuration";

it.each([
  ["P30D", "30 days"],
  ["p30d", "30 days"],
  ["P4DT12H", "4 days 12 hours"],
  ["PT1H", "1 hour"],
  ["T16m", "16 minutes"],
  ["30dT5h", "30 days 5 hours"],
  ["P1Y2M3W", "1 year 2 months 3 weeks"],
])("%s is said as %s", (text, words) => expect(isoDurationInWords(text)).toBe(words));

it.each(["", "P", "PT", "30", "D30", "a month", "P1H"])("“%s” is no duration", (text) =>
  expect(isoDurationInWords(text)).toBe(""),
);
