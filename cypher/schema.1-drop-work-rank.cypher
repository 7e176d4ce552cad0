// Version 1 ranked works by their year, and so left out those without one.
// Columns: none
DROP INDEX workRank IF EXISTS
