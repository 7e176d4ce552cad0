// An invitation `i` from the record `f` to the record `t`, as its type has it.
i {.id, .message, .status, .createdAt, .decidedAt, fromId: f.id, toId: t.id}
