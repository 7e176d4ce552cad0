/** An address that sources gave, where it is one of the web; nothing else of theirs becomes a link. */
export const webAddress = (address: string | null | undefined): string | undefined =>
  address != null && /^https?:\/\//i.test(address) ? address : undefined;
