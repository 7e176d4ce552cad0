import { callerOf } from '../../src/http/caller.js';
import { Budget } from '../../src/limits/budget.js';

/** A budget whose clock stands still until it is moved. */
function budgetOf(limit: number) {
  let now = 1_000_000;
  const budget = new Budget(limit, () => now);
  const pass = (seconds: number) => {
    now += seconds * 1_000;
  };
  return { budget, pass, now: () => now };
}

describe('the budget of a caller', () => {
  test('is whole at first, and whole again a minute after the first request', () => {
    const { budget, pass, now } = budgetOf(10);
    expect(budget.balance('a')).toEqual({ limit: 10, remaining: 10, resetAt: now() + 60_000 });
    const first = now();
    budget.spend('a', 3);
    pass(59);
    expect(budget.spend('a', 7)).toEqual({ limit: 10, remaining: 0, resetAt: first + 60_000 });
    expect(() => budget.spend('a', 1)).toThrow('Try again in 1 s');
    pass(1);
    expect(budget.spend('a', 10).remaining).toBe(0);
  });

  test('gives all that is asked or nothing', () => {
    const { budget } = budgetOf(10);
    budget.spend('a', 6);
    expect(() => budget.spend('a', 5)).toThrow('Try again in 60 s');
    expect(budget.spend('a', 4).remaining).toBe(0);
  });

  test('is not that of another', () => {
    const { budget } = budgetOf(10);
    budget.spend('a', 10);
    expect(budget.spend('b', 1).remaining).toBe(9);
  });

  test('is remembered for the callers heard of last, so that a million callers fill no memory', () => {
    const { budget } = budgetOf(10);
    budget.spend('first', 10);
    budget.spend('known', 10);
    for (let at = 0; at < 1_000_000; at++) {
      budget.spend(`caller ${at}`, 1);
      if (at % 10_000 === 0) expect(budget.balance('known').remaining).toBe(0);
    }
    expect(budget.callers).toBeLessThanOrEqual(50_000);
    expect(budget.balance('first').remaining).toBe(10);
  });
});

describe('a caller', () => {
  const caller = (ip: string) => callerOf({ ip, viewer: null });

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80::/64'],
    ['::1', '::/64'],
    ['someone', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (ip, name) => {
    expect(caller(ip)).toBe(name);
  });
});
