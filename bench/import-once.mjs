// One bulk import in a process of its own, so that its memory is its own: import-once.mjs HOME PATH [CSV FOLDER]
import { importBulk } from '../dist/ingest/bulk/import-bulk.js';
import { findInputs } from '../dist/ingest/files.js';
import { runAdmin } from '../dist/neo4j/run-admin.js';

const [home, path, keepCsv] = process.argv.slice(2);
const summary = await importBulk({
  inputs: await findInputs([path]),
  source: 'openalex',
  workFolder: home,
  maxAuthors: 100,
  keepCsv,
  runAdmin: (args) => runAdmin(home, args),
  onReject: () => {},
});
process.stdout.write(JSON.stringify({ ...summary, megabytes: process.resourceUsage().maxRSS / 1024 }));
