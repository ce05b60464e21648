// Which contract the training payer applies to a claim: the one that bears the name of the payer in the practice's files.
import type { Contract, Payer } from '../model/definitions';
import type { Workspace } from '../model/workspace';

/** A contract with what the outside world calls its payer. */
export interface TrainingContract {
  /** NM109 of loop 2010BB. */
  readonly payerId: string;
  readonly name: string;
  readonly contract: Contract;
  readonly payer: Payer;
}

/** All contracts of a workspace whose payer is known there. */
export function trainingContracts(workspace: Workspace): TrainingContract[] {
  return workspace.list('contract').flatMap((contract) => {
    const payer = workspace.find('payer', contract.id.value);
    const payerId = payer?.payerId?.value;
    return payer && payerId ? [{ payerId, name: payer.name?.value.text ?? payer.id.value, contract, payer }] : [];
  });
}
