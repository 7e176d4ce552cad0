import type { EdgeType } from '../gen/graphql.js';
import { edgeInWords } from '../graph/sentences.js';
import { pathOf } from '../route.js';
import { Rich } from '../text/rich.js';
import { counted } from '../text/words.js';

/** What the API calls the source of an edge that works imply. */
const DERIVED = 'derived';

interface Props {
  readonly edge: {
    readonly source: string;
    readonly target: string;
    readonly type: EdgeType;
    readonly weight: number;
    readonly sources?: readonly string[];
    readonly works: readonly { readonly id: string; readonly title: string; readonly year: number | null }[];
  };
  /** What a node is called in the sentence. */
  called(id: string): string;
}

/** Why two nodes are joined: a sentence, and its evidence. */
export function Reason({ edge, called }: Props) {
  const sentence = edgeInWords(edge, called(edge.source), called(edge.target));
  const { works, weight, sources } = edge;
  const stated = sources?.filter((source) => source !== DERIVED);
  const left = weight - works.length;
  return (
    <div class="reason">
      <p>
        {sentence.charAt(0).toUpperCase()}
        {works.length > 0 ? `${sentence.slice(1, -1)}:` : sentence.slice(1)}
      </p>
      {works.length > 0 && (
        <ul class="evidence">
          {works.map((work) => (
            <li key={work.id}>
              <a href={pathOf('WORK', work.id)}>
                <Rich text={work.title} />
              </a>{' '}
              {work.year}
            </li>
          ))}
        </ul>
      )}
      {works.length > 0 && left > 0 && <p class="quiet small">and {counted(left, 'other')}</p>}
      {stated && stated.length > 0 && <p class="quiet small">Source: {stated.join(', ')}</p>}
      {sources?.includes(DERIVED) && (
        <p class="quiet small">Counted from the works {works.length > 0 ? 'above' : 'in this graph'}.</p>
      )}
    </div>
  );
}
