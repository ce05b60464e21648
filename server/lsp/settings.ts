// The editor's settings of the section `superbill`, as far as they can be used.
import { DEFAULT_SETTINGS, type Settings } from './protocol';

/** What is not of the right kind counts as not set: settings files are written by hand. */
export function readSettings(found: Partial<Settings> | null | undefined): Settings {
  const table = <T>(value: T | undefined, fallback: T): T => (typeof value === 'object' && value !== null ? value : fallback);
  const day = found?.today;
  return {
    rules: table(found?.rules, DEFAULT_SETTINGS.rules),
    payerRules: table(found?.payerRules, DEFAULT_SETTINGS.payerRules),
    today: typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : DEFAULT_SETTINGS.today,
    offerCodeSets: found?.offerCodeSets !== false,
  };
}
