import { ChangedError, LateError, UnavailableError } from '../../src/core/errors.js';
import { Gatherer, type KeyedRow } from '../../src/core/gatherer.js';

/** A statement that answers each key with itself, twice, when it is let go. */
function statement(
  fail: (keys: readonly string[]) => unknown = () => null,
  onEnd: (keys: readonly string[]) => void = () => {},
  {
    yields = () => false,
    splitFrom = Number.POSITIVE_INFINITY,
  }: { readonly yields?: () => boolean; readonly splitFrom?: number } = {},
) {
  const sent: (readonly string[])[] = [];
  const held: (() => void)[] = [];
  let idle = 0;
  const fetch = async (keys: readonly string[], signal?: AbortSignal): Promise<KeyedRow<unknown>[]> => {
    signal?.addEventListener('abort', () => onEnd(keys));
    sent.push(keys);
    await new Promise<void>((resolve) => held.push(resolve));
    const error = fail(keys);
    if (error) throw error;
    return keys.flatMap((key) => [
      { key, value: `${key}1` },
      { key, value: `${key}2` },
    ]);
  };
  const gatherer = new Gatherer(fetch, { maxKeys: 4, maxOwnKeys: 1_000, splitFrom, onIdle: () => idle++, yields });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return {
    sent,
    gatherer,
    turn,
    idle: () => idle,
    /** Lets statements answer until nothing is under way. */
    async finish() {
      for (let round = 0; round < 50; round++) {
        for (const release of held.splice(0)) release();
        await turn();
      }
    },
  };
}

describe('what concurrent requests ask of one statement is gathered', () => {
  test('questions of one turn go together, and each gets its rows in its order', async () => {
    const { sent, gatherer, finish } = statement();
    const answers = Promise.all([gatherer.ask(['a', 'b']), gatherer.ask(['b', 'b'])]);
    await finish();
    expect(sent).toEqual([['a', 'b']]);
    expect(await answers).toEqual([
      [
        ['a1', 'a2'],
        ['b1', 'b2'],
      ],
      [
        ['b1', 'b2'],
        ['b1', 'b2'],
      ],
    ]);
  });

  test('one request is not spread over several statements where nothing else is said, however much it asks', async () => {
    const { sent, gatherer, finish } = statement();
    const answer = gatherer.ask(['a', 'b', 'c', 'd', 'e', 'f']);
    const other = gatherer.ask(['g']);
    await finish();
    await Promise.all([answer, other]);
    expect(sent).toEqual([['a', 'b', 'c', 'd', 'e', 'f'], ['g']]);
  });

  test('three statements at most are under way; what is asked meanwhile waits and goes together', async () => {
    const { sent, gatherer, turn, finish, idle } = statement();
    const answers: Promise<unknown>[] = [];
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) {
      answers.push(gatherer.ask([key]));
      await turn();
      await turn();
    }
    expect(sent).toEqual([['a'], ['b'], ['c']]);
    expect(idle()).toBe(0);
    await finish();
    await Promise.all(answers);
    expect(sent).toEqual([['a'], ['b'], ['c'], ['d', 'e', 'f']]);
    expect(idle()).toBe(1);
  });

  test('one statement at most is under way while others are to be let through', async () => {
    let yields = true;
    const { sent, gatherer, turn, finish } = statement(undefined, undefined, { yields: () => yields });
    const answers: Promise<unknown>[] = [];
    const ask = async (key: string) => {
      answers.push(gatherer.ask([key]));
      await turn();
      await turn();
    };
    for (const key of ['a', 'b', 'c']) await ask(key);
    expect(sent).toEqual([['a']]);
    yields = false;
    await ask('d');
    expect(sent).toEqual([['a'], ['b', 'c', 'd']]);
    await finish();
    await Promise.all(answers);
  });

  test('who lets others through waits a moment for a statement that takes long, and no longer', async () => {
    const { sent, gatherer, finish } = statement(undefined, undefined, { yields: () => true });
    const answers = [gatherer.ask(['a'])];
    await new Promise((resolve) => setTimeout(resolve, 10));
    answers.push(gatherer.ask(['b']));
    while (sent.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(sent).toEqual([['a'], ['b']]);
    await finish();
    await Promise.all(answers);
  });

  describe('much that one asks for alone', () => {
    const keys = ['a', 'b', 'c'];
    const both = (letters: readonly string[]) => letters.map((letter) => [`${letter}1`, `${letter}2`]);

    test('is asked in halves at once, and comes in its order', async () => {
      const { sent, gatherer, finish, idle } = statement(undefined, undefined, { splitFrom: 3 });
      const answers = Promise.all([gatherer.ask(keys)]);
      await finish();
      expect(sent).toEqual([['a', 'b'], ['c']]);
      expect(await answers).toEqual([both(keys)]);
      expect(idle()).toBe(1);
      const few = gatherer.ask(['d', 'e']);
      await finish();
      expect(await few).toEqual(both(['d', 'e']));
      expect(sent.slice(2)).toEqual([['d', 'e']]);
    });

    test('takes two of the three places, and stays whole where another is under way or to be let through', async () => {
      const { sent, gatherer, turn, finish } = statement(undefined, undefined, { splitFrom: 3 });
      const answers = [gatherer.ask(keys)];
      for (const next of [['d', 'e', 'f'], ['g']]) {
        await turn();
        await turn();
        answers.push(gatherer.ask(next));
      }
      await turn();
      expect(sent).toEqual([['a', 'b'], ['c'], ['d', 'e', 'f']]);
      await finish();
      await Promise.all(answers);
      expect(sent.slice(3)).toEqual([['g']]);
      const letting = statement(undefined, undefined, { splitFrom: 3, yields: () => true });
      const answer = letting.gatherer.ask(keys);
      await letting.finish();
      await answer;
      expect(letting.sent).toEqual([keys]);
    });

    test('fails as a whole where one half does, and the other is ended', async () => {
      const ended: (readonly string[])[] = [];
      const refuse = (half: readonly string[]) => half[0] === 'c' && new Error('of one half');
      const { gatherer, finish, idle } = statement(refuse, (half) => ended.push(half), { splitFrom: 3 });
      const answer = expect(gatherer.ask(keys)).rejects.toThrow('of one half');
      await finish();
      await answer;
      expect(ended).toContainEqual(['a', 'b']);
      expect(idle()).toBe(1);
    });

    test('is ended in both halves when nobody waits for it any more', async () => {
      const ended: (readonly string[])[] = [];
      const { gatherer, turn, finish } = statement(undefined, (half) => ended.push(half), { splitFrom: 3 });
      const leaving = new AbortController();
      const answer = expect(gatherer.ask(keys, leaving.signal)).rejects.toBeInstanceOf(LateError);
      await turn();
      await turn();
      leaving.abort();
      await answer;
      expect(ended).toEqual([['a', 'b'], ['c']]);
      await finish();
    });

    test('stays whole where others wait for more than one statement holds', async () => {
      const { sent, gatherer, finish } = statement(undefined, undefined, { splitFrom: 3 });
      const answers = [gatherer.ask(keys), gatherer.ask(['d', 'e'])];
      await finish();
      await Promise.all(answers);
      expect(sent).toEqual([keys, ['d', 'e']]);
    });
  });

  test("one request's failure does not become another's", async () => {
    const { gatherer, finish } = statement((keys) => (keys.includes('bad') ? new Error('too slow') : null));
    const [good, bad] = [gatherer.ask(['good']), gatherer.ask(['bad'])];
    const failed = expect(bad).rejects.toThrow('too slow');
    await finish();
    await failed;
    expect(await good).toEqual([['good1', 'good2']]);
  });

  test.each([
    ['a database that cannot be reached', UnavailableError],
    ['a writer that overtook the statement again and again', ChangedError],
  ])('%s fails all of them at once, without asking again', async (_, Failure) => {
    const { sent, gatherer, finish } = statement(() => new Failure());
    const answers = Promise.allSettled([gatherer.ask(['a']), gatherer.ask(['b'])]);
    await finish();
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(sent).toHaveLength(1);
  });

  test('who waits no longer learns at once, and what they alone asked for is ended; others still get their rows', async () => {
    const ended: string[] = [];
    const { gatherer, finish } = statement(
      () => null,
      (keys) => ended.push(keys.join()),
    );
    const [early, late] = [new AbortController(), new AbortController()];
    const joint = [gatherer.ask(['a'], early.signal), gatherer.ask(['b'], late.signal)];
    await new Promise((resolve) => setTimeout(resolve, 10));
    const alone = gatherer.ask(['c'], early.signal);
    await new Promise((resolve) => setTimeout(resolve, 10));
    early.abort();
    await expect(joint[0]).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
    await expect(alone).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
    expect(ended).toEqual(['c']);
    await finish();
    expect(await joint[1]).toEqual([['b1', 'b2']]);
  });

  test('what nobody waits for any more is not sent', async () => {
    const { sent, gatherer, finish } = statement();
    const gone = new AbortController();
    const answer = gatherer.ask(['a'], gone.signal);
    gone.abort();
    await expect(answer).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
    await finish();
    expect(sent).toEqual([]);
  });

  test('an answer for a key that nobody asked for is an error', async () => {
    const options = { maxKeys: 4, maxOwnKeys: 1_000, splitFrom: 100, onIdle: () => {}, yields: () => false };
    const gatherer = new Gatherer(async () => [{ key: 'x', value: 1 }], options);
    await expect(gatherer.ask(['a'])).rejects.toThrow('a key that nobody asked for: x');
  });
});
