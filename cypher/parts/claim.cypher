// A claim `c` of an account `a` on a researcher `r`, as its type has it.
c {
  .id, .state, .evidence, .createdAt, .decidedAt, .reason, researcherId: r.id,
  claimant: {id: a.id, name: a.name, orcid: a.orcid}
}
