import { OperationNames } from '../../src/observe/operation-names.js';
import { readTraceParent } from '../../src/observe/trace-parent.js';

describe('a traceparent', () => {
  const [trace, span] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];
  test('names a trace, the caller’s span in it, and whether it is kept', () => {
    expect(readTraceParent(`00-${trace}-${span}-01`)).toEqual({ traceId: trace, spanId: span, traceFlags: 1 });
    expect(readTraceParent(`00-${trace}-${span}-00`)).toMatchObject({ traceFlags: 0 });
    expect(readTraceParent(`cc-${trace}-${span}-01-what.comes.later`)).toMatchObject({ traceId: trace });
  });

  test.each([
    undefined,
    '',
    trace,
    `ff-${trace}-${span}-01`,
    `00-${'0'.repeat(32)}-${span}-01`,
    `00-${trace}-${'0'.repeat(16)}-01`,
    `00-${trace.toUpperCase()}-${span}-01`,
    `00-${trace}-${span}`,
  ])('is none where it is %s', (header) => {
    expect(readTraceParent(header)).toBeNull();
  });
});

describe('names of operations', () => {
  test('the first hundred are told apart, whatever clients think up', () => {
    const names = new OperationNames();
    for (let at = 0; at < 1_000; at++) names.of(`Made${at}`);
    expect([names.of('Made99'), names.of('Made100'), names.of('New'), names.of(undefined)]).toEqual([
      'Made99',
      'other',
      'other',
      'anonymous',
    ]);
  });

  test('a name that is too long is no name of its own', () => {
    expect(new OperationNames().of('x'.repeat(61))).toBe('other');
  });
});
