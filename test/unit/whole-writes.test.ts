import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { writeWhole } from '../../src/core/database/whole-writes.js';

let database: Server;
let other: Server;
const portOf = (server: Server) => (server.address() as AddressInfo).port;

async function listening(): Promise<Server> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

beforeAll(async () => {
  [database, other] = [await listening(), await listening()];
  writeWhole(portOf(database));
});
afterAll(() => {
  database.close();
  other.close();
});

/** Writes pieces in one turn. Tells how many bytes were still here when it ended, and what arrived. */
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
  for (const piece of pieces) client.write(Buffer.from(piece));
  client.end();
  let text = '';
  for await (const data of arrived) text += data;
  return { calls, text };
}

test('what is written to the database in one turn leaves in one call, in its order', async () => {
  expect(await writePieces(database, ['a', 'b', 'c', 'd'])).toEqual({ calls: 1, text: 'abcd' });
});

test('connections of others are left as they are', async () => {
  expect(await writePieces(other, ['a', 'b', 'c', 'd'])).toEqual({ calls: 4, text: 'abcd' });
});
