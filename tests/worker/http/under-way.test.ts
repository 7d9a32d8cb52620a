import { expect, it } from 'vitest';
import { countUnderWay } from '../../../worker/src/http/under-way.ts';

it('lets so many of each workspace begin, and more as those end', () => {
  const pushes = countUnderWay(2);
  const [first, second] = [pushes.enter('a'), pushes.enter('a')];
  expect(pushes.enter('a')).toBeNull();
  expect(pushes.enter('b')).not.toBeNull();
  first?.();
  const third = pushes.enter('a');
  expect(third).not.toBeNull();
  expect(pushes.enter('a')).toBeNull();
  second?.();
  third?.();
  expect(
    [pushes.enter('a'), pushes.enter('a'), pushes.enter('a')].filter((one) => one === null),
  ).toHaveLength(1);
});
