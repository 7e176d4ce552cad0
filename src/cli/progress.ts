import { SingleBar } from 'cli-progress';
import type { Progress, ProgressListener } from '../neo4j/progress.js';

/** Progress shown to whoever waits at the terminal; `end` leaves the line. */
export interface ProgressDisplay {
  readonly show: ProgressListener;
  readonly end: () => void;
}

/** A bar or a changing line on a terminal, one line for each new step where the output goes elsewhere. */
export function progressDisplay(stream: NodeJS.WriteStream = process.stderr): ProgressDisplay {
  return stream.isTTY ? bars(stream) : lines(stream);
}

function lines(stream: NodeJS.WriteStream): ProgressDisplay {
  let last = '';
  return {
    show: ({ text }) => {
      if (text !== last) stream.write(`${text}\n`);
      last = text;
    },
    end: () => undefined,
  };
}

function bars(stream: NodeJS.WriteStream): ProgressDisplay {
  let bar: SingleBar | null = null;
  let last = '';
  const end = () => {
    bar?.stop();
    bar = null;
  };
  const begin = ({ text, total }: Progress) => {
    end();
    last = text;
    if (total === undefined) stream.write(`${text}\n`);
    else {
      bar = new SingleBar({ format: `${text} [{bar}] {value}/{total}`, hideCursor: true, stream });
      bar.start(total, 0);
    }
  };
  return {
    show: (progress) => {
      if (progress.text !== last) begin(progress);
      bar?.update(progress.done ?? 0);
    },
    end,
  };
}
