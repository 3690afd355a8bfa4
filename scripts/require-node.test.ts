import { describe, expect, it } from 'vitest';
import { isSupportedNode } from './require-node.mjs';

describe('isSupportedNode', () => {
  it.each([
    ['20.19.0', true],
    ['20.20.2', true],
    ['22.0.0', true],
    ['100.1.0', true],
    ['20.18.3', false],
    ['18.20.8', false],
    ['9.99.0', false],
  ])('says of %s: %s', (version, expected) => {
    expect(isSupportedNode(version)).toBe(expected);
  });
});
