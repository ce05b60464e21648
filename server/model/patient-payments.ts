// What came of the payments that an encounter lists: what the patient has paid, and what the practice no longer asks for. Cents.
import type { PatientPayment } from './definitions';
import { sum } from './money';

/** Kinds that are no money from the patient: the practice asks for so much less. */
const FORGIVEN: ReadonlySet<string | undefined> = new Set(['adjustment', 'write-off']);

/** What the patient has paid, less what was given back, whichever sign that is written with. */
export function paidByPatient(payments: readonly PatientPayment[]): number {
  return sum(
    payments.map(({ kind, amount }) => {
      const cents = amount?.value ?? 0;
      return kind?.value === 'refund' ? -Math.abs(cents) : FORGIVEN.has(kind?.value) ? 0 : cents;
    }),
  );
}

/** What the practice has taken off the patient's account without being paid. */
export function forgivenTo(payments: readonly PatientPayment[]): number {
  return sum(payments.map(({ kind, amount }) => (FORGIVEN.has(kind?.value) ? (amount?.value ?? 0) : 0)));
}
