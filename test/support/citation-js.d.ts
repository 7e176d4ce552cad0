/** The reader, which only tests use. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string);
    readonly data: readonly { readonly title: string }[];
  }
}
