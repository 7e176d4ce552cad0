import type { Driver } from 'neo4j-driver';
import { BrokenError, ClosedError } from '../errors.js';
import { inTime } from '../in-time.js';
import type { Connection } from './connection.js';
import { openDriver } from './driver.js';
import { translate } from './failures.js';
import { greet } from './greeting.js';

/** How a database was when it was asked last: `silent` gives no answer, `broken` answers that it can do nothing, or is not open. */
export type Pulse = 'well' | 'silent' | 'broken';

const EVERY = 500;
/** A database that takes longer to say nothing is not there: with the pause before, that is told within two seconds. */
const LIMIT = 1_200;
/** How long after a new connection was answered an older one may still be, where the server had but stood still. */
const THAW = 1_000;

/**
 * Asks a database again and again whether it answers, over a connection of its own, so that neither a full pool nor a
 * dead connection in it is taken for the database. Where an old connection stays silent when a new one is answered, the
 * old ones have died without a word: then all are given up.
 */
export class Heartbeat {
  #driver: Driver | null = null;
  #pulse: Pulse = 'well';
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  /** A question that was not answered in time. */
  #late: Promise<void> | null = null;
  readonly #listeners = new Set<(pulse: Pulse) => void>();
  readonly #menders = new Set<() => void>();

  constructor(private readonly connection: Connection) {
    this.#beatIn(0);
  }

  get pulse(): Pulse {
    return this.#pulse;
  }

  /** Calls `listener` whenever the pulse has changed. */
  onChange(listener: (pulse: Pulse) => void): void {
    this.#listeners.add(listener);
  }

  /** Calls `mend` at every beat that finds the database broken: also when it was so before, since mending may be in vain. */
  onBroken(mend: () => void): void {
    this.#menders.add(mend);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#hangUp();
  }

  #beatIn(pause: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.#beat().then(() => this.#beatIn(EVERY)), pause);
    this.#timer.unref();
  }

  async #beat(): Promise<void> {
    let asked: Promise<void> | null = null;
    try {
      if (this.#late) await greet(this.connection.address.uri, LIMIT);
      if (this.#stopped) return;
      asked = this.#ask();
      await inTime(asked, { limit: LIMIT });
      if (this.#late) this.#giveUpUnlessThawed(this.#late);
      this.#late = null;
      this.#tell('well');
    } catch (error) {
      // The first that is silent tells whether connections of before live on.
      this.#late ??= asked;
      this.#hangUp();
      const failure = translate('heartbeat', error);
      this.#tell(failure instanceof BrokenError || failure instanceof ClosedError ? 'broken' : 'silent');
    }
  }

  async #ask(): Promise<void> {
    const { address } = this.connection;
    this.#driver ??= openDriver(address, 1);
    const session = this.#driver.session({ database: address.database, defaultAccessMode: 'READ' });
    try {
      await session.run('RETURN 1');
    } finally {
      await session.close();
    }
  }

  #giveUpUnlessThawed(late: Promise<void>): void {
    const settled = late.then(
      () => undefined,
      () => undefined,
    );
    inTime(settled, { limit: THAW }).catch(() => {
      if (!this.#stopped) this.connection.renew();
    });
  }

  /** The next question goes over a new connection. */
  #hangUp(): void {
    void this.#driver?.close().catch(() => undefined);
    this.#driver = null;
  }

  #tell(pulse: Pulse): void {
    if (this.#stopped) return;
    if (pulse !== this.#pulse) {
      this.#pulse = pulse;
      for (const listener of this.#listeners) listener(pulse);
    }
    if (pulse === 'broken') for (const mend of this.#menders) mend();
  }
}
