import type { AnyCaseView } from '../../../../functions/contracts/case.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { secrecyTexts } from './texts.ts';

/** L8: that the identity is protected, and why this user reads so little. */
export default function ProtectedNotice({ view }: { readonly view: AnyCaseView }) {
  const text = secrecyTexts();
  return <Notice title={text.protectedIdentity}><p>{view.hidden ? text.hidden : text.protectedAbout}</p></Notice>;
}
