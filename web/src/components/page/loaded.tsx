import type { ComponentType } from 'preact';
import lazy from 'preact-iso/lazy';
import { Button } from '../button/button.tsx';
import { shellTexts } from '../shell/texts.ts';
import { Page } from './page.tsx';

/** A page of its own file. When the file is gone (a newer version was put out meanwhile) the page says so. */
export function loaded<Props extends object>(load: () => Promise<{ readonly default: ComponentType<Props> }>) {
  return lazy<ComponentType<Props>>(() => load().catch(() => ({ default: Outdated })));
}
function Outdated() {
  const text = shellTexts();
  return <Page title={text.outdated} lead={text.outdatedText}><Button onClick={() => location.reload()}>{text.reload}</Button></Page>;
}
