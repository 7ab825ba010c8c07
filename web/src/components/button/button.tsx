import type { ComponentChildren } from 'preact';
import { componentTexts } from '../texts.ts';

type Kind = 'primary' | 'secondary' | 'tertiary' | 'danger';
const look = (kind: Kind) => ({
  ...(kind === 'primary' || kind === 'danger' ? {} : { 'data-variant': kind }),
  ...(kind === 'danger' ? { 'data-color': 'danger' } : {}),
});

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly kind?: Kind;
  readonly type?: 'button' | 'submit';
  readonly busy?: boolean;
  /** Where the visible words alone would not say which one. */
  readonly label?: string;
  readonly expanded?: boolean;
  readonly onClick?: () => void;
}
/** While busy it keeps its place and focus, and does nothing when pressed again. */
export function Button({ children, kind = 'primary', type = 'button', busy = false, label, expanded, onClick }: ButtonProps) {
  return (
    <button
      type={type} class="ds-button" {...look(kind)} aria-busy={busy ? 'true' : undefined} aria-disabled={busy ? 'true' : undefined}
      aria-label={label} aria-expanded={expanded}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      {children}
      {busy && <span class="ds-sr-only"> {componentTexts().working}</span>}
    </button>
  );
}

export function LinkButton({ href, kind = 'primary', children }: { readonly href: string; readonly kind?: Kind; readonly children: ComponentChildren }) {
  return <a class="ds-button" href={href} {...look(kind)}>{children}</a>;
}
