import { LRUCache } from 'lru-cache';
import type { SeenVersion, VersionWatch } from './version-watch.js';

/** An answer as text, with what it is known to be true of. */
interface KeptAnswer {
  readonly text: string;
  /** The version that the graph had before the answer was read. */
  readonly version: string;
  /** When it was whole, by `performance.now()`. */
  readonly kept: number;
}

/** V8 keeps two bytes for each character of a text that has one beyond Latin-1. */
const bytesOf = (text: string): number => (BEYOND_LATIN.test(text) ? 2 : 1) * text.length;
const BEYOND_LATIN = /[^\0-\xff]/;

/** Memory that an entry takes beside its text, in bytes, about. */
const ENTRY_SIZE = 300;

/**
 * Answers that the graph alone determines, bounded in bytes, those asked for longest ago leaving first. An answer is given
 * again only where the graph had one version before it was read and has it still, asked after it was read: then nothing
 * changed in between, and nothing has since. Another process's change shows within a second, one's own at once.
 */
export class AnswerCache {
  readonly #answers: LRUCache<string, KeptAnswer>;

  /** @param bytes what all answers may take */
  constructor(
    private readonly watch: VersionWatch,
    bytes: number,
  ) {
    this.#answers = new LRUCache({
      maxSize: bytes,
      maxEntrySize: Math.max(1, Math.floor(bytes / 16)),
      sizeCalculation: ({ text }, key) => bytesOf(text) + key.length + ENTRY_SIZE,
    });
  }

  /** The answer to a question, where it is known to be that of now. */
  async get(key: string): Promise<{ readonly text: string } | null> {
    const answer = this.#answers.get(key);
    if (!answer) return null;
    const seen = await this.watch.current();
    if (!seen || seen.asked < answer.kept) return null;
    if (seen.version === answer.version) return answer;
    this.#answers.delete(key);
    return null;
  }

  /** What to give to `keep` with an answer that is read from now on. */
  before(): SeenVersion | null {
    return this.watch.last();
  }

  /**
   * Keeps an answer; without a version known before it, it would never be given. An older one of the same version stays:
   * a question that is asked all the time would else never be older than the last look at the version.
   */
  keep(key: string, text: string, before: SeenVersion | null): void {
    if (!before || this.#answers.peek(key)?.version === before.version) return;
    this.#answers.set(key, { text, version: before.version, kept: performance.now() });
  }

  /** The version of at most a second ago; null where it cannot be read. */
  current(): Promise<SeenVersion | null> {
    return this.watch.current();
  }

  /** The caller has changed something. */
  expire(): void {
    this.watch.expire();
  }
}
