import { registerEnumType } from 'type-graphql';

/** Whether a record's owner has come forward. */
export enum ClaimStatus {
  UNCLAIMED = 'UNCLAIMED',
  PENDING = 'PENDING',
  CLAIMED = 'CLAIMED',
}
registerEnumType(ClaimStatus, {
  name: 'ClaimStatus',
  description: "Whether a record's owner has come forward.",
  valuesConfig: {
    UNCLAIMED: { description: 'Nobody has claimed it.' },
    PENDING: { description: 'Somebody has; it is not decided yet.' },
    CLAIMED: { description: 'It has an owner.' },
  },
});
