/** A message that a driver sent: its name, and its fields. */
export interface BoltMessage {
  readonly name: 'RUN' | 'BEGIN' | 'COMMIT' | 'ROLLBACK' | 'ROUTE' | 'RESET' | 'other';
  readonly connection: number;
  readonly fields: readonly unknown[];
}

const NAMES: Readonly<Record<number, BoltMessage['name']>> = {
  16: 'RUN',
  17: 'BEGIN',
  18: 'COMMIT',
  19: 'ROLLBACK',
  102: 'ROUTE',
  15: 'RESET',
};
/** The preamble and four versions. */
const HANDSHAKE = 20;
/** The version chosen from those that the server listed, and no capabilities. */
const CHOICE = 5;

/** Puts together what drivers sent, and tells each message. */
export function boltReader(onMessage: (message: BoltMessage) => void): (bytes: Buffer, connection: number) => void {
  const connections = new Map<number, Buffer>();
  const begun = new Set<number>();
  return (bytes, connection) => {
    let rest = Buffer.concat([connections.get(connection) ?? Buffer.alloc(0), bytes]);
    if (!begun.has(connection) && rest.length >= HANDSHAKE + CHOICE) {
      begun.add(connection);
      rest = rest.subarray(HANDSHAKE + CHOICE);
    }
    for (let message = begun.has(connection) ? next(rest) : null; message !== null; message = next(rest)) {
      rest = rest.subarray(message.length);
      if (message.body.length > 0) onMessage(read(message.body, connection));
    }
    connections.set(connection, rest);
  };
}

/** The first message in some bytes: chunks, each after its length, up to an empty one. */
function next(bytes: Buffer): { readonly body: Buffer; readonly length: number } | null {
  const chunks: Buffer[] = [];
  for (let at = 0; at + 2 <= bytes.length; ) {
    const size = bytes.readUInt16BE(at);
    at += 2;
    if (size === 0) return { body: Buffer.concat(chunks), length: at };
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return null;
}

function read(body: Buffer, connection: number): BoltMessage {
  const { tag, fields } = new PackStream(body).value() as Structure;
  return { name: NAMES[tag] ?? 'other', connection, fields };
}

interface Structure {
  readonly tag: number;
  readonly fields: readonly unknown[];
}

/** Reads PackStream, as Bolt's messages are written in it. */
class PackStream {
  #at = 0;

  constructor(private readonly bytes: Buffer) {}

  value(): unknown {
    const marker = this.#number(1);
    if (marker < 0x80) return marker;
    if (marker >= 0xf0) return marker - 0x100;
    const low = marker & 0x0f;
    if (marker < 0x90) return this.#text(low);
    if (marker < 0xa0) return this.#list(low);
    if (marker < 0xb0) return this.#map(low);
    if (marker < 0xc0) return { tag: this.#number(1), fields: this.#list(low) } satisfies Structure;
    for (const base of [0xcc, 0xd0, 0xd4, 0xd8])
      if (marker >= base && marker <= base + 2) return this.#sized(base, this.#number(2 ** (marker - base)));
    if (marker >= 0xc8 && marker <= 0xcb) return this.#integer(2 ** (marker - 0xc8));
    if (marker === 0xc1) return this.#take(8).readDoubleBE();
    return marker === 0xc0 ? null : marker === 0xc3;
  }

  #sized(base: number, length: number): unknown {
    if (base === 0xd4) return this.#list(length);
    return base === 0xd8 ? this.#map(length) : this.#text(length);
  }
  #take(length: number): Buffer {
    this.#at += length;
    return this.bytes.subarray(this.#at - length, this.#at);
  }
  #number(length: number): number {
    return this.#take(length).readUIntBE(0, length);
  }
  #integer(length: number): number {
    const bytes = this.#take(length);
    return length === 8 ? Number(bytes.readBigInt64BE()) : bytes.readIntBE(0, length);
  }
  #text(length: number): string {
    return this.#take(length).toString('utf8');
  }
  #list(length: number): unknown[] {
    return Array.from({ length }, () => this.value());
  }
  #map(length: number): Record<string, unknown> {
    return Object.fromEntries(Array.from({ length }, () => [this.value() as string, this.value()]));
  }
}
