import type { Authorship, Statement } from '../records.js';
import { type JsonObject, readBoolean, readObject, readObjects, readString, readText } from './fields.js';
import { nodeKey } from './ids.js';
import { authorFields, institutionFields, Statements } from './statements.js';

/** What the authorships of a work tell. */
export interface Byline {
  readonly byline: readonly string[];
  readonly namesWithoutId: number;
  readonly authorships: readonly Authorship[];
  readonly institutionIds: readonly string[];
  readonly researchers: readonly Statement[];
  readonly institutions: readonly Statement[];
}

interface OpenAuthorship extends Authorship {
  corresponding: boolean;
  institutionIds: string[];
}

const AUTHOR = 'authorships[].author.';
const INSTITUTION = 'authorships[].institutions[].';

/** Reads the authorships of a work. `date` is that of the work's record. */
export function readByline(work: JsonObject, date: string | null): Byline {
  const byline: string[] = [];
  const institutionIds = new Set<string>();
  const byResearcher = new Map<string, OpenAuthorship>();
  const researchers = new Statements(date);
  const institutions = new Statements(date);
  let namesWithoutId = 0;

  for (const authorship of readObjects(work, 'authorships')) {
    const author = readObject(authorship, 'author', 'authorships[].') ?? {};
    const printed = readText(authorship, 'raw_author_name', 'authorships[].');
    const researcherId = nodeKey(readString(author, 'id', AUTHOR), 'researcher');
    const corresponding = readBoolean(authorship, 'is_corresponding', 'authorships[].') ?? false;
    const fields = authorFields(author, printed, AUTHOR);
    const own = readInstitutions(authorship, institutions);
    for (const id of own) institutionIds.add(id);
    const name = printed ?? fields[0];
    if (name === null) continue;

    byline.push(name);
    if (researcherId === null) {
      namesWithoutId++;
      continue;
    }
    researchers.add(researcherId, ...fields);
    const earlier = byResearcher.get(researcherId);
    if (earlier === undefined) {
      const position = byline.length;
      byResearcher.set(researcherId, { researcherId, position, name, corresponding, institutionIds: own });
    } else {
      earlier.corresponding ||= corresponding;
      earlier.institutionIds = [...new Set([...earlier.institutionIds, ...own])];
    }
  }
  return {
    byline,
    namesWithoutId,
    authorships: [...byResearcher.values()],
    institutionIds: [...institutionIds],
    researchers: researchers.all(),
    institutions: institutions.all(),
  };
}

function readInstitutions(authorship: JsonObject, statements: Statements): string[] {
  const ids = new Set<string>();
  for (const institution of readObjects(authorship, 'institutions', 'authorships[].')) {
    const fields = institutionFields(institution, INSTITUTION);
    const id = nodeKey(readString(institution, 'id', INSTITUTION), 'institution');
    if (id === null) continue;
    ids.add(id);
    statements.add(id, ...fields);
  }
  return [...ids];
}
