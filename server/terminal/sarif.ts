// Findings in SARIF 2.1.0, for tools that collect them.
import type { PlacedFinding } from './check';

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

export function sarif(findings: readonly PlacedFinding[]): object {
  const rules = [...new Set(findings.map((one) => one.rule))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'superbill', rules: rules.map((id) => ({ id })) } },
        results: findings.map((one) => ({
          ruleId: one.rule,
          level: LEVELS[one.severity],
          message: { text: one.message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: one.file.replaceAll('\\', '/') },
                region: {
                  startLine: one.range.start.line,
                  startColumn: one.range.start.column,
                  endLine: one.range.end.line,
                  endColumn: one.range.end.column,
                },
              },
            },
          ],
        })),
      },
    ],
  };
}
