import { MeDocument } from '../gen/graphql.js';
import { logOut } from '../login.js';
import { pathOf } from '../route.js';
import { accessToken } from '../token.js';
import { useQuery } from '../use-query.js';
import { SearchBox } from './search-box.js';
import { useLogIn } from './use-log-in.js';
import { useToken } from './use-token.js';

/** What is at the top of every page; the start has its search in the middle instead. */
export const Header = ({ home }: { readonly home: boolean }) => (
  <header class="top">
    <a class="brand" href="/" aria-label="Research graph, start">
      <img src="/favicon.svg" alt="" width="24" height="24" />
      <span>Research graph</span>
    </a>
    {!home && <SearchBox id="top-search" />}
    <nav class="top-links" aria-label="Tools">
      <a href="/graphiql">API</a>
      <Account />
    </nav>
  </header>
);

function Account() {
  const token = useToken();
  const { enter, trouble } = useLogIn();
  const { data } = useQuery(MeDocument, token === null ? null : {});
  if (accessToken() === null)
    return (
      <>
        <button type="button" class="link" onClick={enter}>
          Log in
        </button>
        {trouble && (
          <p class="top-trouble" role="alert">
            {trouble}
          </p>
        )}
      </>
    );
  const mine = data?.viewer?.researcher;
  return (
    <>
      {mine ? (
        <a class="top-name" href={pathOf('RESEARCHER', mine.id)}>
          {mine.name}
        </a>
      ) : (
        <span class="top-name">{data?.viewer?.name ?? 'Logged in'}</span>
      )}
      <a href="/account">Account</a>
      <button type="button" class="link" onClick={logOut}>
        Log out
      </button>
    </>
  );
}
