import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

const ports = new Set<number>();

/**
 * From now on what is written in one turn to a connection with this port leaves as one. The driver writes statements in pieces
 * of 1,400 bytes, each with a call of the system and a packet of its own: a slice has five, a chunk of an import hundreds. Connections
 * through TLS stay as they are.
 */
export function writeWhole(port: number): void {
  if (ports.size === 0) subscribe('net.client.socket', (message) => watch((message as { socket: Socket }).socket));
  ports.add(port);
}

const watch = (socket: Socket): void => {
  socket.once('connect', () => {
    if (ports.has(socket.remotePort ?? 0)) gatherWrites(socket);
  });
};

function gatherWrites(socket: Socket): void {
  const write = socket.write as (...args: unknown[]) => boolean;
  socket.write = (...args: unknown[]): boolean => {
    if (socket.writableCorked === 0) {
      socket.cork();
      process.nextTick(() => socket.uncork());
    }
    return write.apply(socket, args);
  };
}
