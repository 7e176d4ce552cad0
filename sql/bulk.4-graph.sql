-- The graph as it is stored: one view for each label (`node_`) and type (`edge_`), its columns the properties. Lists are
-- joined by U+001E. Columns that start with an underscore are numbers of nodes.

-- What `sortKey` of src/ingest/sort-key.ts makes of an id.
CREATE MACRO sort_key(id) AS trim(regexp_replace(lower(id), '[^a-z0-9]+', ' ', 'g'));

CREATE MACRO part(stated, place) AS nullif(split_part(stated, chr(31), place), '');

CREATE TABLE figures AS
SELECT researcher, count(*) AS worksCount, sum(citationCount)::BIGINT AS citationCount,
  count(*) FILTER (citationCount >= rank) AS hIndex, min(year) AS firstYear, max(year) AS lastYear
FROM (SELECT researcher, citationCount, year,
    row_number() OVER (PARTITION BY researcher ORDER BY citationCount DESC) AS rank FROM authored)
GROUP BY researcher;

CREATE TABLE circle AS
SELECT researcher, count(*) AS collaborators, count(*) FILTER (works >= 2) AS close
FROM (SELECT a AS researcher, works FROM coauthor UNION ALL SELECT b, works FROM coauthor) GROUP BY researcher;

CREATE TABLE interests AS SELECT researcher, count(*) AS topics FROM researches GROUP BY researcher;

CREATE VIEW node_work AS
SELECT node AS _node, id, title, titleText, sortTitle, type, read_work.year, coalesce(read_work.year, 0) AS sortYear, date, source, doi, arxivId, openAccessUrl, abstract,
  abstractText, read_work.citationCount, retracted, byline, read_work.authorCount, institutionIds, "references",
  getvariable('now') AS updatedAt, sourceUpdatedAt, hash, getvariable('source') AS sources, notImported, unknown
FROM read_work JOIN work USING (seq, id);

CREATE VIEW node_researcher AS
SELECT node AS _node, id, coalesce(name, part(stated, 2), id) AS name,
  coalesce(researcher_record.sortName, researcher.sortName, sort_key(id)) AS sortName,
  otherNames, coalesce(orcid, part(stated, 3)) AS orcid,
  coalesce(worksCount, 0) AS worksCount, coalesce(citationCount, 0) AS citationCount, coalesce(hIndex, 0) AS hIndex,
  firstYear, lastYear, coalesce(topics, 0) AS topicsCount, coalesce(collaborators, 0) AS collaboratorsCount,
  coalesce(close, 0) AS closeCollaboratorsCount, getvariable('now') AS updatedAt, sourceUpdatedAt, hash,
  getvariable('source') AS sources, stated, notImported, unknown
FROM researcher LEFT JOIN researcher_record USING (id) LEFT JOIN figures ON figures.researcher = node
LEFT JOIN circle ON circle.researcher = node LEFT JOIN interests ON interests.researcher = node;

CREATE VIEW node_topic AS
SELECT node AS _node, id, coalesce(name, part(stated, 2), id) AS name, description,
  coalesce(subfield, part(stated, 3)) AS subfield, coalesce(field, part(stated, 4)) AS field,
  coalesce(domain, part(stated, 5)) AS domain, coalesce(works, 0) AS worksCount, getvariable('now') AS updatedAt,
  sourceUpdatedAt, hash, getvariable('source') AS sources, stated, notImported, unknown
FROM topic LEFT JOIN topic_record USING (id)
LEFT JOIN (SELECT topic AS node, count(*) AS works FROM about GROUP BY topic) USING (node);

CREATE VIEW node_institution AS
SELECT node AS _node, id, coalesce(name, part(stated, 2), id) AS name, otherNames, coalesce(ror, part(stated, 3)) AS ror,
  coalesce(country, part(stated, 4)) AS country, coalesce(type, part(stated, 5)) AS type, homepage,
  coalesce(works, 0) AS worksCount, getvariable('now') AS updatedAt, sourceUpdatedAt, hash,
  getvariable('source') AS sources, stated, notImported, unknown
FROM institution LEFT JOIN institution_record USING (id)
LEFT JOIN (SELECT institution AS node, count(*) AS works FROM produced_at GROUP BY institution) USING (node);

CREATE MACRO node_count() AS (SELECT (SELECT count(*) FROM work) + (SELECT count(*) FROM institution)
  + (SELECT count(*) FROM topic) + (SELECT count(*) FROM researcher));

CREATE VIEW node_meta AS
SELECT node_count() AS _node, 'graph' AS id, getvariable('schema_version') AS schemaVersion, 1 AS version,
  getvariable('max_authors') AS maxAuthors;

CREATE VIEW node_source AS
SELECT node_count() + 1 AS _node, getvariable('source') AS name,
  (SELECT sum(records)::BIGINT FROM records_kept) AS records,
  getvariable('now') AS lastImportAt;

CREATE VIEW node_imported_file AS
SELECT node_count() + 1 + row_number() OVER () AS _node, file.key AS key, file.bytes AS bytes, getvariable('now') AS at
FROM (SELECT unnest(from_json(getvariable('files'), '[{"key": "VARCHAR", "bytes": "BIGINT"}]')) AS file);

CREATE VIEW edge_authored AS
SELECT researcher AS _from, work AS _to, position, name, corresponding, institutionIds,
  getvariable('source') AS sources FROM authored;

CREATE VIEW edge_about AS
SELECT work AS _from, topic AS _to, score, topicId, citationCount, year, getvariable('source') AS sources FROM about;

CREATE VIEW edge_affiliated AS
SELECT researcher AS _from, institution AS _to, fromYear, toYear, current, stated, works, institutionId,
  CASE WHEN stated THEN getvariable('source') END AS sources FROM affiliated;

CREATE VIEW edge_cites AS SELECT citing AS _from, cited AS _to, getvariable('source') AS sources FROM cites;

CREATE VIEW edge_coauthor AS SELECT a AS _from, b AS _to, works, strength, firstYear, lastYear FROM coauthor;

CREATE VIEW edge_researches AS
SELECT researcher AS _from, topic AS _to, works, id AS topicId FROM researches JOIN topic ON node = topic;

CREATE VIEW edge_produced_at AS
SELECT work AS _from, institution AS _to, institutionId, citationCount, year FROM produced_at;

CREATE VIEW edge_active_in AS
SELECT institution AS _from, topic AS _to, works, topic.id AS topicId, institution.id AS institutionId
FROM active_in JOIN topic ON topic.node = topic JOIN institution ON institution.node = institution;

CREATE VIEW edge_partner AS
SELECT a AS _from, b AS _to, works, lower.id AS lowerId, higher.id AS higherId
FROM partner JOIN institution lower ON lower.node = a JOIN institution higher ON higher.node = b;
