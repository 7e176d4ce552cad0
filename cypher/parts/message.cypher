// A message `m` of an invitation from the record `f` to the record `t`, as its type has it.
m {.id, .body, .sentAt, sortKey: [m.id], authorId: CASE m.role WHEN 'SENDER' THEN f.id ELSE t.id END}
