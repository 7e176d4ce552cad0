import { SearchBox } from '../parts/search-box.js';
import type { Actions } from './actions.js';

/** Asks for the other end of a path. */
export const PathFinder = ({
  from,
  name,
  actions,
}: {
  readonly from: string;
  readonly name: string;
  readonly actions: Actions;
}) => (
  <div class="path-finder">
    <p class="small quiet" id="path-from">
      How is {name} connected with …
    </p>
    <SearchBox
      id="path-search"
      label={`The other end of a path from ${name}`}
      placeholder="A person, work, topic, institution"
      onChoose={(node) => actions.change({ path: { from, to: node.id, any: false } })}
    />
  </div>
);
