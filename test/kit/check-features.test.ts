// The check functions for features: each must be able to fail.
import assert from 'node:assert/strict';
import { checkAccepted, checkHover, checkNoHover, checkOffered, checkOfferedAmong, checkOfferedFirst } from './check-features';

suite('checks of completion', () => {
  test('exact', () => assert.throws(() => checkOffered('<|>', ['practice'])));
  test('first', () => assert.throws(() => checkOfferedFirst('<|>', ['provider'])));
  test('among', () => assert.throws(() => checkOfferedAmong('<|>', ['member'])));
  test('not among', () => assert.throws(() => checkOfferedAmong('<|>', [], ['practice'])));
  test('accepted: not offered', () => assert.throws(() => checkAccepted('<|>', 'member', ''), /is not among/));
  test('accepted: another text', () => assert.throws(() => checkAccepted('fe<|>', 'fees', 'fee')));
});

suite('checks of hover', () => {
  const born = 'patient X\n  <|born|>  1980-01-01\n';
  test('passes', () => checkHover(born, 'Date of birth'));
  test('fails on other words', () => assert.throws(() => checkHover(born, 'Date of death')));
  test('fails on another range', () => assert.throws(() => checkHover('patient X\n  <|bor|>n  1980-01-01\n', 'Date of birth')));
  test('fails where nothing is said', () => assert.throws(() => checkHover('patient NO<|  |>\n', 'x')));
  test('fails without a range', () => assert.throws(() => checkHover('pat<|>ient X\n', 'x'), /mark the words/));
  test('fails where something is said', () => assert.throws(() => checkNoHover('pat<|>ient X\n')));
});
