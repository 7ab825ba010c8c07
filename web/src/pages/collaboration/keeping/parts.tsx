import { keepingTexts } from './texts.ts';

/** The two parts of keeping. */
export function Parts({ current }: { readonly current: 'runs' | 'holds' }) {
  const text = keepingTexts();
  return (
    <nav aria-label={text.parts} class="buttons">
      <a class="ds-link" href="/collaboration/keeping" aria-current={current === 'runs' ? 'page' : undefined}>{text.runs}</a>
      <a class="ds-link" href="/collaboration/keeping/holds" aria-current={current === 'holds' ? 'page' : undefined}>{text.holds}</a>
    </nav>
  );
}
