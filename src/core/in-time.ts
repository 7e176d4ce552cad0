import { setMaxListeners } from 'node:events';
import { LateError, TimeoutError } from './errors.js';

/** When to wait no longer, whichever comes first. */
interface Patience {
  /** Those whom nobody waits for when one of them is aborted. */
  readonly signals?: readonly (AbortSignal | undefined)[];
  /** Milliseconds. */
  readonly limit?: number;
  /** Called when it is over before the work is done: ends the work. */
  readonly stop?: () => void;
}

/** A signal that any number may listen to, and its controller. */
export function newSignal(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

/** A signal that is aborted in so many milliseconds. */
export function signalIn(milliseconds: number): AbortSignal {
  const signal = AbortSignal.timeout(milliseconds);
  setMaxListeners(0, signal);
  return signal;
}

/** What `work` gives, if it does so in time. Else throws, at once: UNAVAILABLE for a signal, TIMEOUT for the limit. */
export function inTime<Result>(work: Promise<Result>, { signals = [], limit, stop }: Patience): Promise<Result> {
  const waiting = signals.filter((signal) => signal !== undefined);
  if (waiting.length === 0 && limit === undefined) return work;
  return new Promise((resolve, reject) => {
    const end = (error: Error): void => {
      settle();
      stop?.();
      reject(error);
    };
    const giveUp = (): void => end(new LateError());
    const timer = limit === undefined ? undefined : setTimeout(() => end(new TimeoutError()), limit);
    const settle = (): void => {
      clearTimeout(timer);
      for (const signal of waiting) signal.removeEventListener('abort', giveUp);
    };
    for (const signal of waiting) signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(settle);
    if (waiting.some(({ aborted }) => aborted)) giveUp();
  });
}
