import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { AnswerCache } from '../../src/cache/answer-cache.js';
import { VersionWatch } from '../../src/cache/version-watch.js';

const BOUND = 1_000_000;

describe('kept answers', () => {
  let version = 1;
  let cache: AnswerCache;

  beforeEach(async () => {
    cache = new AnswerCache(new VersionWatch(async () => String(version)), BOUND);
    await cache.current();
  });

  const keep = (key: string, text: string) => cache.keep(key, text, cache.before());
  /** As they are given when the version was looked at since. */
  const given = async (...keys: string[]) => {
    cache.expire();
    const answers: (string | undefined)[] = [];
    for (const key of keys) answers.push((await cache.get(key))?.text);
    return answers;
  };
  const keys = (count: number) => Array.from({ length: count }, (_, at) => `key ${at}`);

  it('are given as they were, whatever they say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 2_000 }), fc.uuid(), async (text, key) => {
        keep(key, text);
        expect(await given(key)).toEqual([text]);
      }),
    );
  });

  /** Answers of 20,000 characters, 15,000 bytes of which cannot be packed away, under a number each. */
  const keepRandom = (from: number, to: number) => {
    for (let at = from; at < to; at++) keep(`key ${at}`, randomBytes(15_000).toString('base64'));
  };

  it('take no more than they may', async () => {
    keepRandom(0, 200);
    const kept = (await given(...keys(200))).filter((text) => text !== undefined);
    expect(kept.length).toBeLessThanOrEqual(BOUND / 15_000);
    expect(kept.length).toBeGreaterThan(BOUND / 20_000);
  });

  it('leave in the order in which they were asked for last', async () => {
    keepRandom(0, 50);
    await given('key 0');
    keepRandom(50, 80);
    const [first, second] = await given('key 0', 'key 1');
    expect([typeof first, typeof second]).toEqual(['string', 'undefined']);
  });

  it('are many where they are alike: they are packed', async () => {
    const text = JSON.stringify(Array.from({ length: 1_000 }, (_, at) => ({ id: `W${at}`, title: 'Some title' })));
    for (const key of keys(100)) keep(key, text);
    expect(await given(...keys(100))).toEqual(Array(100).fill(text));
    expect(100 * text.length).toBeGreaterThan(3 * BOUND);
  });

  it('are not those that are too long', async () => {
    keep('long', 'x'.repeat(2_000_001));
    keep('short', 'x'.repeat(2_000_000));
    keep('wide', randomBytes(BOUND / 16).toString('base64'));
    expect(await given('long', 'short', 'wide')).toEqual([undefined, 'x'.repeat(2_000_000), undefined]);
  });

  it('are not given when the graph is another', async () => {
    keep('key', 'text');
    version++;
    expect(await given('key')).toEqual([undefined]);
  });
});
