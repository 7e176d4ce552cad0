import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { Context } from '../context.js';
import { PublicError } from '../core/errors.js';
import { signalIn } from '../core/in-time.js';
import type { Viewer } from '../core/viewer.js';
import { graphFormats, worksFormats } from '../export/formats.js';
import { toSliceFile } from '../export/slice-file.js';
import { fileOf, worksOf } from '../export/works.js';
import { NodeType } from '../graph/node.type.js';
import { findNode } from '../graph/node-lookup.js';
import { findSlice } from '../graph/slice.js';
import type { Researcher } from '../researcher/researcher.type.js';
import { asDownload } from './download.js';
import { checkParameters, type Query, readChoices, readSlice } from './export-query.js';

/** What exports need from the rest of the house. */
export interface ExportOptions {
  readonly createContext: (viewer: Viewer | null, key: null, signal?: AbortSignal) => Context;
  /** Milliseconds in which each page of a file is read, once the first was sent. */
  readonly deadline: number;
}

/** Most characters of an id that an error repeats. */
const LONGEST_SHOWN = 100;

type ExportRequest = FastifyRequest<{ Params: { readonly '*': string }; Querystring: Query }>;

/** `/export/neighbourhood/<id>.<format>` and `/export/works/<id>.<format>`; a file costs its caller a point. */
export function addExports(app: FastifyInstance, options: ExportOptions, caller: RouteShorthandOptions): void {
  app.get('/export/neighbourhood/*', caller, (request: ExportRequest, reply) => sendSlice(request, reply, options));
  app.get('/export/works/*', caller, (request: ExportRequest, reply) => sendWorks(request, reply, options));
}

async function sendSlice(request: ExportRequest, reply: FastifyReply, { createContext }: ExportOptions) {
  const { id, ending, format } = readPath(request.params['*'], graphFormats);
  const params = await readSlice(request.query, format.choices);
  const chosen = readChoices(request.query, format.choices);
  const slice = await findSlice(createContext(request.viewer, null, request.deadline), id, params);
  if (!slice) throw new PublicError('NOT_FOUND', `There is no node ${shown(id)}`);
  const file = toSliceFile(slice);
  const name = [file.center.label, chosen.part].filter((part) => part !== undefined).join(' ');
  asDownload(reply, format.contentType, name, ending);
  return reply.send(format.write(file, chosen));
}

async function sendWorks(request: ExportRequest, reply: FastifyReply, { createContext, deadline }: ExportOptions) {
  const { id, ending, format } = readPath(request.params['*'], worksFormats);
  checkParameters(request.query, []);
  // Up to the first page it is the request that has a deadline, then each page.
  let signal = request.deadline;
  const newContext = () => createContext(request.viewer, null, signal ?? signalIn(deadline));
  const researcher = (await findNode(newContext().loaders, id, NodeType.RESEARCHER)) as Researcher | null;
  if (!researcher) throw new PublicError('NOT_FOUND', `There is no researcher ${shown(id)}`);
  const pages = request.method === 'HEAD' ? null : await begun(worksOf(newContext, researcher));
  signal = undefined;
  asDownload(reply, format.contentType, `${researcher.name} works`, ending);
  if (pages === null) return reply.send();
  const pieces = told(fileOf(pages, format.create()), (err) => request.log.error({ err }, 'An export broke off'));
  // One page is made while one is being sent.
  return reply.send(Readable.from(pieces, { highWaterMark: 1 }));
}

/** The id is all before the last dot, whatever is in it. */
function readPath<Format>(path: string, formats: ReadonlyMap<string, Format>) {
  const [, id = '', ending = ''] = /^(.+)\.([^./]*)$/s.exec(path) ?? [];
  const format = formats.get(ending);
  if (id === '' || format === undefined)
    throw new PublicError('NOT_FOUND', `Ask for <id>.<format>, with a format of ${[...formats.keys()].join(', ')}`);
  return { id, ending, format };
}

const shown = (id: string): string => JSON.stringify(id.slice(0, LONGEST_SHOWN));

/** Waits for the first item, so that a failure up to there still has a status of its own. */
async function begun<Item>(items: AsyncGenerator<Item>): Promise<AsyncGenerator<Item>> {
  const first = await items.next();
  return (async function* () {
    if (!first.done) yield first.value;
    yield* items;
  })();
}

/** The same items; a failure is told of before it goes on to end the connection. */
async function* told<Item>(items: AsyncIterable<Item>, onFailure: (error: unknown) => void): AsyncGenerator<Item> {
  try {
    yield* items;
  } catch (error) {
    onFailure(error);
    throw error;
  }
}
