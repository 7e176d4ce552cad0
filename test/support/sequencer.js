import { readFileSync } from 'node:fs';
import TestSequencer from '@jest/test-sequencer';

/** Drops and makes every index, after which Neo4j plans all statements anew: first, it costs nobody anything. */
const MAKES_NEO4J_FORGET = /graph-schema\.test\.ts$/;

/** Servers of a file's own take long to start, and no file knows so before a first run has measured it. */
const startsServers = (path) => /(new|furnish)Home\(/.test(readFileSync(path, 'utf8'));

const rank = ({ path }) => (MAKES_NEO4J_FORGET.test(path) ? 0 : startsServers(path) ? 1 : 2);

/** Jest's own order, in which long files come first, but that it knows no file's length in a new clone. */
export default class Sequencer extends TestSequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
}
