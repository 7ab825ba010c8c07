import { afterEach, expect, it } from 'vitest';
import { language } from '../../web/src/language/language.ts';
import { operationName } from '../../web/src/pages/access-log/operation-names.ts';
import { loggedOperations } from '../functions/logged-operations.ts';

afterEach(() => {
  language.value = 'sv';
});

it.each(['sv', 'en'] as const)('has words in %s for every operation that the access log holds', (spoken) => {
  language.value = spoken;
  expect(loggedOperations.filter(({ id }) => operationName(id) === null).map(({ id }) => id)).toEqual([]);
});
