import { expect, it } from "vitest";
import { isoDurationFromWords, isoDurationInWords } from "./isoDuration";

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

it.each([
  ["30 days", "P30D"],
  ["1 day", "P1D"],
  ["4 days 12 hours", "P4DT12H"],
  ["1 hour and 30 minutes", "PT1H30M"],
  ["2 weeks, 1 day", "P2W1D"],
  ["1 month", "P1M"],
  ["90 Minutes", "PT90M"],
])("%s is written as %s", (words, text) => {
  expect(isoDurationFromWords(words)).toBe(text);
  expect(isoDurationInWords(text)).not.toBe("");
});

it.each(["", "P30D", "30", "days", "a day", "30 d", "3 dayss", "1 ".repeat(3000)])("“%.20s” says no duration", (text) =>
  expect(isoDurationFromWords(text)).toBeNull(),
);
