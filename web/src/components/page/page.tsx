import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ApiFailure } from '../../api/failure.ts';
import { failureTexts } from '../../language/failure-texts.ts';
import { Button } from '../button/button.tsx';
import { Notice } from '../notice/notice.tsx';
import { componentTexts } from '../texts.ts';

/** The very first page keeps the browser's own focus at the top; after that each new page gives its h1 the focus. */
let firstPage = true;

interface PageProps {
  readonly title: string;
  /** For the browser's title where the h1 says too little or too much. */
  readonly documentTitle?: string;
  readonly lead?: ComponentChildren;
  readonly wide?: boolean;
  /** False while another page is in front of it: it keeps what was typed, and takes the focus anew when it is back. */
  readonly shown?: boolean;
  readonly children?: ComponentChildren;
}
export function Page({ title, documentTitle, lead, wide = false, shown = true, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!shown) return;
    // Errors that came with the page keep the focus they took.
    if (!firstPage && !heading.current?.closest('.page')?.querySelector('.ds-error-summary')) heading.current?.focus();
    firstPage = false;
  }, [shown]);
  useEffect(() => {
    if (shown) document.title = `${documentTitle ?? title} – Brygga`;
  }, [title, documentTitle, shown]);
  return (
    <div class={wide ? 'page page-wide' : 'page'}>
      <header class="page-head">
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
      </header>
      {children}
    </div>
  );
}

export function Loading() {
  return <p class="loading" role="status">{componentTexts().loading}</p>;
}

/** What a failed read shows: in words, with a way on. */
export function Failed({ failure, again }: { readonly failure: unknown; readonly again?: () => void }) {
  const text = failureTexts();
  const words: Readonly<Partial<Record<string, string>>> = text.problem;
  const problem = failure instanceof ApiFailure ? failure.problem : null;
  return (
    <Notice color="danger" live="alert">
      <p>{problem ? words[problem.code] ?? text.problem.internal : text.network}</p>
      {problem?.instance && <p class="small">{text.reference(problem.instance)}</p>}
      {again && <Button kind="secondary" onClick={again}>{componentTexts().tryAgain}</Button>}
    </Notice>
  );
}
