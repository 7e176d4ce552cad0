import { webAddress } from '../text/address.js';
import { missingInWords } from '../text/words.js';

interface Props {
  readonly provenance: readonly {
    readonly source: string;
    readonly sourceId: string;
    readonly importedAt: string;
    readonly url: string | null;
  }[];
  readonly missing: readonly { readonly field: string; readonly reason: 'NOT_IMPORTED' | 'UNKNOWN' | 'WITHHELD' }[];
}

/** Where a record comes from, and what it lacks. */
export const Provenance = ({ provenance, missing }: Props) => (
  <section class="section provenance" aria-label="Where this record comes from">
    <p>
      {provenance.length > 0 ? 'From ' : 'No source is named for this record.'}
      {provenance.map(({ source, sourceId, importedAt, url }, at) => (
        <span key={source}>
          {at > 0 && ', '}
          {webAddress(url) ? (
            <a href={webAddress(url)} rel="noreferrer">
              {source}
            </a>
          ) : (
            source
          )}{' '}
          as <code>{sourceId}</code>, changed here on <time dateTime={importedAt}>{importedAt.slice(0, 10)}</time>
        </span>
      ))}
      {provenance.length > 0 && '.'}
      {missing.length > 0 && ` Missing: ${missing.map(missingInWords).join('; ')}.`}
    </p>
  </section>
);
