import neo4j, { type Plan as DriverPlan, type ProfiledPlan, type Session } from 'neo4j-driver';

/** A step of a plan, with the rows that it gave where it was run. */
export interface Plan {
  readonly operator: string;
  readonly details: string;
  readonly rows: number | undefined;
  readonly children: readonly Plan[];
}

const toPlan = (plan: DriverPlan | ProfiledPlan): Plan => ({
  operator: plan.operatorType,
  details: String((plan.arguments as { Details?: string }).Details ?? ''),
  rows: 'rows' in plan ? Number(plan.rows) : undefined,
  children: plan.children.map(toPlan),
});

async function withSession<Result>(use: (session: Session) => Promise<Result>): Promise<Result> {
  const { TEST_NEO4J_URI: uri = '', TEST_NEO4J_PASSWORD: password = '' } = process.env;
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password), { disableLosslessIntegers: true });
  const session = driver.session({ database: 'neo4j' });
  try {
    return await use(session);
  } finally {
    await session.close();
    await driver.close();
  }
}

/** How the test's Neo4j would run a statement, or with PROFILE did run it: all steps, the last one first. */
export async function stepsOf(text: string, params: object, how: 'EXPLAIN' | 'PROFILE' = 'EXPLAIN'): Promise<Plan[]> {
  const whole = (value: unknown) => (Number.isInteger(value) ? neo4j.int(value as number) : value);
  const parameters = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, whole(value)]));
  const { summary } = await withSession((session) => session.run(`${how} ${text}`, parameters));
  const plan = how === 'EXPLAIN' ? summary.plan : summary.profile;
  if (!plan) throw new Error('Neo4j gave no plan');
  const flat = (step: Plan): Plan[] => [step, ...step.children.flatMap(flat)];
  return flat(toPlan(plan));
}

/** The columns that a statement returns; it is not run. */
export const columnsOf = (text: string): Promise<string[]> =>
  withSession(async (session) => session.run(`EXPLAIN ${text}`).keys() as Promise<string[]>);
