import 'reflect-metadata';
import { verificationOf } from '../../src/trust/verification.js';
import { evidence, orcidRecord } from '../fixtures/trust-evidence.js';

const ORCID = '0000-0002-1825-0097';
const owned = { claimed: true, verified: true };

describe('the level of a record', () => {
  test.each([
    ['L0', 'a name on a byline of arXiv', { id: 'arxiv:0704.0001:2' }],
    ['L0', 'a name on a byline of old', { id: 'arxiv:hep-th/0408048:11' }],
    ['L0', 'a record that a split made', { id: 'rg:01JZZZZZZZZZZZZZZZZZZZZZZZ' }],
    ['L1', 'an author whom OpenAlex has a key for, though only works name it', { id: 'A5023888391' }],
    ['L1', 'somebody of the demo graph', { id: 'demo:jingzhao-zhang' }],
    ['L1', 'a split record that a source has since got to know', { id: 'rg:01JZZZ', hasRecord: true }],
    ['L2', 'an ORCID iD', { orcid: ORCID }],
    ['L2', 'an ORCID iD on a byline', { id: 'arxiv:0704.0001:2', orcid: ORCID }],
    ['L2', 'claimed, but not verified', { orcid: ORCID, claimed: true }],
    ['L1', 'a claim that waits', { claimPending: true }],
    ['L3', 'claimed and verified without an iD', owned],
    ['L3', 'employments that the owner asserted', { ...owned, orcidRecord: orcidRecord(['OWNER', true]) }],
    ['L4', 'an employment that another asserted', { ...owned, orcidRecord: orcidRecord(['OTHER', true]) }],
    [
      'L4',
      'a past one that another asserted',
      { ...owned, orcidRecord: orcidRecord(['OWNER', true], ['OTHER', false]) },
    ],
    [
      'L2',
      'an asserted employment of an unclaimed record',
      { orcid: ORCID, orcidRecord: orcidRecord(['OTHER', true]) },
    ],
  ])('%s: %s', (level, _, facts) => {
    const { level: found, reasons, next } = verificationOf(evidence(facts));
    expect(found).toBe(level);
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason).toMatch(/^[A-Z].+\.$/);
    if (level === 'L4') expect(next).toBeNull();
    else expect(next).toMatch(/^[A-Z].+\.$/);
  });
});

test('reasons name what the level rests on', () => {
  const facts = { ...owned, orcid: ORCID, orcidRecord: orcidRecord(['OTHER', false], ['OTHER', true]) };
  expect(verificationOf(evidence(facts)).reasons).toEqual([
    'A public source has a record of this person.',
    `The record has the ORCID iD ${ORCID}.`,
    'Its owner claimed it, and the claim was verified.',
    'The ORCID record has an employment at University 2, asserted by Registry 2 and not by its owner.',
  ]);
});

test('an employment is no reason before the record is verified', () => {
  const { reasons } = verificationOf(evidence({ claimed: true, orcidRecord: orcidRecord(['OTHER', true]) }));
  expect(reasons).toEqual([
    'A public source has a record of this person.',
    'Its owner claimed it, and the claim was not verified.',
  ]);
});

test('the next step of somebody who has claimed is that the claim is decided', () => {
  expect(verificationOf(evidence({ claimPending: true })).next).toBe('The pending claim, once it is verified.');
  expect(verificationOf(evidence()).next).toBe('An ORCID iD on the record.');
});
