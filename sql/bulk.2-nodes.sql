-- Which record of an id is kept, what statements say of the rest, and a number for every node. Numbers are dense over
-- all labels, since neo4j-admin stores fastest by them, and follow the ids within a label: "lower id first" is then a
-- comparison of numbers.

-- DuckDB cannot tell how many rows a text file will give. All joins here are written with the smaller side on the right,
-- which is the side that is held in memory.
SET disabled_optimizers = 'join_order,build_side_probe_side';

CREATE MACRO gaps(names) AS coalesce(len(string_split(names, chr(30))), 0);

CREATE MACRO newest(records) AS TABLE
SELECT * FROM query_table(records)
SEMI JOIN (SELECT arg_max(seq, {age: coalesce(sourceUpdatedAt, ''), fields: -gaps(notImported) - gaps(unknown),
    hash: hash, seq: seq}) AS seq
  FROM query_table(records) GROUP BY id) USING (seq);

CREATE MACRO numbered(statements, records, first) AS TABLE
SELECT first + row_number() OVER (ORDER BY id) - 1 AS node, id, stated, sortName
FROM (SELECT id, max(stated) AS stated, arg_max(sortName, stated) AS sortName FROM query_table(statements) GROUP BY id)
FULL JOIN (SELECT id FROM query_table(records)) USING (id);

CREATE TABLE work AS
SELECT row_number() OVER (ORDER BY id) - 1 AS node, id, seq, year, citationCount, authorCount FROM newest('read_work');

CREATE TABLE institution_record AS FROM newest('read_institution');
CREATE TABLE institution AS FROM numbered('read_institution_statement', 'institution_record',
  (SELECT count(*) FROM work));

CREATE TABLE topic_record AS FROM newest('read_topic');
CREATE TABLE topic AS FROM numbered('read_topic_statement', 'topic_record',
  (SELECT count(*) FROM work) + (SELECT count(*) FROM institution));

CREATE TABLE researcher_record AS FROM newest('read_researcher');
CREATE TABLE researcher AS FROM numbered('read_researcher_statement', 'researcher_record',
  (SELECT count(*) FROM work) + (SELECT count(*) FROM institution) + (SELECT count(*) FROM topic));

CREATE VIEW records_kept AS
SELECT 'work' AS kind, count(*) AS records FROM work
UNION ALL SELECT 'institution', count(*) FROM institution_record
UNION ALL SELECT 'topic', count(*) FROM topic_record
UNION ALL SELECT 'researcher', count(*) FROM researcher_record;
