/** The worker that lays graphs out: elk registers its own message handler here. */
import "elkjs/lib/elk-worker.min.js";
