import { startUp } from "../../instrumentation-node.ts";

/** The console without its pages: everything that runs in the background, as its server starts it. */
await startUp();
