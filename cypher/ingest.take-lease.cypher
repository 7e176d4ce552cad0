// Gives one import the right to write, keeps it for the one that has it, and says who has it. Its end is measured by the
// database's own clock, which all share. The first SET takes the node's lock, so that of two who ask at once one waits.
// $token: names the import that asks; $host, $pid, $since: where and since when it runs; $seconds: until it lapses;
// $dead: tokens of imports that are known to have ended
// Columns: token, host, pid, since, endsIn (seconds)
MERGE (lease:Meta {id: 'import-lease'})
SET lease.id = 'import-lease'
WITH lease,
  lease.token IS NULL OR lease.token IN $dead + $token OR lease.expiresAt <= datetime.realtime().epochMillis AS isFree
FOREACH (_ IN CASE WHEN isFree THEN [1] ELSE [] END |
  SET lease.token = $token, lease.host = $host, lease.pid = $pid, lease.since = $since,
    lease.expiresAt = datetime.realtime().epochMillis + $seconds * 1000
)
RETURN lease.token AS token, lease.host AS host, lease.pid AS pid, lease.since AS since,
  (lease.expiresAt - datetime.realtime().epochMillis) / 1000 AS endsIn
