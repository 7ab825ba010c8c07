import { useReading } from '../../../api/use-reading.ts';
import { Failed, Loading } from '../../../components/page/page.tsx';
import { Records } from '../../../components/records/records.tsx';
import { registerTexts, type ShownRegister } from './texts.ts';

/** Rows of a register. */
export function RegisterList({ register }: { readonly register: ShownRegister }) {
  const text = registerTexts();
  const reading = useReading('list-register', { body: { register } });
  if (reading.failure !== null) return <Failed failure={reading.failure} again={() => void reading.reload()} />;
  if (reading.data === null) return <Loading />;
  return (
    <>
      <p class="small" role="status">{text.matching(reading.data.matching)}</p>
      <Records caption={text.register[register]} rows={reading.data.rows} keyOf={({ key }) => key} columns={[{ title: text.key, cell: ({ key }) => key }]} />
    </>
  );
}
