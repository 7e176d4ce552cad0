import type { TestApp } from './app.js';
import type { Person } from './issuer.js';

/** Somebody who logged in, as a test has them ask. */
export interface Caller {
  /** The data of an answer without errors. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
  ask(text: string, variables?: object): Promise<any>;
  /** Code and message of the one error of an answer. */
  refused(text: string, variables?: object): Promise<readonly [code: string, message: string]>;
}

/** Logs somebody in; nobody, where no person is given. */
export async function caller(app: TestApp, person?: Person): Promise<Caller> {
  const token = person === undefined ? undefined : await app.token(person);
  return {
    async ask(text, variables) {
      const { data, errors } = await app.query(text, variables, token);
      if (errors) throw new Error(`${text}: ${JSON.stringify(errors)}`);
      return data;
    },
    async refused(text, variables) {
      const { data, errors = [] } = await app.query(text, variables, token);
      const [error] = errors;
      if (errors.length !== 1 || error === undefined) throw new Error(`${text}: ${JSON.stringify({ data, errors })}`);
      return [error.extensions.code, error.message];
    },
  };
}

/** What people do, as GraphQL has it. */
export const deeds = {
  follow: (id: string) =>
    `mutation { followResearcher(researcherId: "${id}") { id viewerFollows stats { followers } } }`,
  unfollow: (id: string) =>
    `mutation { unfollowResearcher(researcherId: "${id}") { id viewerFollows stats { followers } } }`,
  claim: (id: string, evidence = 'It is me.') =>
    `mutation { claimResearcher(researcherId: "${id}", evidence: "${evidence}") { id status evidence reason researcher { id claimStatus } } }`,
  withdrawClaim: (id: string) =>
    `mutation { withdrawClaim(claimId: "${id}") { id status researcher { id claimStatus } } }`,
  review: (id: string, approve: boolean, reason = 'I looked.') =>
    `mutation { reviewClaim(claimId: "${id}", approve: ${approve}, reason: "${reason}") { id status reason researcher { id claimStatus } } }`,
  profile: (input: string) => `mutation { updateProfile(input: {${input}}) { id headline openToCollaborate } }`,
  invite: (id: string, message = 'Shall we?') =>
    `mutation { inviteToCollaborate(researcherId: "${id}", message: "${message}") { id status message from { id } to { id } } }`,
  respond: (id: string, accept: boolean) =>
    `mutation { respondToInvitation(invitationId: "${id}", accept: ${accept}) { id status } }`,
  withdrawInvitation: (id: string) => `mutation { withdrawInvitation(invitationId: "${id}") { id status } }`,
  send: (id: string, body: string) =>
    `mutation { sendMessage(invitationId: "${id}", body: "${body}") { id body author { id } } }`,
  deleteAccount: 'mutation { deleteAccount }',
} as const;
