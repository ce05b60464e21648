// What a value of an X12 file says as people write it: money, percentages, ZIP codes, telephones, countries, names of levels and segments.
import { formatMoney, parseX12Money } from '../../model/money';
import { type Description, type ElementDescription, describe } from '../../syntax/x12/describe';
import { baseShapes, guides } from '../../syntax/x12/guides';
import { definitionOf } from '../../syntax/x12/links';
import type { X12Document } from '../../syntax/x12/read';
import type { World } from '../world';
import { codeMeaning } from './codes';

/** Undefined where the value is plain as it stands. */
export function plainValue(document: X12Document, { span }: Description, element: ElementDescription, world: World): string | undefined {
  const { value, data, qualifier = '', list } = element;
  if (list === 'country') return countryName(value);
  switch (data) {
    // An amount.
    case '782':
      return money(value);
    // A share of 1.
    case '954':
      return /^-?\d*\.?\d+$/.test(value) ? `${Math.round(Number(value) * 1e4) / 100}%` : undefined;
    // A ZIP code.
    case '116':
      return /^\d{9}$/.test(value) ? `${value.slice(0, 5)}-${value.slice(5)}` : undefined;
    // A number by which somebody is reached.
    case '364':
      return PHONES.has(qualifier) && /^\d{10}$/.test(value) ? `${value.slice(0, 3)}-${value.slice(3, 6)}-${value.slice(6)}` : undefined;
    // The version of a guide.
    case '480':
    case '1705':
      return guideName(value);
    // The name of a segment.
    case '721':
      return lowered(baseShapes().segments.get(value)?.name);
    // The number of a data element.
    case '725':
      return baseShapes().elements.get(value)?.name.replaceAll('_', ' ');
    // The level above.
    case '734':
      return levelName(document, definitionOf(document, span.start)?.start);
    // A pointer to a diagnosis.
    case '1328':
      return diagnosisName(document, definitionOf(document, span.start)?.start, world);
    default:
      return undefined;
  }
}

/** `M1711: Unilateral primary osteoarthritis, right knee`: the diagnosis to which a pointer leads. */
function diagnosisName(document: X12Document, offset: number | undefined, world: World): string | undefined {
  const diagnosis = offset === undefined ? undefined : describe(document, offset)?.element;
  return diagnosis && [diagnosis.value, codeMeaning(diagnosis, world)].filter(Boolean).join(': ');
}

function guideName(version: string): string | undefined {
  const guide = guides().find(({ versions, earlier }) => versions.includes(version) || earlier.includes(version));
  return guide && `${lowered(guide.name)} (${guide.id})`;
}

/** Telephone, fax, and others that are dialled. */
const PHONES = new Set(['TE', 'FX', 'HP', 'WP', 'AP', 'BN', 'CP']);

function money(value: string): string | undefined {
  const cents = parseX12Money(value);
  if (cents === undefined) return undefined;
  const [whole, rest] = formatMoney(Math.abs(cents)).split('.');
  return `${cents < 0 ? '-' : ''}$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
}

/** The English name of a country's code of two letters. */
export function countryName(code: string): string | undefined {
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  const name = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code);
  return name === code ? undefined : name;
}

/** `billing provider level, RIVERSIDE FAMILY MEDICINE`: what the HL segment at an offset begins, and whom it names first. */
function levelName(document: X12Document, offset: number | undefined): string | undefined {
  if (offset === undefined) return undefined;
  const { segments } = document;
  const level = segments.at(offset);
  const name = describe(document, segments.starts[level])?.segment.name;
  for (let i = level + 1; i < segments.count && !['HL', 'SE', 'CLM'].includes(segments.id(i)); i += 1) {
    if (segments.id(i) !== 'NM1') continue;
    const person = [segments.text(i, 3), segments.text(i, 4)].filter(Boolean).join(', ');
    return [lowered(name), person].filter(Boolean).join(', ');
  }
  return lowered(name);
}

function lowered(name: string | undefined): string | undefined {
  return name && name.charAt(0).toLowerCase() + name.slice(1);
}
