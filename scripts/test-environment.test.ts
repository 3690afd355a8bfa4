import { expect, it } from 'vitest';

it('is the same for the tests, whatever the zone and the language of the machine', () => {
  expect(new Intl.DateTimeFormat().resolvedOptions()).toMatchObject({ locale: 'en-US', timeZone: 'UTC' });
});
