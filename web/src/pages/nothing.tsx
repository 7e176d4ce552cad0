import { useTitle } from '../parts/title.js';

/** An address that stands for nothing. */
export function NothingPage() {
  useTitle('Nothing here');
  return (
    <div class="not-found">
      <h1>There is nothing at this address</h1>
      <p>It may have been mistyped. The search at the top finds researchers, works, topics and institutions.</p>
      <p>
        <a href="/">Start from the beginning</a>
      </p>
    </div>
  );
}
