import { ask } from '../api.js';
import { DeleteAccountDocument } from '../gen/graphql.js';
import { logOut } from '../login.js';
import { Section } from '../parts/state.js';
import { Confirm } from './confirm.js';
import { Told, useDeeds } from './deeds.js';

interface Props {
  readonly record: { readonly name: string } | null;
  onDeleted(): void;
}

/** The ways out: for now, and for good. */
export function Leaving({ record, onDeleted }: Props) {
  const deeds = useDeeds();
  const deleteAccount = async () => {
    if (!(await deeds.act(() => ask(DeleteAccountDocument, {}), 'Your account is deleted.'))) return;
    onDeleted();
    logOut();
  };
  return (
    <Section id="leaving" title="Log out, or leave">
      <Told deeds={deeds} />
      <div class="buttons">
        <button type="button" class="button" onClick={logOut}>
          Log out
        </button>
        <Confirm
          button="Delete the account"
          title="Delete your account?"
          yes="Delete it for good"
          onYes={() => void deleteAccount()}
        >
          <p>This cannot be taken back. What goes, at once:</p>
          <ul class="gone">
            <li>your name and the ORCID iD that your login vouched for;</li>
            <li>whom you follow, and your claims with their evidence;</li>
            <li>
              every invitation that you sent or received, with the whole conversation, also what the others wrote;
            </li>
            {record && (
              <li>your headline of the record of {record.name}, and that it is yours: anybody may claim it then.</li>
            )}
          </ul>
          <p>The records and works of the graph stay as their sources state them.</p>
        </Confirm>
      </div>
    </Section>
  );
}
