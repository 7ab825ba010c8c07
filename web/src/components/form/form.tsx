import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { FieldError } from '../../api/field-errors.ts';
import { componentTexts } from '../texts.ts';
import type { Form } from './use-form.ts';

/** Errors above, fields below; the browser's own bubbles are off, since they speak the browser's language. */
export function FormFrame<Name extends string>({ form, onSubmit, label, command, children }: {
  readonly form: Form<Name>; readonly onSubmit: () => void; readonly label?: string;
  /** The operation it sends: a page is held to offering just what is allowed. */
  readonly command?: string; readonly children: ComponentChildren;
}) {
  return (
    <form noValidate class="form" aria-label={label} data-command={command} onSubmit={(event) => {
      event.preventDefault();
      onSubmit();
    }}>
      {form.errors.length > 0 && <ErrorSummary key={form.refusals} errors={form.errors} idOf={form.idOf} />}
      {children}
    </form>
  );
}

function ErrorSummary({ errors, idOf }: { readonly errors: readonly FieldError[]; readonly idOf: (name: string) => string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <div ref={box} class="ds-error-summary" role="alert" tabIndex={-1}>
      <h2>{componentTexts().errorsTitle(errors.length)}</h2>
      <ul class="ds-list">
        {errors.map(({ field, text }) => (
          <li key={`${field} ${text}`}>
            {field === null ? text : <a class="ds-link" href={`#${idOf(field)}`} onClick={(event) => {
              event.preventDefault();
              const target = document.getElementById(idOf(field));
              target?.focus();
              target?.scrollIntoView({ block: 'center' });
            }}>{text}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}
