import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { writeWhole } from '../../src/core/database/whole-writes.js';

let database: Server;
let other: Server;
let stop: () => void;
const portOf = (server: Server) => (server.address() as AddressInfo).port;

async function listening(): Promise<Server> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

beforeAll(async () => {
  [database, other] = [await listening(), await listening()];
  stop = writeWhole(portOf(database));
});
afterAll(() => {
  stop();
  database.close();
  other.close();
});

/** Writes pieces in one turn, and again in another. Tells after each how many calls that had taken, and what arrived. */
async function writePieces(server: Server, pieces: readonly string[]) {
  const arrival = once(server, 'connection') as Promise<[Socket]>;
  const client = connect(portOf(server), '127.0.0.1');
  await once(client, 'connect');
  const [arrived] = await arrival;
  let calls = 0;
  const handle = (client as unknown as { _handle: Record<'writev' | 'writeBuffer', (...args: unknown[]) => unknown> })
    ._handle;
  for (const name of ['writev', 'writeBuffer'] as const) {
    const call = handle[name].bind(handle);
    handle[name] = (...args) => {
      calls += 1;
      return call(...args);
    };
  }
  const after: number[] = [];
  for (let turn = 0; turn < 2; turn++) {
    for (const piece of pieces) client.write(Buffer.from(piece));
    await new Promise((resolve) => setImmediate(resolve));
    after.push(calls);
  }
  client.end();
  let text = '';
  for await (const data of arrived) text += data;
  return { after, text };
}

test('what is written to the database in one turn leaves in one call, in its order', async () => {
  expect(await writePieces(database, ['a', 'b', 'c', 'd'])).toEqual({ after: [1, 2], text: 'abcdabcd' });
});

test('connections of others are left as they are', async () => {
  expect(await writePieces(other, ['a', 'b', 'c', 'd'])).toEqual({ after: [4, 8], text: 'abcdabcd' });
});

test('nor is anything changed after the end', async () => {
  stop();
  expect(await writePieces(database, ['a', 'b'])).toEqual({ after: [2, 4], text: 'abab' });
});
