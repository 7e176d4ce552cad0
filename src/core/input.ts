import { getMetadataStorage, type ValidationError, validateSync } from 'class-validator';
import { BadInputError } from './errors.js';

function firstBroken(
  errors: readonly ValidationError[],
  path: string,
): { name: string; rule: string; given: unknown } | null {
  for (const error of errors) {
    const name = path ? `${path}.${error.property}` : error.property;
    const message = Object.values(error.constraints ?? {})[0];
    if (message) return { name, rule: message.replace(new RegExp(`^${error.property} `), ''), given: error.value };
    const nested = firstBroken(error.children ?? [], name);
    if (nested) return nested;
  }
  return null;
}

const ruled = new WeakMap<object, boolean>();

/** Whether a class has rules of its own or inherits some: most lists' arguments have none, and a page has dozens of them. */
function hasRules(of: object): boolean {
  let known = ruled.get(of);
  if (known === undefined) {
    const rules = getMetadataStorage().getTargetValidationMetadatas(of as () => void, '', true, false);
    known = rules.length > 0;
    ruled.set(of, known);
  }
  return known;
}

/**
 * Checks the arguments and inputs of every field by their class-validator rules, as type-graphql's `validateFn`.
 * An explicit null means that the argument was left out. Throws BAD_USER_INPUT naming the field and the rule.
 */
export function validateInput(value: unknown): void {
  if (value === null || typeof value !== 'object' || !hasRules(value.constructor)) return;
  const errors = validateSync(value, { skipMissingProperties: true, forbidUnknownValues: false });
  const broken = firstBroken(errors, '');
  if (broken) throw new BadInputError(broken.name, broken.rule, broken.given);
}
