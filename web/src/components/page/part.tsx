import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { failureTexts } from '../../language/failure-texts.ts';
import { Notice } from '../notice/notice.tsx';
import { Loading } from './page.tsx';

type Module<Props> = { readonly default: ComponentType<Props> };

/** A part of a page in a file of its own. It waits by itself: what the router lets wait is whole pages, and one that is shown already it leaves as it was. */
export function part<Props extends object>(load: () => Promise<Module<Props>>): ComponentType<Props> {
  let known: ComponentType<Props> | undefined;
  return function Part(props: Props) {
    const [state, setState] = useState<{ readonly shown: ComponentType<Props> | undefined; readonly failed: boolean }>({ shown: known, failed: false });
    useEffect(() => {
      if (state.shown !== undefined) return;
      load().then((module) => {
        known = module.default;
        setState({ shown: module.default, failed: false });
      }, () => setState({ shown: undefined, failed: true }));
    }, []);
    if (state.shown !== undefined) return <state.shown {...props} />;
    return state.failed ? <Notice color="danger" live="alert"><p>{failureTexts().network}</p></Notice> : <Loading />;
  };
}
