const DAY = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const MINUTE = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** A day, or a moment to the minute, where the reader is. */
export const Moment = ({ at, minute = false }: { readonly at: string; readonly minute?: boolean }) => (
  <time dateTime={at}>{(minute ? MINUTE : DAY).format(new Date(at))}</time>
);
