// diagnosis/invalid-count.
import { checkLines } from '../../kit/check';

suite('diagnosis/invalid-count', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  E11.65
  C  I10
  ^ information diagnosis/unused-diagnosis: No service points at I10: add its letter to a service, or take it off
  D  M17.12
  ^ information diagnosis/unused-diagnosis: No service points at M17.12: add its letter to a service, or take it off
  E  E11.42
  ^ information diagnosis/unused-diagnosis: No service points at E11.42: add its letter to a service, or take it off
  F  E78.5
  ^ information diagnosis/unused-diagnosis: No service points at E78.5: add its letter to a service, or take it off
  G  J45.909
  ^ information diagnosis/unused-diagnosis: No service points at J45.909: add its letter to a service, or take it off
  H  K21.9
  ^ information diagnosis/unused-diagnosis: No service points at K21.9: add its letter to a service, or take it off
  I  N39.0
  ^ information diagnosis/unused-diagnosis: No service points at N39.0: add its letter to a service, or take it off
  J  R05.9
  ^ information diagnosis/unused-diagnosis: No service points at R05.9: add its letter to a service, or take it off
  K  R51.9
  ^ information diagnosis/unused-diagnosis: No service points at R51.9: add its letter to a service, or take it off
  L  R42
  ^ information diagnosis/unused-diagnosis: No service points at R42: add its letter to a service, or take it off
  R53.83
  ^^^^^^ error diagnosis/invalid-count: A professional claim holds 12 diagnoses: this is number 13
  ^^^^^^ information diagnosis/unused-diagnosis: No service points at R53.83: add its letter to a service, or take it off
`));

  test('accepts what is right', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  E11.65
  C  I10
  ^ information diagnosis/unused-diagnosis: No service points at I10: add its letter to a service, or take it off
`));
});
