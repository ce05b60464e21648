// Hover in X12 files: the segment, loop and element by name, how it is used, and what its code means.
import type { Hover } from 'vscode-languageserver-types';
import { type Description, type ElementDescription, describe } from '../../syntax/x12/describe';
import { escapeMarkdown } from '../card';
import type { X12File } from '../project';
import type { World } from '../world';
import { codeMeaning } from './codes';
import { encounterOf } from './definitions';
import { paperBox } from './paper-box';
import { plainValue } from './plain';
import { CLAIM_NUMBERS } from './references';

/** Names the segment, loop and element, says how it is used, and what its code means. */
export function hover(document: X12File, offset: number, world: World): Hover | undefined {
  const found = describe(document.x12, offset);
  if (!found) return undefined;
  const lines = found.element ? elementLines(document, found, found.element, world) : segmentLines(found);
  return { contents: { kind: 'markdown', value: lines.filter(Boolean).join('\n\n') }, range: document.lines.range(found.span) };
}

const USAGES = { R: 'required', S: 'situational', N: 'not used' } as const;
const SHOWN_CODES = 12;
/** The data element that numbers a diagnosis. */
const POINTER = '1328';

function segmentLines({ segment, loop, guide }: Description): string[] {
  const often = segment.max !== undefined && segment.max > 1 && Number.isFinite(segment.max) && `up to ${segment.max} times`;
  return [
    `**${segment.id}** ${escapeMarkdown(segment.name)}`,
    [loop && loopName(loop, segment.name), segment.usage && USAGES[segment.usage], often].filter(Boolean).join(' · '),
    [guide && `${guide.id}`, segment.position && `segment ${segment.position} of its transaction`].filter(Boolean).join(' · '),
  ];
}

/** `Loop 2010BA Subscriber`; beside `Subscriber's street` the name is not said twice. Ends of a transaction are in no numbered loop. */
function loopName({ id, name }: NonNullable<Description['loop']>, beside: string): string {
  return [/^\d/.test(id) && `Loop ${id}`, !beside.startsWith(name) && escapeMarkdown(name)].filter(Boolean).join(' ');
}

/** `procedure: kind of code`; what the codes of an HI segment are, the segment says. `place of service` says its place itself. */
function nameOf({ segment }: Description, { composite, name }: ElementDescription): string {
  const whole = composite === 'coded condition' ? segment.name : composite;
  return !whole || name.startsWith(whole) || whole.startsWith(name) ? name : `${whole}: ${name}`;
}

/** `2–15 characters`; an element that nobody knows has no length. */
function lengthOf({ min, max }: ElementDescription): string {
  if (max === 0) return '';
  return `${min === max ? '' : `${min}–`}${max} character${max === 1 ? '' : 's'}`;
}

/** `encounter E1001: paid 92.50, patient owes 20.00`: what a claim's number stands for in this practice. */
function claimMeaning({ segment }: Description, { reference, value }: ElementDescription, world: World): string | undefined {
  const number = CLAIM_NUMBERS[segment.id];
  const encounter = number !== undefined && reference.endsWith(`0${number}`) ? encounterOf(value, world) : undefined;
  if (!encounter) return undefined;
  const id = encounter.id.value;
  return [`encounter ${id}`, world.ledger.status(id)?.summary].filter(Boolean).join(': ');
}

function elementLines(document: X12File, found: Description, element: ElementDescription, world: World): string[] {
  const meaning =
    codeMeaning(element, world) ??
    plainValue(document.x12, found, element, world) ??
    element.meaning ??
    claimMeaning(found, element, world);
  // That a pointer may be 1 to 12 helps nobody: what its number points at is said.
  const others = element.data === POINTER ? [] : element.codes.filter((one) => one.code !== element.value);
  const shown = others.slice(0, SHOWN_CODES).map((one) => `\`${one.code}\`${one.meaning ? ` ${escapeMarkdown(one.meaning)}` : ''}`);
  return [
    `**${element.reference}** ${escapeMarkdown(nameOf(found, element))}`,
    element.value && meaning ? `\`${element.value}\` ${escapeMarkdown(meaning)}` : '',
    [escapeMarkdown(found.segment.name), found.loop && loopName(found.loop, found.segment.name), paperBox(document.x12, found)]
      .filter(Boolean)
      .join(' · '),
    element.usage === 'N'
      ? USAGES.N
      : [element.usage && USAGES[element.usage], element.type, lengthOf(element)].filter(Boolean).join(' · '),
    shown.length > 0 ? `Codes: ${shown.join(', ')}${others.length > SHOWN_CODES ? ' …' : ''}` : '',
  ];
}
