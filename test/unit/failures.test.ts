import { Neo4jError } from 'neo4j-driver';
import { translate } from '../../src/core/database/failures.js';
import { repeating } from '../../src/core/database/repeating.js';
import { ChangedError, ClosedError, UnavailableError } from '../../src/core/errors.js';

const OUTDATED = 'Neo.TransientError.Transaction.Outdated';
const failure = (code: string) => new Neo4jError('As the database says it', code, '', '');

/** A read that fails so often, then gives its number. */
function read(code: string, failures = Number.POSITIVE_INFINITY, signal?: AbortSignal, limit = 10_000) {
  let attempts = 0;
  const attempt = async () => {
    attempts++;
    if (attempts <= failures) throw failure(code);
    return attempts;
  };
  const patience = { wasDropped: () => false, signal, limit };
  return { answer: repeating(attempt, patience), attempts: () => attempts };
}

describe('a read that fails', () => {
  it.each([OUTDATED, 'Neo.ClientError.Statement.EntityNotFound'])(
    'because a writer overtook it (%s) is sent again five times, then told as that',
    async (code) => {
      const { answer, attempts } = read(code);
      await expect(answer).rejects.toMatchObject({ code });
      expect(attempts()).toBe(6);
      expect(translate('graph.slice', failure(code))).toBeInstanceOf(ChangedError);
      expect(await read(code, 5).answer).toBe(6);
    },
  );

  it.each(['ServiceUnavailable', 'SessionExpired', 'Neo.TransientError.General.DatabaseUnavailable'])(
    'because the database is away (%s) is sent once more, then told as that',
    async (code) => {
      const { answer, attempts } = read(code);
      await expect(answer).rejects.toMatchObject({ code });
      expect(attempts()).toBe(2);
      expect(translate('graph.slice', failure(code))).toBeInstanceOf(UnavailableError);
      expect(await read(code, 1).answer).toBe(2);
    },
  );

  it.each(['Neo.ClientError.Transaction.TransactionTimedOut', 'Neo.ClientError.Statement.SyntaxError'])(
    'for its own reasons (%s) is not sent again',
    async (code) => {
      const { answer, attempts } = read(code);
      await expect(answer).rejects.toMatchObject({ code });
      expect(attempts()).toBe(1);
    },
  );

  it('since its database is not open is told apart from that of one that is away, for who is to open it', () => {
    const error = failure('Neo.TransientError.General.DatabaseUnavailable');
    expect(translate('graph.slice', error)).toBeInstanceOf(ClosedError);
  });

  it('because it was ended while it waited for a lock is told as that of a database that is away', () => {
    const error = failure('Neo.ClientError.Transaction.LockClientStopped');
    expect(translate('follow.remove', error)).toBeInstanceOf(UnavailableError);
  });

  it('on a connection that was given up is sent once more, whatever it failed of', async () => {
    let attempts = 0;
    const attempt = () => Promise.reject(failure(`Neo.ClientError.Statement.SyntaxError${++attempts}`));
    const answer = repeating(attempt, { wasDropped: () => true, limit: 1_000 });
    await expect(answer).rejects.toMatchObject({ code: 'Neo.ClientError.Statement.SyntaxError2' });
  });

  it('is not sent again when nobody waits for it any more', async () => {
    const gone = new AbortController();
    const { answer, attempts } = read(OUTDATED, undefined, gone.signal);
    setTimeout(() => gone.abort(), 150);
    await expect(answer).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
    const [then, later] = [attempts(), await new Promise((done) => setTimeout(() => done(attempts()), 300))];
    expect(then).toBeLessThan(6);
    expect(later).toBe(then);
  });

  it('is not sent again for longer than it may take', async () => {
    const { answer, attempts } = read(OUTDATED, undefined, undefined, 50);
    await expect(answer).rejects.toMatchObject({ code: OUTDATED });
    expect(attempts()).toBeLessThan(6);
  });
});
