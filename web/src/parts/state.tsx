import type { ComponentChildren } from 'preact';
import { describeFailure, type Failure } from '../api.js';
import { useTitle } from './title.js';

/** A page that could not be loaded. */
export function FailedPage(props: { readonly failure: Failure; retry(): void }) {
  useTitle('Not loaded');
  return <Failed {...props} />;
}

/** What went wrong, and a way to try again. */
export const Failed = ({ failure, retry }: { readonly failure: Failure; retry(): void }) => (
  <div class="notice failed" role="alert">
    <p>{describeFailure(failure)}</p>
    <button type="button" class="button" onClick={retry}>
      Try again
    </button>
  </div>
);

/** The shape of what is about to come. */
export const Skeleton = ({ lines = 3, label = 'Loading' }: { readonly lines?: number; readonly label?: string }) => (
  <div class="skeleton" role="status">
    <span class="unseen">{label}</span>
    {Array.from({ length: lines }, (_, line) => (
      <div class="bar" key={line} />
    ))}
  </div>
);

/** A section of a page, with its heading. */
export const Section = ({
  id,
  title,
  note,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly note?: ComponentChildren;
  readonly children: ComponentChildren;
}) => (
  <section class="section" id={id} aria-labelledby={`${id}-title`}>
    <header class="section-head">
      <h2 id={`${id}-title`}>{title}</h2>
      {note}
    </header>
    {children}
  </section>
);

/** A page whose node is not there. */
export function NotFound({ what, id }: { readonly what: string; readonly id: string }) {
  useTitle(`No such ${what}`);
  return (
    <div class="not-found">
      <h1>
        There is no {what} “{id}”
      </h1>
      <p>
        It may never have been imported, or have another identifier. The search at the top takes names, titles, DOIs,
        ORCID iDs and arXiv ids.
      </p>
      <p>
        <a href="/">Start from the beginning</a>
      </p>
    </div>
  );
}
