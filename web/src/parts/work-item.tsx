import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { WorkSummaryFragment } from '../gen/graphql.js';
import { pathOf } from '../route.js';
import { webAddress } from '../text/address.js';
import { Rich } from '../text/rich.js';
import { counted } from '../text/words.js';

interface WorkItemProps {
  readonly work: WorkSummaryFragment;
  /** The researcher whose list it is. */
  readonly authorId?: string | undefined;
  /** Whether to say that there is no abstract; a list without any says so once. */
  readonly noteMissing?: boolean;
}

/** A work in a list: what it is, what it is called, by whom, and what it says. */
export const WorkItem = ({ work, authorId, noteMissing = true }: WorkItemProps) => (
  <article class="work-item">
    <WorkKicker work={work} />
    <h3>
      <a href={pathOf('WORK', work.id)}>
        <Rich text={work.title} />
      </a>
    </h3>
    <Byline work={work} authorId={authorId} />
    {work.abstract && <Abstract text={work.abstract} />}
    {!work.abstract && noteMissing && <p class="quiet small">No abstract imported.</p>}
    <WorkLinks work={work} />
  </article>
);

/** Type, year and source in one line. */
export const WorkKicker = ({
  work: { type, year, source, retracted },
}: {
  readonly work: Pick<WorkSummaryFragment, 'type' | 'year' | 'source' | 'retracted'>;
}) => (
  <p class="kicker">
    {retracted && <strong class="retracted">Retracted</strong>}
    {type && <span>{type}</span>}
    {year && <span>{year}</span>}
    {source && <span>{source}</span>}
  </p>
);

/** The names as printed, each leading to its record where there is one. */
export function Byline({
  work,
  authorId,
}: {
  readonly work: WorkSummaryFragment;
  readonly authorId?: string | undefined;
}) {
  const records = new Map(work.authors.edges.map(({ position, node }) => [position, node.id]));
  const named = work.byline.slice(0, 12);
  const more = work.byline.length - named.length;
  return (
    <p class="byline">
      {named.map((name, at) => {
        const id = records.get(at + 1);
        return (
          <span key={`${at}${name}`}>
            {at > 0 && ', '}
            {id === undefined ? (
              name
            ) : id === authorId ? (
              <strong>{name}</strong>
            ) : (
              <a href={pathOf('RESEARCHER', id)}>{name}</a>
            )}
          </span>
        );
      })}
      {more > 0 && ` and ${counted(more, 'other')}`}
    </p>
  );
}

/** Where it can be read, and how often it was cited. */
export const WorkLinks = ({
  work: { arxivId, doi, openAccessUrl, citationCount },
}: {
  readonly work: WorkSummaryFragment;
}) => (
  <p class="work-links">
    {arxivId && (
      <a href={`https://arxiv.org/abs/${arxivId}`} rel="noreferrer">
        arXiv:{arxivId}
      </a>
    )}
    {doi && (
      <a href={`https://doi.org/${doi}`} rel="noreferrer">
        doi:{doi}
      </a>
    )}
    {webAddress(openAccessUrl) && !arxivId && (
      <a href={webAddress(openAccessUrl)} rel="noreferrer">
        Free copy
      </a>
    )}
    {citationCount > 0 && <span>{counted(citationCount, 'citation')}</span>}
  </p>
);

/** The first lines of an abstract, the rest on demand. */
function Abstract({ text }: { readonly text: string }) {
  const [open, setOpen] = useState(false);
  const [long, setLong] = useState(false);
  const body = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (body.current && !open) setLong(body.current.scrollHeight > body.current.clientHeight + 4);
  }, [open]);
  return (
    <div class="abstract">
      <p ref={body} class={open ? '' : 'clamped'}>
        <Rich text={text} />
      </p>
      {(long || open) && (
        <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Show less' : 'Show all'}
          <span class="unseen"> of the abstract</span>
        </button>
      )}
    </div>
  );
}
