import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

const OPENED = 'net.client.socket';

/**
 * Until the returned function is called, what is written in one turn to a new connection with this port leaves as one. The driver
 * writes statements in pieces of 1,400 bytes, each with a call of the system and a packet of its own: a slice has five, a chunk
 * of an import hundreds. Connections through TLS, and those to members of a cluster that listen elsewhere, stay as they are.
 */
export function writeWhole(port: number): () => void {
  const onOpened = (message: unknown): void => {
    const { socket } = message as { readonly socket: Socket };
    socket.once('connect', () => {
      if (socket.remotePort === port) gatherWrites(socket);
    });
  };
  subscribe(OPENED, onOpened);
  return () => void unsubscribe(OPENED, onOpened);
}

function gatherWrites(socket: Socket): void {
  const write = socket.write as (...args: unknown[]) => boolean;
  socket.write = (...args: unknown[]): boolean => {
    if (socket.writableCorked === 0) {
      socket.cork();
      // `nextTick` would wait for every promise that is being settled.
      queueMicrotask(() => socket.uncork());
    }
    return write.apply(socket, args);
  };
}
