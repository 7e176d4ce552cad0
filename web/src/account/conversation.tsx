import { useContext, useEffect, useState } from 'preact/hooks';
import { ask, describeFailure } from '../api.js';
import { type InvitationBox, SendDocument } from '../gen/graphql.js';
import { MessageForm } from '../parts/message-form.js';
import { Failed, Skeleton } from '../parts/state.js';
import { Changes } from './changes.js';
import { Moment } from './moment.js';
import { useMessages } from './use-messages.js';

const LONGEST_MESSAGE = 5_000;
/** How often the last page is read anew, in milliseconds. */
const PULSE = 15_000;

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Props {
  /** Of the invitation. */
  readonly id: string;
  readonly box: InvitationBox;
  /** The cursor of the invitation before this one in its list; null for the first. */
  readonly place: string | null;
  readonly mine: Named;
  readonly other: Named;
}

/** What two people wrote, oldest first, and a way to go on. */
export function Conversation({ id, box, place, mine, other }: Props) {
  const { noteChange } = useContext(Changes);
  // Where it is elsewhere in its list by now, the list is asked anew, which gives its new place.
  const { messages, hasMore, failure, readOn } = useMessages({ id, box, place }, noteChange);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    if (hasMore) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && readOn(), PULSE);
    return () => clearInterval(timer);
  }, [hasMore, readOn]);

  const send = async (body: string): Promise<boolean> => {
    const outcome = await ask(SendDocument, { id, body });
    setTrouble(outcome.ok ? null : describeFailure(outcome.failure));
    if (outcome.ok) await readOn({ toTheEnd: true });
    return outcome.ok;
  };
  return (
    <div class="conversation">
      {messages?.length === 0 && <p class="quiet">Nobody has written yet.</p>}
      <div role="log" aria-label={`Conversation with ${other.name}`}>
        <ol class="messages">
          {messages?.map(({ id, body, sentAt, author }) => (
            <li key={id} class={author.id === mine.id ? 'own' : undefined}>
              <p class="small quiet">
                {author.id === mine.id ? 'You' : author.name} · <Moment at={sentAt} minute />
              </p>
              <p class="written">{body}</p>
            </li>
          ))}
        </ol>
      </div>
      {failure && <Failed failure={failure} retry={() => void readOn()} />}
      {!messages && !failure && <Skeleton label="Loading the conversation" />}
      {hasMore && !failure && (
        <p class="more">
          <button type="button" class="button" onClick={() => void readOn()}>
            Show later messages
          </button>
        </p>
      )}
      {messages && (
        <MessageForm
          label={`Write to ${other.name}`}
          button="Send"
          most={LONGEST_MESSAGE}
          required
          enterSends
          onSend={send}
        />
      )}
      {trouble && (
        <p class="notice failed" role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
}
