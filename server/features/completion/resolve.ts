// Documentation of an offered code, written when the editor shows it.
import type { CompletionItem } from 'vscode-languageserver-types';
import { cardMarkdown } from '../card';
import type { ItemData } from './item';
import { findCard, serviceCard } from '../explain/explain';
import type { World } from '../world';

export function resolveCompletion(item: CompletionItem, world: World): CompletionItem {
  const data = item.data as ItemData | undefined;
  if (!data?.code) return item;
  const card = data.set === 'service' ? serviceCard(data.code, data.date, world) : findCard(data.set, data.code, data.date, world.codes);
  return card ? { ...item, documentation: { kind: 'markdown', value: cardMarkdown(card) } } : item;
}
