import { Section } from '../parts/state.js';
import { capitalised, figure, span } from '../text/words.js';
import type { Profile } from './profile-head.js';

const LEVELS = {
  L0: 'A bare name on a byline',
  L1: 'A record in a public source',
  L2: 'An ORCID iD on the record',
  L3: 'Claimed by its owner and verified',
  L4: 'Verified, and confirmed by an employer',
} as const;
const CLAIMS = {
  UNCLAIMED: ['Unclaimed', 'Nobody has said yet that this record is theirs.'],
  PENDING: ['Claim pending', 'Somebody claims this record; a moderator has not decided yet.'],
  CLAIMED: ['Claimed', 'Its owner has come forward.'],
} as const;

/** How far the record may be relied on, in the open: the score and its parts, the level and what would raise it. */
export const Trust = ({ researcher }: { readonly researcher: Profile }) => {
  const { trust, verification, claimStatus } = researcher;
  const [claim, claimNote] = CLAIMS[claimStatus];
  return (
    <Section id="trust" title="Trust at a glance">
      <div class="trust">
        <div class="trust-score">
          <h3>Trust</h3>
          <p>
            <span class="big">{trust.score}</span> <span class="of">of 100</span>
          </p>
          <p class="band">{capitalised(trust.band)}</p>
          <TrustBar components={trust.components} score={trust.score} />
        </div>
        <div>
          <h3>Verification</h3>
          <p>
            <span class="big">{verification.level}</span>
          </p>
          <p class="band">{LEVELS[verification.level]}</p>
          {verification.next && <p class="small quiet">What would raise it: {verification.next}</p>}
        </div>
        <div>
          <h3>Owner</h3>
          <p>
            <span class="big word">{claim}</span>
          </p>
          <p class="small quiet">{claimNote}</p>
        </div>
      </div>
      <Figures researcher={researcher} />
      <details class="unfold">
        <summary>How the {trust.score} points come about</summary>
        <table class="components">
          <thead>
            <tr>
              <th scope="col">What is looked at</th>
              <th scope="col" class="number">
                Points
              </th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {trust.components.map(({ name, points, maximum, explanation }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="number">
                  {points}
                  <span class="quiet"> / {maximum}</span>
                </td>
                <td>{explanation}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="small">
          The level rests on this: {verification.reasons.map((reason) => reason.replace(/\.$/, '')).join('; ')}.
        </p>
        <p class="small quiet">
          Formula {trust.formula}. The score says how well the record stands for one person, not how good the research
          is.
        </p>
      </details>
    </Section>
  );
};

const TrustBar = ({
  components,
  score,
}: {
  readonly components: Profile['trust']['components'];
  readonly score: number;
}) => (
  <div class="trust-bar" role="img" aria-label={`${score} of 100 points`}>
    {components.map(({ name, points, maximum }) => (
      <span key={name} style={{ flexGrow: maximum }} title={`${name}: ${points} of ${maximum}`}>
        <span style={{ width: `${(100 * points) / maximum}%` }} />
      </span>
    ))}
  </div>
);

const Figures = ({ researcher: { stats } }: { readonly researcher: Profile }) => {
  const figures = [
    [stats.works, 'work', span(stats.firstYear, stats.lastYear), '#works'],
    [stats.followers, 'follower', null, '#actions'],
    [stats.topics, 'topic', null, '#graph'],
    [
      stats.closeCollaborators,
      'close collaborator',
      `of ${figure(stats.collaborators)}, two joint works or more`,
      '#graph',
    ],
  ] as const;
  return (
    <ul class="figures">
      {figures.map(([value, label, note, href]) => (
        <li key={label}>
          <a href={href}>
            <span class="big">{figure(value)}</span> {value === 1 ? label : `${label}s`}
          </a>
          {note && <span class="small quiet">{note}</span>}
        </li>
      ))}
    </ul>
  );
};
