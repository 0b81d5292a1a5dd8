import { describe, expect, it } from 'vitest';
import { faultOf } from './faults';

describe('an error of the telephone in the browser', () => {
  it.each([
    [{ code: 31401 }, 'microphone'],
    [{ code: 31402 }, 'noMicrophone'],
    [{ code: 53000 }, 'network'],
    [{ code: 20104 }, 'token'],
    [new TypeError('Failed to fetch'), 'network'],
    [{ code: 1 }, 'other'],
    ['?', 'other'],
  ])('%o is told as %s', (error, fault) => expect(faultOf(error)).toBe(fault));
});
