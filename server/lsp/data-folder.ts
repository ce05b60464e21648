// Where this machine keeps what Superbill has for its user.
import { homedir } from 'node:os';
import path from 'node:path';

/** SUPERBILL_HOME, else the place that the platform gives to programs' data. */
export function dataFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
  home = homedir(),
): string {
  if (environment.SUPERBILL_HOME) return path.resolve(environment.SUPERBILL_HOME);
  if (platform === 'win32') return path.join(environment.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'superbill');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'superbill');
  return path.join(environment.XDG_DATA_HOME || path.join(home, '.local', 'share'), 'superbill');
}
