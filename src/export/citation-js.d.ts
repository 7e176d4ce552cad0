/** What is used of citation-js, which has no types of its own. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly output: { format(name: string, items: readonly object[], options: object): unknown };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
