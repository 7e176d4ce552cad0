-- The intermediate files as views. Written by src/ingest/bulk/rows.ts: tab-separated, no quoting, U+0002 for an absent
-- value, lists joined by U+001E. `seq` names the record.

CREATE MACRO rows_of(table_name, fields) AS TABLE
SELECT * FROM read_csv(getvariable('folder') || '/' || table_name || '.*.tsv', columns = fields, auto_detect = false,
  header = false, delim = '\t', quote = '', escape = '', nullstr = chr(2), max_line_size = getvariable('row_buffer'),
  buffer_size = getvariable('row_buffer'));

CREATE VIEW read_work AS FROM rows_of('work', {
  seq: 'BIGINT', id: 'VARCHAR', sourceUpdatedAt: 'VARCHAR', hash: 'VARCHAR', notImported: 'VARCHAR',
  unknown: 'VARCHAR', title: 'VARCHAR', titleText: 'VARCHAR', sortTitle: 'VARCHAR', type: 'VARCHAR', year: 'INTEGER', date: 'VARCHAR',
  source: 'VARCHAR', doi: 'VARCHAR', arxivId: 'VARCHAR', openAccessUrl: 'VARCHAR', abstract: 'VARCHAR',
  abstractText: 'VARCHAR', citationCount: 'BIGINT', retracted: 'BOOLEAN', byline: 'VARCHAR', authorCount: 'INTEGER',
  institutionIds: 'VARCHAR', "references": 'VARCHAR'});

CREATE VIEW read_references AS FROM rows_of('references', {seq: 'BIGINT', ids: 'VARCHAR'});

CREATE VIEW read_authorship AS FROM rows_of('authorship', {
  seq: 'BIGINT', researcherId: 'VARCHAR', position: 'INTEGER', name: 'VARCHAR', corresponding: 'BOOLEAN',
  institutionIds: 'VARCHAR'});

CREATE VIEW read_topic_of_work AS FROM rows_of('topic_of_work', {seq: 'BIGINT', topicId: 'VARCHAR', score: 'DOUBLE'});

CREATE VIEW read_researcher AS FROM rows_of('researcher', {
  seq: 'BIGINT', id: 'VARCHAR', sourceUpdatedAt: 'VARCHAR', hash: 'VARCHAR', notImported: 'VARCHAR',
  unknown: 'VARCHAR', name: 'VARCHAR', sortName: 'VARCHAR', otherNames: 'VARCHAR', orcid: 'VARCHAR'});

CREATE VIEW read_affiliation AS FROM rows_of('affiliation', {
  seq: 'BIGINT', institutionId: 'VARCHAR', fromYear: 'INTEGER', toYear: 'INTEGER', current: 'BOOLEAN'});

CREATE VIEW read_institution AS FROM rows_of('institution', {
  seq: 'BIGINT', id: 'VARCHAR', sourceUpdatedAt: 'VARCHAR', hash: 'VARCHAR', notImported: 'VARCHAR',
  unknown: 'VARCHAR', name: 'VARCHAR', otherNames: 'VARCHAR', ror: 'VARCHAR', country: 'VARCHAR', type: 'VARCHAR',
  homepage: 'VARCHAR'});

CREATE VIEW read_topic AS FROM rows_of('topic', {
  seq: 'BIGINT', id: 'VARCHAR', sourceUpdatedAt: 'VARCHAR', hash: 'VARCHAR', notImported: 'VARCHAR',
  unknown: 'VARCHAR', name: 'VARCHAR', description: 'VARCHAR', subfield: 'VARCHAR', field: 'VARCHAR',
  domain: 'VARCHAR'});

CREATE MACRO statements_of(table_name) AS TABLE
FROM rows_of(table_name, {id: 'VARCHAR', stated: 'VARCHAR', sortName: 'VARCHAR'});

CREATE VIEW read_researcher_statement AS FROM statements_of('researcher_statement');
CREATE VIEW read_institution_statement AS FROM statements_of('institution_statement');
CREATE VIEW read_topic_statement AS FROM statements_of('topic_statement');
