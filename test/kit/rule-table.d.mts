// Types of rule-table.mjs, which the build script needs as plain JavaScript.
export function ruleIds(folder?: string): string[];
export function ruleTable(ids?: string[]): string;
