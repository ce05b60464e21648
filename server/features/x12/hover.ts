// Hover in X12 files: the segment, loop and element by name, how it is used, and what its code means.
import type { Hover } from 'vscode-languageserver-types';
import { type Description, type ElementDescription, describe } from '../../syntax/x12/describe';
import { escapeMarkdown } from '../card';
import type { X12File } from '../project';
import type { World } from '../world';
import { codeMeaning } from './codes';
import { plainValue } from './plain';

/** Names the segment, loop and element, says how it is used, and what its code means. */
export function hover(document: X12File, offset: number, world: World): Hover | undefined {
  const found = describe(document.x12, offset);
  if (!found) return undefined;
  const lines = found.element ? elementLines(document, found, found.element, world) : segmentLines(found);
  return { contents: { kind: 'markdown', value: lines.filter(Boolean).join('\n\n') }, range: document.lines.range(found.span) };
}

const USAGES = { R: 'required', S: 'situational', N: 'not used' } as const;
const SHOWN_CODES = 12;

function segmentLines({ segment, loop, guide }: Description): string[] {
  const often = segment.max !== undefined && segment.max > 1 && Number.isFinite(segment.max) && `up to ${segment.max} times`;
  return [
    `**${segment.id}** ${escapeMarkdown(segment.name)}`,
    [loop && `Loop ${loop.id} ${escapeMarkdown(loop.name)}`, segment.usage && USAGES[segment.usage], often].filter(Boolean).join(' · '),
    [guide && `${guide.id}`, segment.position && `segment ${segment.position} of its transaction`].filter(Boolean).join(' · '),
  ];
}

/** `procedure: kind of code`; what the codes of an HI segment are, the segment says. `place of service` says its place itself. */
function nameOf({ segment }: Description, { composite, name }: ElementDescription): string {
  const whole = composite === 'coded condition' ? segment.name : composite;
  return !whole || name.startsWith(whole) ? name : `${whole}: ${name}`;
}

/** `2–15 characters`; an element that nobody knows has no length. */
function lengthOf({ min, max }: ElementDescription): string {
  if (max === 0) return '';
  return `${min === max ? '' : `${min}–`}${max} character${max === 1 ? '' : 's'}`;
}

function elementLines(document: X12File, found: Description, element: ElementDescription, world: World): string[] {
  const meaning = codeMeaning(element, world) ?? plainValue(document.x12, found, element, world) ?? element.meaning;
  const others = element.codes.filter((one) => one.code !== element.value);
  const shown = others.slice(0, SHOWN_CODES).map((one) => `\`${one.code}\`${one.meaning ? ` ${escapeMarkdown(one.meaning)}` : ''}`);
  return [
    `**${element.reference}** ${escapeMarkdown(nameOf(found, element))}`,
    element.value && meaning ? `\`${element.value}\` ${escapeMarkdown(meaning)}` : '',
    [found.loop && `Loop ${found.loop.id}`, element.usage && USAGES[element.usage], element.type, lengthOf(element)]
      .filter(Boolean)
      .join(' · '),
    shown.length > 0 ? `Codes: ${shown.join(', ')}${others.length > SHOWN_CODES ? ' …' : ''}` : '',
  ];
}
