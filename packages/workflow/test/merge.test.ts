import { describe, expect, it } from 'vitest';
import { mergeSettings } from '../src/merge.mjs';

describe('mergeSettings', () => {
  // The test cases of RFC 7396, Appendix A: original, patch, result.
  it.each([
    ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
    ['{"a":"b"}', '{"a":null}', '{}'],
    ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
    ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
    ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
    ['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
    ['["a","b"]', '["c","d"]', '["c","d"]'],
    ['{"a":"b"}', '["c"]', '["c"]'],
    ['{"a":"foo"}', 'null', 'null'],
    ['{"a":"foo"}', '"bar"', '"bar"'],
    ['[1,2]', '{"a":"b","c":null}', '{"a":"b"}'],
    ['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
  ])('%s with %s is %s, as RFC 7396 says', (settings, layer, merged) => {
    expect(mergeSettings(JSON.parse(settings), JSON.parse(layer))).toEqual(JSON.parse(merged));
  });

  it('changes neither argument', () => {
    const settings = { train: { seed: 1 } };
    const layer = { train: { width: 2, seed: null } };
    mergeSettings(settings, layer);
    expect(settings).toEqual({ train: { seed: 1 } });
    expect(layer).toEqual({ train: { width: 2, seed: null } });
  });
});
