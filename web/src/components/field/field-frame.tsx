import type { ComponentChildren } from 'preact';
import { componentTexts } from '../texts.ts';

export interface FieldTexts {
  readonly label: string;
  readonly description?: string | undefined;
  readonly optional?: boolean;
}

/** Label, description, the field itself, then its error: the same order and the same text everywhere. */
export function FieldFrame({ id, label, description, optional, error, after, children }: FieldTexts & {
  readonly id: string; readonly error: string | undefined; readonly after?: ComponentChildren; readonly children: ComponentChildren;
}) {
  return (
    <div class={error ? 'ds-field field-wrong' : 'ds-field'}>
      <label class="ds-label" for={id}>{label}{optional && <span class="optional"> ({componentTexts().optional})</span>}</label>
      {description && <p data-field="description" id={`${id}-description`}>{description}</p>}
      {children}
      {after}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  if (!error) return null;
  return <p class="ds-validation-message" data-color="danger" id={`${id}-error`}><span class="ds-sr-only">{componentTexts().error} </span>{error}</p>;
}

/** Ids that describe a field, in reading order. */
export const describedBy = (id: string, ...parts: readonly (string | false | undefined)[]): string | undefined => {
  const ids = parts.filter((part): part is string => Boolean(part)).map((part) => `${id}-${part}`);
  return ids.length > 0 ? ids.join(' ') : undefined;
};
