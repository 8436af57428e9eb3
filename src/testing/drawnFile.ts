/** Before each file of tests that draw: they share a process, and what one asks of the queries is not left to the next. */
import { configure } from "@testing-library/react";

configure({ defaultHidden: false, asyncUtilTimeout: 1_000 });
