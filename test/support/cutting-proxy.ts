import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands between a driver and Neo4j, and cuts a connection when it is told to. */
export interface CuttingProxy {
  /** Where it listens: `bolt://127.0.0.1:<port>`. */
  readonly uri: string;
  /** The next COMMIT reaches the database and is carried out; instead of its answer the client sees the connection end. */
  cutAfterCommit(): void;
  /** How many commits were cut so far. */
  readonly cuts: number;
  close(): Promise<void>;
}

/** Bolt's COMMIT: a chunk of two bytes (structure without fields, signature 0x12), and the end of the message. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

/** Starts a proxy in front of a Neo4j of this machine. */
export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let armed = false;
  let cuts = 0;
  const server = createServer((client) => {
    const database = connect(Number(port), hostname);
    let cutting = false;
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    }
    client.on('data', (bytes) => {
      if (armed && bytes.includes(COMMIT)) {
        armed = false;
        cutting = true;
      }
      database.write(bytes);
    });
    database.on('data', (bytes) => {
      if (!cutting) client.write(bytes);
      else {
        cuts++;
        client.destroy();
        database.destroy();
      }
    });
    client.on('close', () => database.destroy());
    database.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    uri: `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutAfterCommit: () => {
      armed = true;
    },
    get cuts() {
      return cuts;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
