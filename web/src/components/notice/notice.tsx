import type { ComponentChildren } from 'preact';
import { componentTexts } from '../texts.ts';

interface NoticeProps {
  readonly color?: 'info' | 'success' | 'warning' | 'danger';
  readonly title?: string;
  readonly children?: ComponentChildren;
  /** Said aloud when it appears: `status` politely, `alert` at once. */
  readonly live?: 'status' | 'alert';
}
export function Notice({ color = 'info', title, children, live }: NoticeProps) {
  return (
    <div class="ds-alert" data-color={color} {...(live ? { role: live } : {})}>
      <span class="ds-sr-only">{componentTexts().notice[color]}: </span>
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  );
}
