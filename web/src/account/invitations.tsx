import { useId, useState } from 'preact/hooks';
import { ask } from '../api.js';
import {
  type InvitationBox,
  type InvitationStatus,
  InvitationsDocument,
  type InvitationsQuery,
  RespondDocument,
  WithdrawInvitationDocument,
} from '../gen/graphql.js';
import { Failed, Section, Skeleton } from '../parts/state.js';
import { pathOf } from '../route.js';
import { Conversation } from './conversation.js';
import { type Deeds, Told, useDeeds } from './deeds.js';
import { Moment } from './moment.js';
import { More, usePages } from './paging.js';

type InvitationEdge = NonNullable<InvitationsQuery['viewer']>['invitations']['edges'][number];

const PAGE = 10;
const NONE: Readonly<Record<InvitationBox, string>> = {
  RECEIVED: 'Nobody has invited you yet. Whoever owns a record can be invited from its page.',
  SENT: 'You have invited nobody. The page of a researcher whose record is claimed has a form for that.',
};
const STATES: Readonly<Record<InvitationStatus, string>> = {
  ACCEPTED: 'Accepted',
  DECLINED: 'Declined',
  PENDING: 'Not answered yet',
  WITHDRAWN: 'Withdrawn',
};

/** Invitations in both directions, and the conversations that came of them. */
export function Invitations() {
  const deeds = useDeeds();
  return (
    <Section id="invitations" title="Invitations and conversations">
      <Told deeds={deeds} />
      <Box box="RECEIVED" title="Received" deeds={deeds} />
      <Box box="SENT" title="Sent" deeds={deeds} />
    </Section>
  );
}

interface BoxProps {
  readonly box: InvitationBox;
  readonly title: string;
  readonly deeds: Deeds;
}

function Box({ box, title, deeds }: BoxProps) {
  const id = useId();
  const list = usePages(InvitationsDocument, { box, first: PAGE }, ({ viewer }) =>
    viewer ? { items: viewer.invitations.edges, pageInfo: viewer.invitations.pageInfo } : null,
  );
  return (
    <section class="box" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {list.first.failure && <Failed failure={list.first.failure} retry={list.first.retry} />}
      {!list.items && !list.first.failure && <Skeleton label="Loading invitations" />}
      {list.items?.length === 0 && <p class="quiet">{NONE[box]}</p>}
      <ul class="entries">
        {list.items?.map(({ node }, at, edges) => (
          <li key={node.id} class="entry">
            <Invitation invitation={node} box={box} place={edges[at - 1]?.cursor ?? null} deeds={deeds} />
          </li>
        ))}
      </ul>
      <More list={list} what="invitations" />
    </section>
  );
}

interface InvitationProps {
  readonly invitation: InvitationEdge['node'];
  readonly box: InvitationBox;
  readonly place: string | null;
  readonly deeds: Deeds;
}

function Invitation({ invitation: { id, status, message, createdAt, from, to }, box, place, deeds }: InvitationProps) {
  const received = box === 'RECEIVED';
  const [mine, other] = received ? [to, from] : [from, to];
  const heading = useId();
  const [open, setOpen] = useState(false);
  const respond = (accept: boolean) =>
    void deeds.act(
      () => ask(RespondDocument, { id, accept }),
      accept ? `Accepted: you and ${other.name} can write to each other.` : `The invitation is declined.`,
      true,
    );
  return (
    <article aria-labelledby={heading}>
      <h4 id={heading}>
        {received ? 'From' : 'To'} <a href={pathOf('RESEARCHER', other.id)}>{other.name}</a>
      </h4>
      <p class="small">
        <strong>{STATES[status]}</strong>{' '}
        <span class="quiet">
          <Moment at={createdAt} /> · as {mine.name}
        </span>
      </p>
      <p class="written">{message}</p>
      {status === 'PENDING' && received && (
        <p class="buttons">
          <button type="button" class="button" onClick={() => respond(true)}>
            Accept
          </button>
          <button type="button" class="button" onClick={() => respond(false)}>
            Decline
          </button>
        </p>
      )}
      {status === 'PENDING' && !received && (
        <button
          type="button"
          class="button"
          onClick={() =>
            void deeds.act(() => ask(WithdrawInvitationDocument, { id }), 'The invitation is withdrawn.', true)
          }
        >
          Withdraw the invitation
        </button>
      )}
      {status === 'ACCEPTED' && (
        <>
          <button type="button" class="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Close the conversation' : 'Open the conversation'}
          </button>
          {open && <Conversation id={id} box={box} place={place} mine={mine} other={other} />}
        </>
      )}
    </article>
  );
}
