import { useId, useState } from 'preact/hooks';
import { ask, type Outcome } from '../api.js';
import { type AccountQuery, UpdateProfileDocument, type UpdateProfileMutation } from '../gen/graphql.js';
import { Section } from '../parts/state.js';
import { pathOf } from '../route.js';
import { Told, useDeeds } from './deeds.js';

type OwnedRecord = NonNullable<NonNullable<AccountQuery['viewer']>['researcher']>;

/** The record that somebody owns, and what they say of it. */
export const OwnRecord = ({ record }: { readonly record: OwnedRecord | null }) => (
  <Section id="record" title="Your record">
    {record ? (
      <>
        <p>
          You own the record of <a href={pathOf('RESEARCHER', record.id)}>{record.name}</a>.
        </p>
        <ProfileForm key={record.id} record={record} />
      </>
    ) : (
      <p class="quiet">
        You own no record. Find yours by the search, and claim it there: its owner decides about its headline and is
        invited to collaborate.
      </p>
    )}
  </Section>
);

const LONGEST_HEADLINE = 300;

function ProfileForm({ record }: { readonly record: OwnedRecord }) {
  const id = useId();
  const deeds = useDeeds();
  const [saved, setSaved] = useState(record);
  const [headline, setHeadline] = useState(record.headline);
  const [open, setOpen] = useState(record.openToCollaborate);
  const save = (event: Event) => {
    event.preventDefault();
    // A headline that was not touched may be the drawn one, which goes on following the works.
    const input = { headline: headline === saved.headline ? null : headline, openToCollaborate: open };
    void deeds.act(async () => {
      const outcome: Outcome<UpdateProfileMutation> = await ask(UpdateProfileDocument, { input });
      if (outcome.ok) {
        setSaved({ ...saved, ...outcome.data.updateProfile });
        setHeadline(outcome.data.updateProfile.headline);
      }
      return outcome;
    }, 'Saved. Everybody sees it on the record.');
  };
  return (
    <form class="message" onSubmit={save}>
      <label for={id}>Headline</label>
      <textarea
        id={id}
        rows={3}
        maxLength={LONGEST_HEADLINE}
        value={headline}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => setHeadline(currentTarget.value)}
      />
      <p id={`${id}-hint`} class="quiet small">
        One sentence. Left blank, it is drawn from the works.
      </p>
      <label class="tick">
        <input type="checkbox" checked={open} onChange={({ currentTarget }) => setOpen(currentTarget.checked)} />
        Open to collaboration: others may send invitations
      </label>
      <button type="submit" class="button">
        Save
      </button>
      <Told deeds={deeds} />
    </form>
  );
}
