import type { IdentityGroup } from './identity.js';
import { counted } from './phrases.js';
import { MIXED_ABOVE } from './weights.js';

/** One sentence for the whole record. */
export function explain(consistent: boolean | null, groups: readonly IdentityGroup[]): string {
  const [largest, ...others] = groups as [IdentityGroup, ...IdentityGroup[]];
  const works = counted(largest.workIds.length, 'work');
  if (consistent) return `All ${works} hang together.`;
  const apart = others.reduce((sum, { workIds }) => sum + workIds.length, 0);
  if (consistent === false) {
    const clear = others.filter(({ confidence }) => confidence > MIXED_ABOVE);
    const theirs = counted(
      clear.reduce((sum, { workIds }) => sum + workIds.length, 0),
      'work',
    );
    const inGroups = clear.length === 1 ? '' : ` in ${counted(clear.length, 'group')}`;
    const verb = clear.length === 1 && clear[0]?.workIds.length === 1 ? 'stands' : 'stand';
    return `The record is probably of more than one person: ${theirs}${inGroups} ${verb} apart from the largest group of ${works}.`;
  }
  if (others.length === 0) return 'One work alone: there is nothing to compare it with.';
  const verb = apart === 1 ? 'has' : 'have';
  return `Too little to tell: ${counted(apart, 'work')} ${verb} too little in common with the largest group of ${works}, and too little is known to say that another person wrote ${apart === 1 ? 'it' : 'them'}.`;
}
