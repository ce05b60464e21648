// Names of files for messages.
import assert from 'node:assert/strict';
import { fileName } from '../../server/model/value';

suite('the name of a document', () => {
  test('is the last part of its address, as people write it', () =>
    assert.equal(fileName({ uri: 'file:///practice/M%C3%BCller%20Jane.patient' }), 'Müller Jane.patient'));
  test('is told also where the address is not well written', () =>
    assert.equal(fileName({ uri: 'untitled:100%.patient' }), 'untitled:100%.patient'));
});
