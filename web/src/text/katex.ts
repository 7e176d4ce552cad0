import 'katex/dist/katex.min.css';
import katex from 'katex';

/** Sets a formula; a wrong one stays as it was written. It builds elements, so no text ever becomes HTML. */
export const renderFormula = (source: string, displayMode: boolean, into: HTMLElement): void =>
  katex.render(source, into, {
    displayMode,
    throwOnError: false,
    trust: false,
    strict: false,
    maxSize: 20,
    maxExpand: 200,
  });
