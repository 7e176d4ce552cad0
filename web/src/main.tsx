import { render } from 'preact';
import { App } from './app.js';
import { startRouter } from './router.js';

const place = document.getElementById('app');
if (place) {
  place.replaceChildren();
  startRouter();
  render(<App />, place);
}
