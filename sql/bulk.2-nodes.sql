-- Which record of an id is kept, what statements say of the rest, and a number for every node. Numbers are dense over
-- all labels, since neo4j-admin stores fastest by them, and follow the ids within a label: "lower id first" is then a
-- comparison of numbers.

CREATE MACRO part(stated, place) AS nullif(split_part(stated, chr(31), place), '');

CREATE TABLE work AS
SELECT row_number() OVER (ORDER BY id) - 1 AS node, *
FROM (
  SELECT id, unnest(arg_max(
    {seq: seq, year: year, citationCount: citationCount, authorCount: authorCount},
    {age: coalesce(sourceUpdatedAt, ''), seq: seq}))
  FROM read_work GROUP BY id);

CREATE TABLE institution AS
SELECT (SELECT count(*) FROM work) + row_number() OVER (ORDER BY id) - 1 AS node, id, stated, record
FROM (SELECT id, max(stated) AS stated FROM read_institution_statement GROUP BY id)
FULL JOIN (
  SELECT id, arg_max(read_institution, {age: coalesce(sourceUpdatedAt, ''), seq: seq}) AS record
  FROM read_institution GROUP BY id) USING (id);

CREATE TABLE topic AS
SELECT (SELECT count(*) FROM work) + (SELECT count(*) FROM institution) + row_number() OVER (ORDER BY id) - 1 AS node,
  id, stated, record
FROM (SELECT id, max(stated) AS stated FROM read_topic_statement GROUP BY id)
FULL JOIN (
  SELECT id, arg_max(read_topic, {age: coalesce(sourceUpdatedAt, ''), seq: seq}) AS record
  FROM read_topic GROUP BY id) USING (id);

CREATE TABLE researcher AS
SELECT (SELECT count(*) FROM work) + (SELECT count(*) FROM institution) + (SELECT count(*) FROM topic)
  + row_number() OVER (ORDER BY id) - 1 AS node, id, stated, record
FROM (SELECT id, max(stated) AS stated FROM read_researcher_statement GROUP BY id)
FULL JOIN (
  SELECT id, arg_max(read_researcher, {age: coalesce(sourceUpdatedAt, ''), seq: seq}) AS record
  FROM read_researcher GROUP BY id) USING (id);

CREATE VIEW records_kept AS
SELECT 'work' AS kind, count(*) AS records FROM work
UNION ALL SELECT 'institution', count(record) FROM institution
UNION ALL SELECT 'topic', count(record) FROM topic
UNION ALL SELECT 'researcher', count(record) FROM researcher;
