import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands between a driver and Neo4j, and does to their connections what a network can do to them. */
export interface FaultProxy {
  /** Where it listens: the target's scheme and a port of this machine. */
  readonly uri: string;
  /** The next COMMIT reaches the database and is carried out; instead of its answer the client sees the connection end. */
  cutAfterCommit(): void;
  /** How many commits were cut so far. */
  readonly cuts: number;
  /** Connections stay open and nothing passes any more; new ones are taken, and nothing passes there either. */
  swallow(): void;
  /** Every connection is reset, and each new one at once. */
  reset(): void;
  /** What is sent arrives so many milliseconds later, either way. */
  slow(milliseconds: number): void;
  /** New connections are good again; those that bytes were lost of stay silent. */
  heal(): void;
  close(): Promise<void>;
}

/** Told of what clients send; `connection` counts from 1. */
export type ClientBytes = (bytes: Buffer, connection: number) => void;

/** Bolt's COMMIT: a chunk of two bytes (structure without fields, signature 0x12), and the end of the message. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

/** Starts a proxy in front of a Neo4j of this machine; where it may move, `target` is asked for each connection. */
export async function startFaultProxy(
  target: string | (() => string),
  onBytes: ClientBytes = () => {},
): Promise<FaultProxy> {
  const address = () => new URL(typeof target === 'string' ? target : target());
  const pairs = new Set<Pair>();
  let fault: 'none' | 'swallow' | 'reset' = 'none';
  let delay = 0;
  let armed = false;
  let cuts = 0;
  let connections = 0;

  const take = (client: Socket): void => {
    if (fault === 'reset') return void client.resetAndDestroy();
    const { hostname, port } = address();
    const pair: Pair = { client, database: connect(Number(port), hostname), dead: fault === 'swallow' };
    const connection = ++connections;
    let cutting = false;
    pairs.add(pair);
    const end = (): void => {
      pairs.delete(pair);
      pair.client.destroy();
      pair.database.destroy();
    };
    for (const socket of [client, pair.database]) socket.on('close', end).on('error', () => {});
    const pass = (to: Socket, bytes: Buffer): void => {
      if (pair.dead || to.destroyed) return;
      to.write(bytes);
    };
    const send = (to: Socket, bytes: Buffer): void => {
      if (delay > 0) setTimeout(pass, delay, to, bytes);
      else pass(to, bytes);
    };
    client.on('data', (bytes) => {
      onBytes(bytes, connection);
      if (armed && bytes.includes(COMMIT)) {
        armed = false;
        cutting = true;
      }
      send(pair.database, bytes);
    });
    pair.database.on('data', (bytes) => {
      if (!cutting) return send(client, bytes);
      cuts++;
      end();
    });
  };

  const server = createServer(take);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    uri: `${address().protocol}//127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutAfterCommit: () => {
      armed = true;
    },
    get cuts() {
      return cuts;
    },
    swallow() {
      fault = 'swallow';
      for (const pair of pairs) pair.dead = true;
    },
    reset() {
      fault = 'reset';
      for (const { client } of pairs) client.resetAndDestroy();
    },
    slow: (milliseconds) => {
      delay = milliseconds;
    },
    heal() {
      fault = 'none';
      delay = 0;
    },
    async close() {
      for (const { client, database } of pairs) {
        client.destroy();
        database.destroy();
      }
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Pair {
  readonly client: Socket;
  readonly database: Socket;
  /** Bytes of it were lost: nothing makes it good again. */
  dead: boolean;
}
