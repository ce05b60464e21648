// Money is integer cents. The only places where cents become text and text becomes cents.

/** `14500` → `145.00`; `-5` → `-0.05`. */
export function formatMoney(cents: number): string {
  const size = Math.abs(cents);
  return `${cents < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}

/** `100227250` → `1,002,272.50`: for pages that people read. */
export function readableMoney(cents: number): string {
  return formatMoney(cents).replace(/\B(?=(?:\d{3})+\.)/g, ',');
}

/** As X12 wants it: no trailing zeros, no point for whole amounts: `145`, `92.5`, `.05` is written `0.05`. */
export function formatX12Money(cents: number): string {
  return formatMoney(cents)
    .replace(/\.00$/, '')
    .replace(/(\.\d)0$/, '$1');
}

/** Cents from an X12 amount (`145`, `92.5`, `.05`, `-3.00`); undefined where it is none. More than two decimals are rounded. */
export function parseX12Money(text: string): number | undefined {
  const parts = /^(-?)(\d{0,13})(?:\.(\d*))?$/.exec(text.trim());
  if (!parts || (parts[2] === '' && !parts[3])) return undefined;
  const decimals = (parts[3] ?? '').padEnd(3, '0');
  const cents = Number(parts[2] || '0') * 100 + Number(decimals.slice(0, 2)) + (decimals[2] >= '5' ? 1 : 0);
  return parts[1] && cents !== 0 ? -cents : cents;
}

/** Cents × a quantity or share, rounded half away from zero to whole cents. */
export function times(cents: number, factor: number): number {
  const product = Math.abs(cents) * factor;
  // A product such as 1.005 × 100 is a hair below its true value: correct before rounding.
  const rounded = Math.round(product + Number.EPSILON * product);
  return cents < 0 ? -rounded : rounded;
}

export function sum(amounts: Iterable<number>): number {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}
