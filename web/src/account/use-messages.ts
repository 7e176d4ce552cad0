import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ask, type Failure } from '../api.js';
import { ConversationDocument, type ConversationQuery, type InvitationBox } from '../gen/graphql.js';

type Message = NonNullable<
  ConversationQuery['viewer']
>['invitations']['nodes'][number]['conversation']['nodes'][number];

const PAGE = 25;

interface Place {
  readonly id: string;
  readonly box: InvitationBox;
  readonly place: string | null;
}

/** A conversation as far as it was read. */
interface Messages {
  /** Null before there is an answer. */
  readonly messages: readonly Message[] | null;
  readonly hasMore: boolean;
  readonly failure: Failure | null;
  /** Reads what comes next: a page, or all there is. */
  readOn(how?: { readonly toTheEnd: boolean }): Promise<void>;
}

/** Reads a conversation page by page. Calls `onMoved` where its invitation is at another place of its list. */
export function useMessages({ id, box, place }: Place, onMoved: () => void): Messages {
  const [messages, setMessages] = useState<readonly Message[] | null>(null);
  const [hasMore, setMore] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const end = useRef<string | null>(null);
  /** One page after the other: two readers of the same page would else show it twice. */
  const turn = useRef<Promise<unknown>>(Promise.resolve());

  const readPage = async (): Promise<boolean> => {
    const outcome = await ask(ConversationDocument, { box, place, first: PAGE, after: end.current });
    setFailure(outcome.ok ? null : outcome.failure);
    if (!outcome.ok) return false;
    const invitation = outcome.data.viewer?.invitations.nodes[0];
    if (invitation?.id !== id) {
      onMoved();
      return false;
    }
    const { nodes, pageInfo } = invitation.conversation;
    end.current = pageInfo.endCursor ?? end.current;
    setMessages((before) => [...(before ?? []), ...nodes]);
    setMore(pageInfo.hasNextPage);
    return pageInfo.hasNextPage;
  };
  const readOn = useCallback(
    ({ toTheEnd } = { toTheEnd: false }) => {
      const read = async () => {
        while ((await readPage()) && toTheEnd);
      };
      const done = turn.current.then(read);
      turn.current = done;
      return done;
    },
    [id, box, place],
  );
  useEffect(() => void readOn(), [readOn]);
  return { messages, hasMore, failure, readOn };
}
