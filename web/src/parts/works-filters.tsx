import type { WorkFacetsFragment } from '../gen/graphql.js';
import { navigate } from '../router.js';
import { counted, figure } from '../text/words.js';
import { clickedYears, type WorksChoice } from './works-query.js';

type Facets = NonNullable<WorkFacetsFragment['facets']>;

/** Most bars of years; what is older shares one. */
const BARS = 26;

/** Puts the choice into the address, which is where it lives. */
export function choose(changes: Partial<WorksChoice>): void {
  const query = new URLSearchParams(location.search);
  if (changes.years !== undefined) put(query, 'years', changes.years === null ? [] : [changes.years.join('-')]);
  if (changes.types) put(query, 'type', changes.types);
  if (changes.topics) put(query, 'topic', changes.topics);
  if (changes.order) put(query, 'order', [changes.order]);
  const text = query.toString();
  navigate(`${location.pathname}${text && `?${text}`}`);
}

function put(query: URLSearchParams, name: string, values: readonly string[]): void {
  query.delete(name);
  for (const value of values) query.append(name, value);
}

const toggled = (values: readonly string[], value: string): readonly string[] =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value];

/** What the works can be narrowed to, with how many there are. */
export const WorksFilters = ({
  facets,
  choice,
  own,
}: {
  readonly facets: Facets;
  readonly choice: WorksChoice;
  readonly own: string;
}) => {
  const topics = facets.topics.filter(({ topic }) => topic.id !== own);
  return (
    <div class="filters">
      {facets.years.length > 1 && <Years years={facets.years} chosen={choice.years} />}
      {facets.types.length > 1 && (
        <Chips
          label="Type"
          values={facets.types.map(({ value, works }) => ({ value, name: value, works }))}
          chosen={choice.types}
          onToggle={(value) => choose({ types: toggled(choice.types, value) })}
        />
      )}
      {topics.length > 1 && (
        <Chips
          label="Topic"
          values={topics.map(({ topic, works }) => ({ value: topic.id, name: topic.name, works }))}
          chosen={choice.topics}
          onToggle={(value) => choose({ topics: toggled(choice.topics, value) })}
        />
      )}
    </div>
  );
};

interface ChipsProps {
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly name: string; readonly works: number }[];
  readonly chosen: readonly string[];
  onToggle(value: string): void;
}

const Chips = ({ label, values, chosen, onToggle }: ChipsProps) => (
  <fieldset class="chips">
    <legend>{label}</legend>
    {values.map(({ value, name, works }) => (
      <button
        key={value}
        type="button"
        class="chip"
        aria-pressed={chosen.includes(value)}
        onClick={() => onToggle(value)}
      >
        {name} <span class="count">{figure(works)}</span>
      </button>
    ))}
  </fieldset>
);

interface Bar {
  readonly label: string;
  readonly span: readonly [number, number];
  readonly works: number;
}

function barsOf(years: Facets['years']): readonly Bar[] {
  const first = years[0]?.year ?? 0;
  const last = years.at(-1)?.year ?? 0;
  const start = Math.max(first, last - BARS + 1);
  const works = new Map(years.map(({ year, works }) => [year, works]));
  const earlier = years.filter(({ year }) => year < start).reduce((sum, year) => sum + year.works, 0);
  const bars = Array.from({ length: last - start + 1 }, (_, at): Bar => {
    const year = start + at;
    return { label: String(year), span: [year, year], works: works.get(year) ?? 0 };
  });
  return earlier > 0 ? [{ label: `until ${start - 1}`, span: [first, start - 1], works: earlier }, ...bars] : bars;
}

function Years({ years, chosen }: { readonly years: Facets['years']; readonly chosen: WorksChoice['years'] }) {
  const bars = barsOf(years);
  const most = Math.max(...bars.map(({ works }) => works));
  const inside = ({ span }: Bar) => chosen !== null && span[0] >= chosen[0] && span[1] <= chosen[1];
  return (
    <fieldset class="years" style={{ maxWidth: `${bars.length * 2.5}rem` }}>
      <legend>Year</legend>
      <div class="bars">
        {bars.map((bar) => (
          <button
            key={bar.label}
            type="button"
            class="year"
            disabled={bar.works === 0}
            aria-pressed={inside(bar)}
            aria-label={`${bar.label}: ${counted(bar.works, 'work')}`}
            title={`${bar.label}: ${counted(bar.works, 'work')}`}
            onClick={() => choose({ years: clickedYears(chosen, bar.span) })}
          >
            <span class="year-bar" style={{ height: `${bar.works === 0 ? 1 : 6 + (bar.works / most) * 38}px` }} />
          </button>
        ))}
      </div>
      <div class="bars-ends" aria-hidden="true">
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </div>
    </fieldset>
  );
}
