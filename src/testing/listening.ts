/** Who can be reached where: for tests of servers that must listen on 127.0.0.1 alone. */
import { connect } from "node:net";
import { networkInterfaces } from "node:os";

/** Addresses of this machine but 127.0.0.1. All of 127/8 is one on Linux; elsewhere nobody answers at 127.0.0.2 either. */
export function otherAddresses(): readonly string[] {
  const outer = Object.values(networkInterfaces()).flatMap((each = []) => each.filter(({ internal }) => !internal));
  const named = outer.map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address));
  return ["127.0.0.2", "::1", ...named];
}

/** Whether something listens there. */
export function isReachable(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, address);
    socket.setTimeout(2000, () => socket.destroy());
    socket.on("connect", () => {
      resolve(true);
      socket.destroy();
    });
    socket.on("error", () => resolve(false));
    socket.on("close", () => resolve(false));
  });
}
