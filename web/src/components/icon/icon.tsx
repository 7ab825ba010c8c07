const paths = {
  clock: 'M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  warning: 'M12 4 2.8 20h18.4L12 4Zm0 6v4.5M12 17.2v.3',
  stop: 'M8 3h8l5 5v8l-5 5H8l-5-5V8l5-5Zm1 9h6',
  mail: 'M3.5 6h17v12h-17V6Zm0 .5 8.5 6.5 8.5-6.5',
  person: 'M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5ZM4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6',
  pen: 'M4 20l1-4.5L16.5 4 20 7.5 8.5 19 4 20Z',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  lock: 'M6 11h12v9.5H6V11Zm2.5 0V7.5a3.5 3.5 0 0 1 7 0V11',
  play: 'M8 5.5v13l10.5-6.5L8 5.5Z',
  print: 'M7 9V3.5h10V9M7 17H4V9.5h16V17h-3M7 14h10v6.5H7V14Z',
  bridge: 'M2 17h20M2 17c4-8 7-10.5 10-10.5S18 9 22 17M7 17v-6M12 17V6.5M17 17v-6',
} as const;
export type IconName = keyof typeof paths;

/** Decoration beside a text that says the same; never alone. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
