import { useState } from 'preact/hooks';
import type { ExecutionView } from '../../../../functions/contracts/execution.ts';
import { part } from '../../components/page/part.tsx';
import { layouts } from './layouts.ts';
import { type Standing, StateGraph } from './state-graph.tsx';

/** The drawing of one machine, which comes when the page knows which one it shows; another machine needs another `key`. */
export function MachineGraph({ machine, ...standing }: Standing & { readonly machine: ExecutionView['machine'] }) {
  const [Graph] = useState(() => part<Standing>(async () => {
    const { default: layout } = await layouts[machine]();
    return { default: (props) => <StateGraph layout={layout} {...props} /> };
  }));
  return <Graph {...standing} />;
}
