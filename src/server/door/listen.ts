import type { Server } from "node:http";

/** Another program, or another Stepwire, holds the port. */
export class PortBusyError extends Error {
  readonly port: number;
  constructor(port: number) {
    super(`Port ${port} is in use by another program. Stop it, or choose another port with --port.`);
    this.name = "PortBusyError";
    this.port = port;
  }
}

/** Listens on 127.0.0.1 alone; resolves when it does. */
export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new PortBusyError(port) : error);
    });
    server.listen(port, "127.0.0.1", () => resolve());
  });
}

/** Stops listening and ends what is open. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
