-- Source edges of the records that were kept, then what is derived from them, as numbers of nodes. Ends are named for
-- their kind of node; docs/graph-model.md defines every edge.

CREATE MACRO ids_in(list) AS string_split(list, chr(30));

CREATE TABLE authored AS
SELECT researcher.node AS researcher, work.node AS work, position, name, corresponding, institutionIds,
  year, citationCount, authorCount
FROM read_authorship JOIN work USING (seq) JOIN researcher ON researcher.id = researcherId;

CREATE TABLE about AS
SELECT work.node AS work, topic.node AS topic, score, topicId, citationCount, coalesce(year, 0) AS year
FROM read_topic_of_work JOIN work USING (seq) JOIN topic ON topic.id = topicId;

CREATE TABLE cites AS
SELECT citing.node AS citing, cited.node AS cited
FROM (SELECT seq, unnest(ids_in(ids)) AS id FROM read_references) AS reference
JOIN work AS cited USING (id) JOIN work AS citing ON citing.seq = reference.seq;

CREATE TABLE produced_at AS
SELECT work.node AS work, institution.node AS institution, institutionId, citationCount, coalesce(year, 0) AS year, authorCount
FROM (SELECT seq, unnest(ids_in(institutionIds)) AS institutionId FROM read_work WHERE institutionIds IS NOT NULL)
JOIN work USING (seq) JOIN institution ON institution.id = institutionId;

CREATE TABLE coauthor AS
SELECT a, b, works, (units + 500000) // 1000000 / 1e6 AS strength, firstYear, lastYear
FROM (
  SELECT one.researcher AS a, other.researcher AS b, count(*) AS works,
    sum((2000000000000 + one.authorCount - 1) // (2 * (one.authorCount - 1)))::BIGINT AS units,
    min(one.year) AS firstYear, max(one.year) AS lastYear
  FROM authored AS one JOIN authored AS other ON one.work = other.work AND one.researcher < other.researcher
  WHERE one.authorCount BETWEEN 2 AND getvariable('max_authors') GROUP BY a, b);

CREATE TABLE researches AS
SELECT researcher, topic, count(*) AS works FROM authored JOIN about USING (work) GROUP BY researcher, topic;

CREATE TABLE active_in AS
SELECT institution, topic, count(*) AS works FROM produced_at JOIN about USING (work) GROUP BY institution, topic;

CREATE TABLE partner AS
SELECT one.institution AS a, other.institution AS b, count(*) AS works
FROM produced_at AS one JOIN produced_at AS other ON one.work = other.work AND one.institution < other.institution
WHERE one.authorCount <= getvariable('max_authors') GROUP BY a, b;

CREATE TEMP TABLE named_affiliation AS
SELECT researcher, institution.node AS institution, institutionId, count(DISTINCT work) AS works,
  min(year) AS fromYear, max(year) AS toYear
FROM (SELECT researcher, work, year, unnest(ids_in(institutionIds)) AS institutionId FROM authored
  WHERE institutionIds IS NOT NULL)
JOIN institution ON institution.id = institutionId GROUP BY ALL;

CREATE TEMP TABLE stated_affiliation AS
SELECT researcher.node AS researcher, institution.node AS institution, institutionId, fromYear, toYear, current
FROM read_affiliation JOIN researcher_record USING (seq) JOIN researcher ON researcher.id = researcher_record.id
JOIN institution ON institution.id = institutionId;

CREATE TABLE affiliated AS
SELECT researcher, institution, stated.fromYear, stated.toYear, current, true AS stated,
  coalesce(works, 0) AS works, stated.institutionId
FROM stated_affiliation AS stated LEFT JOIN named_affiliation USING (researcher, institution)
UNION ALL
SELECT researcher, institution, fromYear, toYear,
  coalesce(toYear, -1000000) = max(coalesce(toYear, -1000000)) OVER (PARTITION BY researcher), NULL, works,
  institutionId
FROM named_affiliation WHERE researcher NOT IN (SELECT researcher FROM stated_affiliation);
