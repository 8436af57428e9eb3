/**
 * fast-check for our property tests. Their values are the same in each run of `npm test`, so that a submission fails for what it
 * changed alone; `npm run test:full` takes new ones each time, and what it finds becomes a named case.
 */
import fc from "fast-check";
import { isFull } from "./fullTier";

if (!isFull) fc.configureGlobal({ seed: 20_201_201 });

export default fc;
