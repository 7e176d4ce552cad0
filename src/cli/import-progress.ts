import { SingleBar } from 'cli-progress';

/** How far the reading of files is, for whoever waits. */
export interface ImportProgress {
  readonly start: (bytes: number) => void;
  readonly add: (bytes: number) => void;
  readonly end: () => void;
}

const LINE_EVERY = 5_000;
const MEGABYTE = 1_000_000;

/** A bar with rate and time left on a terminal; elsewhere a line every few seconds. */
export function importProgress(stream: NodeJS.WriteStream = process.stderr): ImportProgress {
  let total = 0;
  let done = 0;
  let started = 0;
  let show = (): void => {};
  let end = (): void => {};
  const rate = (): number => done / Math.max(performance.now() - started, 1) / 1_000;
  return {
    start: (bytes) => {
      total = bytes;
      started = performance.now();
      ({ show, end } = stream.isTTY ? bar(stream, total, () => done, rate) : lines(stream, total, () => done, rate));
    },
    add: (bytes) => {
      done += bytes;
      show();
    },
    end: () => {
      end();
      end = () => {};
    },
  };
}

type Display = { readonly show: () => void; readonly end: () => void };

function bar(stream: NodeJS.WriteStream, total: number, done: () => number, rate: () => number): Display {
  const format = '[{bar}] {percentage} % of {megabytes} MB, {rate} MB/s, {eta_formatted} left';
  const single = new SingleBar({ format, hideCursor: true, stream });
  const payload = () => ({ megabytes: (total / MEGABYTE).toFixed(1), rate: rate().toFixed(1) });
  single.start(total, 0, payload());
  return { show: () => single.update(done(), payload()), end: () => single.stop() };
}

function lines(stream: NodeJS.WriteStream, total: number, done: () => number, rate: () => number): Display {
  let last = performance.now();
  const show = (): void => {
    if (performance.now() - last < LINE_EVERY) return;
    last = performance.now();
    const left = (total - done()) / MEGABYTE / rate();
    stream.write(
      `${Math.floor((done() / total) * 100)} % of ${(total / MEGABYTE).toFixed(1)} MB read, ${rate().toFixed(1)} MB/s, about ${Math.ceil(left)} s left\n`,
    );
  };
  return { show, end: () => {} };
}
