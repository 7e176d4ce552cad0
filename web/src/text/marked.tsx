/** A text with the words between « and » marked, as the API's highlights are. */
export const Marked = ({ text }: { readonly text: string }) => (
  <>{text.split(/(«[^»]*»)/).map((part) => (part.startsWith('«') ? <mark>{part.slice(1, -1)}</mark> : part))}</>
);
