import { type MergedPlace, opensMergedIds, readMergedIds } from '../../src/ingest/openalex/merged-ids.js';
import { isRejected } from '../../src/ingest/openalex/normalise.js';

async function read(text: string, chunk = 7): Promise<MergedPlace[]> {
  async function* bytes() {
    const all = Buffer.from(text);
    for (let at = 0; at < all.length; at += chunk) yield all.subarray(at, at + chunk);
  }
  const places: MergedPlace[] = [];
  for await (const batch of readMergedIds(bytes())) places.push(...batch);
  return places;
}
const HEADER = 'merge_date,id,merge_into_id\n';
const rejects = async (text: string) =>
  (await read(text)).map(({ line, result }) => [line, isRejected(result) ? result.reason : result]);

describe("a list of OpenAlex's merged ids", () => {
  it('tells what stands for an id now, for keys and addresses alike', async () => {
    const lines = ['2024-05-01,A2257618939,A2208157607', '2024-05-02,https://openalex.org/W1,https://openalex.org/W2'];
    expect(await read(`${HEADER}${lines.join('\n')}\n2024-05-03,i1,i2\r\n2024-05-04,"T1","T2"`)).toEqual([
      {
        line: 2,
        result: {
          ...{ kind: 'former', of: 'researcher', id: 'A2257618939', target: 'A2208157607' },
          reason: 'OpenAlex merged it into another on 2024-05-01.',
        },
      },
      { line: 3, result: expect.objectContaining({ of: 'work', id: 'W1', target: 'W2' }) },
      { line: 4, result: expect.objectContaining({ of: 'institution', id: 'I1', target: 'I2' }) },
      { line: 5, result: expect.objectContaining({ of: 'topic', id: 'T1', target: 'T2' }) },
    ]);
  });

  it.each([
    ['W1', 'W4285719527'],
    ['A1', 'https://openalex.org/A5317838346'],
    ['A1', 'A9999999999'],
    ['I1', 'I4389424196'],
    ['T1', ''],
  ])('%s merged into %s is deleted', async (id, into) => {
    expect(await read(`${HEADER}2024-05-01,${id},${into}\n`)).toEqual([
      { line: 2, result: expect.objectContaining({ id, target: null, reason: 'OpenAlex deleted it on 2024-05-01.' }) },
    ]);
  });

  it('passes over venues, sources, concepts and other kinds that are not read', async () => {
    expect(await read(`${HEADER}2024-05-01,V1,V2\n2024-05-01,S1,S2\n\n2024-05-01,C1,C2\n2024-05-01,W1,W2\n`)).toEqual([
      { line: 6, result: expect.objectContaining({ id: 'W1' }) },
    ]);
    expect(await read(HEADER)).toEqual([]);
  });

  it('rejects a line that says nothing of use, with its number and the reason, and reads the next', async () => {
    const lines = [
      ...['2024-05-01,what,W2', '2024-05-01,W1,A2', '2024-13-01,W1,W2', '2024-05-01,W1', '2024-05-01,W1,W1'],
      ...['2024-05-01,W1,nothing', '2024-05-01,W4285719527,W2', '2024-05-01,demo:x,demo:y', '2024-05-01,W3,W4'],
    ];
    expect(await rejects(`${HEADER}${lines.join('\n')}\n`)).toEqual([
      [2, 'id is not one that OpenAlex gives: "what"'],
      [3, 'merge_into_id is not an id of the same kind: "A2"'],
      [4, 'merge_date is no day: "2024-13-01"'],
      [5, '3 columns expected, found 2'],
      [6, 'W1 is merged into itself'],
      [7, 'merge_into_id is not an id of the same kind: "nothing"'],
      [8, 'W4285719527 stands for what OpenAlex deleted'],
      [9, 'id is not one that OpenAlex gives: "demo:x"'],
      [10, expect.objectContaining({ id: 'W3', target: 'W4' })],
    ]);
  });

  it('with other columns is read no further', async () => {
    expect(await rejects('id,merge_into_id,merge_date\nW1,W2,2024-05-01\n')).toEqual([
      [1, 'the columns must be merge_date, id, merge_into_id, found "id, merge_into_id, merge_date"'],
    ]);
  });

  it('rejects a line whose quotes do not match, or that is no line of such a list at all, and reads the next', async () => {
    const text = `${HEADER}2024-05-01,"W1,W2\n${'x'.repeat(20_000)}\n2024-05-01,"W3",W4\n`;
    expect(await rejects(text)).toEqual([
      [2, expect.stringMatching(/^not CSV: /)],
      [3, 'longer than 1000 characters'],
      [4, expect.objectContaining({ id: 'W3', target: 'W4' })],
    ]);
  });

  it('is known by its columns', () => {
    expect(opensMergedIds(`\ufeff${HEADER}2024-05-01,W1,W2\n`)).toBe(true);
    expect(opensMergedIds('{"id":"W1"}\n')).toBe(false);
    expect(opensMergedIds('merge_date,id\n')).toBe(false);
  });

  it('passes on what is wrong with the file itself', async () => {
    async function* broken() {
      yield Buffer.from(HEADER);
      throw new Error('cut short');
    }
    const places = readMergedIds(broken());
    await expect(places.next()).rejects.toThrow('cut short');
  });
});
