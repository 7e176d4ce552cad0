import { basename } from 'node:path';
import { UserFacingError } from '../core/errors.js';
import { readBytes } from './bytes.js';
import { compareCodePoints } from './code-points.js';
import type { InputFile } from './files.js';
import { type Format, formats } from './formats.js';
import { leaveAside, nothingLeftAside } from './left-aside.js';
import { readLines } from './lines.js';
import { opensMergedIds } from './openalex/merged-ids.js';
import { isRejected } from './openalex/normalise.js';
import type { SourceName } from './records.js';

/** A file of which is known what it holds. */
export interface RecordFile extends InputFile {
  readonly format: Format;
  readonly shape: Shape;
}

/** `csv` is a list of ids that stand for others; `json` is also every file that is neither. */
type Shape = 'json' | 'xml' | 'csv';

/** So many lines without a single record, and a file is something else. */
const MAX_LINES = 10_000;
/** The same for a file that need not hold any. */
const MAX_LINES_UNSURE = 100;

/**
 * Finds out what each file holds by looking at its beginning: the first record that any format reads tells. Gives the
 * files in the order in which formats are imported, those of one format in the order given, lists of merged ids last.
 * @param asked the only source that files may be of
 * @param aside where it is noted which files are left aside: empty ones, and those that need not hold records and do not
 * Throws UserFacingError for any other file without a record of any format, with what each format has against it, and
 * where no file is left.
 */
export async function recogniseFiles(
  inputs: readonly InputFile[],
  asked: SourceName | 'auto' = 'auto',
  aside = nothingLeftAside(),
): Promise<RecordFile[]> {
  const candidates = formats.filter(({ source }) => asked === 'auto' || asked === source);
  const files: RecordFile[] = [];
  let refused: string | null = null;
  for (const input of inputs) {
    const { unsure = false, ...file } = input;
    const shape = await shapeOf(input);
    const reasons = new Map<Format, string>();
    const format = shape === null ? null : await formatOf[shape](input, candidates, reasons);
    if (format !== null && shape !== null) {
      files.push({ ...file, format, shape });
      continue;
    }
    const isEmpty = shape === 'json' && reasons.size === 0;
    const why = shape === null ? `${input.path} holds neither JSON nor XML.` : refusal(input, candidates, reasons);
    if (!isEmpty && !unsure) throw new UserFacingError(why);
    refused ??= why;
    leaveAside(aside, input.path, isEmpty ? 'empty' : 'other');
  }
  if (files.length === 0 && refused !== null) throw new UserFacingError(refused);
  return formats.flatMap((format) => {
    const ofFormat = files.filter((file) => file.format === format);
    return [...ofFormat.filter(({ shape }) => shape !== 'csv'), ...newestFirst(ofFormat)];
  });
}

/**
 * Lists of ids that stand for others: what is merged into something that was merged in its turn then leads to where that
 * went. They are named by their day.
 */
const newestFirst = (files: readonly RecordFile[]): RecordFile[] =>
  files
    .filter(({ shape }) => shape === 'csv')
    .sort((one, other) => compareCodePoints(basename(other.path), basename(one.path)));

/** Null for a file that need not hold records and does not begin as one that does. */
async function shapeOf(input: InputFile): Promise<Shape | null> {
  for await (const chunk of readBytes(input)) {
    if (opensMergedIds(chunk.toString('utf8'))) return 'csv';
    const start = /^(?:\u00ef\u00bb\u00bf)?\s*(\S)/.exec(chunk.toString('latin1'));
    if (start === null) continue;
    if (start[1] === '<') return 'xml';
    return input.unsure && start[1] !== '{' && start[1] !== '[' ? null : 'json';
  }
  return 'json';
}

/** Null where no candidate reads anything; `reasons` then has what is wrong with the first line for each. */
async function formatOfLines(
  input: InputFile,
  candidates: readonly Format[],
  reasons: Map<Format, string>,
): Promise<Format | null> {
  let lines = 0;
  for await (const batch of readLines(input)) {
    for (const line of batch)
      for (const format of candidates) {
        const result = format.readLine(line);
        if (!isRejected(result)) return format;
        if (!reasons.has(format)) reasons.set(format, `line ${line.line}: ${result.reason}`);
      }
    lines += batch.length;
    if (lines > (input.unsure ? MAX_LINES_UNSURE : MAX_LINES)) break;
  }
  return null;
}

/** As `formatOfLines`, for lists of merged ids, which their columns tell. */
async function formatOfCsv(
  _: InputFile,
  candidates: readonly Format[],
  reasons: Map<Format, string>,
): Promise<Format | null> {
  for (const format of candidates) if (format.readCsv === null) reasons.set(format, 'it is a list of merged ids');
  return candidates.find(({ readCsv }) => readCsv !== null) ?? null;
}

/** As `formatOfLines`, for documents: what one source sends begins with elements that no other one sends. */
async function formatOfXml(
  input: InputFile,
  candidates: readonly Format[],
  reasons: Map<Format, string>,
): Promise<Format | null> {
  for (const format of candidates) {
    if (format.readXml === null) {
      reasons.set(format, 'it is XML, not JSON');
      continue;
    }
    let places = 0;
    for await (const batch of format.readXml(readBytes(input))) {
      for (const { result } of batch) {
        if (!isRejected(result)) return format;
        if (!reasons.has(format)) reasons.set(format, result.reason);
      }
      places += batch.length;
      if (places > (input.unsure ? MAX_LINES_UNSURE : MAX_LINES)) break;
    }
  }
  return null;
}

const formatOf = { json: formatOfLines, xml: formatOfXml, csv: formatOfCsv } as const;

function refusal({ path }: InputFile, candidates: readonly Format[], reasons: ReadonlyMap<Format, string>): string {
  const reasonOf = (format: Format): string => reasons.get(format) ?? 'it is empty';
  const [first = ''] = candidates.map(reasonOf);
  if (candidates.every((format) => reasonOf(format) === first))
    return `${path} holds no records of ${anyOf(candidates.map(({ title }) => title))}: ${first}.`;
  return `${path} holds no records of ${anyOf(candidates.map((format) => `${format.title} (${reasonOf(format)})`))}.`;
}

const anyOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
