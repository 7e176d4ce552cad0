import { AccountPage } from './pages/account.js';
import { ExplorePage } from './pages/explore.js';
import { HomePage } from './pages/home.js';
import { InstitutionPage } from './pages/institution.js';
import { LoginPage } from './pages/login.js';
import { NothingPage } from './pages/nothing.js';
import { ResearcherPage } from './pages/researcher.js';
import { TopicPage } from './pages/topic.js';
import { WorkPage } from './pages/work.js';
import { Header } from './parts/header.js';
import { type Route, routeOf } from './route.js';
import { useLocation } from './router.js';

/** The page that the address names, in its frame. */
export function App() {
  const { path } = useLocation();
  const route = routeOf(path);
  return (
    <>
      <a class="skip" href="#main">
        To the content
      </a>
      <Header home={route.page === 'home'} />
      <main id="main" tabIndex={-1}>
        <Page route={route} />
      </main>
      <footer class="footer">
        <p>
          Every figure on these pages is an answer of the <a href="/graphiql">GraphQL API</a>, which you can ask
          yourself.
        </p>
      </footer>
    </>
  );
}

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'home':
      return <HomePage />;
    case 'researcher':
      return <ResearcherPage key={route.id} id={route.id} />;
    case 'work':
      return <WorkPage key={route.id} id={route.id} />;
    case 'topic':
      return <TopicPage key={route.id} id={route.id} />;
    case 'institution':
      return <InstitutionPage key={route.id} id={route.id} />;
    case 'explore':
      return <ExplorePage id={route.id} />;
    case 'account':
      return <AccountPage />;
    case 'login':
      return <LoginPage />;
    default:
      return <NothingPage />;
  }
}
