import type { ComponentChildren } from 'preact';

export type Fact = readonly [label: string, value: ComponentChildren];
/** Labels and values; an empty value leaves its row out. */
export function Facts({ facts }: { readonly facts: readonly (Fact | null | false)[] }) {
  return (
    <dl class="facts">
      {facts.map((fact) => fact && fact[1] !== null && fact[1] !== '' && (
        <div key={fact[0]}><dt>{fact[0]}</dt><dd>{fact[1]}</dd></div>
      ))}
    </dl>
  );
}

/** Text that a person wrote: its own line breaks, nothing interpreted. */
export function Written({ children }: { readonly children: string }) {
  return <span class="written">{children}</span>;
}
