import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { OverloadedError } from '../../src/core/errors.js';
import { Admission } from '../../src/http/admission.js';

const answer = () => new ServerResponse(new IncomingMessage(new Socket()));

describe('values that answers in work may hold', () => {
  const limits = { inWork: 10, waiting: 0, patience: 1, values: 1_000 };

  test('are bounded together, and free again when an answer is out', () => {
    const admission = new Admission(limits);
    const first = answer();
    admission.weigh(first, 600);
    expect(() => admission.weigh(answer(), 401)).toThrow(OverloadedError);
    admission.weigh(answer(), 400);
    expect(() => admission.weigh(answer(), 1)).toThrow(OverloadedError);
    first.emit('close');
    admission.weigh(answer(), 600);
  });

  test('may be more than that for one that is alone', () => {
    const admission = new Admission(limits);
    admission.weigh(answer(), 5_000);
    expect(() => admission.weigh(answer(), 1)).toThrow(OverloadedError);
  });
});
