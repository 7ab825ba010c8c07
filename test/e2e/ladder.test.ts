import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { Installation } from './installation.ts';
import { Story } from './story.ts';
import { Visitor } from './visitor.ts';

/** R6–R9 in the browser: a case from the staff to the steering body and back, an ordinary member's forward refused on the way, a guest whose days end. */
describe('the ladder in pages', () => {
  let at: Installation;
  let browser: Browser;
  const story: { caseId: string; number: string } = { caseId: '', number: '' };
  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z', routine: 'reko' }), launchBrowser()]);
    const told = new Story(at);
    told.handler = 'kajsa';
    await told.submitted({ happenedAt: '2026-11-19T09:00:00Z', discoveredAt: '2026-11-19T10:00:00Z', targetGroup: 'olderPeople' }, 'kajsa');
    Object.assign(story, { caseId: told.caseId, number: told.number });
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  const visit = async (name: string, path: string): Promise<Visitor> => {
    const visitor = await Visitor.arrive(at, browser);
    await visitor.signIn(name);
    await visitor.page.goto(`${at.origin}${path}`);
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    return visitor;
  };
  const unfold = (visitor: Visitor, title: string | RegExp) => visitor.page.getByRole('group').locator('summary', { hasText: title }).or(visitor.page.locator('summary', { hasText: title })).first().click();
  const said = (visitor: Visitor, text: string) => visitor.page.getByText(text).first().waitFor();

  it('takes it from the staff to the managers, and with a de-identified folder to the council', async () => {
    const coordinator = await visit('Kajsa Koordinator', `/cases/${story.caseId}`);
    await unfold(coordinator, 'Ta ärendet till närmaste chefer');
    await coordinator.page.getByLabel('Vad går inte att lösa?').fill('Vi når ingen på avdelningen.');
    await coordinator.page.getByRole('button', { name: 'Ta till närmaste chefer' }).click();
    await said(coordinator, 'Ärendet är hos närmaste chefer.');
    await coordinator.look('ladder-case');
    await coordinator.leave();

    const manager = await visit('Enok', `/cases/${story.caseId}`);
    await unfold(manager, 'Avidentifierad mapp');
    await manager.page.getByLabel('Text till grupperna').fill('Patienter kommer hem utan läkemedelslista.');
    await manager.page.getByRole('button', { name: 'Spara texten' }).click();
    await said(manager, 'Mappen är sparad.');
    await unfold(manager, 'För vidare till Avvikelseråd');
    await manager.page.getByRole('radio', { name: 'Olöst' }).check();
    await manager.page.getByLabel('Skäl, utan uppgifter').fill('Cheferna är inte överens om vem som äger felet.');
    await manager.page.getByRole('button', { name: 'För vidare', exact: true }).click();
    await said(manager, 'Ärendet är fört vidare.');
    await manager.leave();
  });

  it('lets the convener alone forward it, and says so to the member', async () => {
    const member = await visit('Kajsa Koordinator', '/collaboration/groups');
    await member.page.getByRole('link', { name: 'Avvikelserådet, äldre' }).waitFor();
    await member.look('ladder-groups');
    await member.page.getByRole('link', { name: 'Avvikelserådet, äldre' }).click();
    await member.page.getByRole('link', { name: story.number }).click();
    await member.page.getByText('Bara sammankallande för vidare').waitFor();
    expect(await member.page.getByRole('button', { name: 'För vidare', exact: true }).count()).toBe(0);
    await member.look('ladder-folder-member');
    await member.page.emulateMedia({ media: 'print' });
    await member.look('ladder-folder-print');
    await member.page.emulateMedia({ media: 'screen' });
    await member.leave();
    const { version } = (await at.as('kajsa', 'read-case', { path: { caseId: story.caseId } })).body;
    expect(await at.as('kajsa', 'forward-case', { path: { caseId: story.caseId }, body: { version, because: 'unsolved', reason: 'Vidare.' } })).toMatchObject({ status: 403, body: { code: 'convener-only' } });

    const convener = await visit('Sten Sammankallande', `/collaboration/folders/${story.caseId}`);
    await convener.page.getByRole('radio', { name: 'Strukturellt eller principiellt' }).check();
    await convener.page.getByLabel('Skäl, utan uppgifter').fill('Gäller hela länet.');
    await convener.page.getByRole('button', { name: 'För vidare', exact: true }).click();
    await said(convener, 'Ärendet är fört vidare.');
    await convener.leave();
  });

  it('lets the council bring in a guest until the clock says otherwise', async () => {
    const convener = await visit('Edla Expertsson', '/collaboration/groups/expertradet');
    await unfold(convener, 'Lägg till en gäst');
    await convener.page.getByLabel('Gäst', { exact: true }).selectOption('gunn');
    const last = convener.page.getByRole('group', { name: 'Till och med' });
    await last.getByLabel('Dag').fill('24');
    await last.getByLabel('Månad').fill('11');
    await convener.page.getByRole('button', { name: 'Lägg till en gäst' }).click();
    await said(convener, 'Gästen är tillagd.');
    await convener.look('ladder-group');
    await convener.page.setViewportSize({ width: 390, height: 844 });
    await convener.look('ladder-group-phone');
    await convener.page.setViewportSize({ width: 1280, height: 900 });
    const guest = await visit('Gunn Gästsson', `/collaboration/folders/${story.caseId}`);
    await guest.page.getByText('Patienter kommer hem utan läkemedelslista.').waitFor();
    await at.advance('P2D');
    await guest.page.reload();
    await guest.page.getByText('Det du söker finns inte').first().waitFor();
    await guest.leave();

    await convener.page.goto(`${at.origin}/collaboration/folders/${story.caseId}`);
    await convener.page.getByLabel('Underlag', { exact: true }).fill('Listor saknas vid var tionde hemgång.');
    await convener.page.getByLabel('Åtgärder för hela länet').fill('Gemensam checklista');
    await convener.page.getByRole('button', { name: 'Spara underlaget' }).first().click();
    await said(convener, 'Underlaget är sparat.');
    await convener.page.getByRole('radio', { name: 'Strukturellt eller principiellt' }).check();
    await convener.page.getByLabel('Skäl, utan uppgifter').fill('Till beslut.');
    await convener.page.getByRole('button', { name: 'För vidare', exact: true }).click();
    await said(convener, 'Ärendet är fört vidare.');
    await convener.leave();
  });

  it('is decided, told and back', async () => {
    const body = await visit('Birger Beslutsson', `/collaboration/folders/${story.caseId}`);
    await body.page.getByLabel('Beslutet', { exact: true }).fill('Checklistan införs i hela länet.');
    await body.page.getByRole('button', { name: 'Spara beslutet' }).click();
    await said(body, 'Beslutet är sparat.');
    await body.leave();
    const teller = await visit('Edla Expertsson', `/collaboration/folders/${story.caseId}`);
    await teller.page.getByLabel('Besked', { exact: true }).fill('Från sommaren gäller en gemensam checklista.');
    await unfold(teller, 'Fler enheter som får besked');
    await teller.page.getByLabel('Rehabenheten').check();
    await teller.page.getByRole('button', { name: 'Ge besked', exact: true }).click();
    await said(teller, 'Besked är lämnat.');
    await teller.page.setViewportSize({ width: 320, height: 640 });
    await teller.look('ladder-folder-320');
    await teller.leave();
    const told = await visit('Rut', `/collaboration/folders/${story.caseId}`);
    await told.page.getByText('Checklistan införs i hela länet.').waitFor();
    expect(await told.page.getByText('Patienter kommer hem utan läkemedelslista.').count()).toBe(0);
    await told.look('ladder-told');
    await told.leave();
    const manager = await visit('Enok', `/cases/${story.caseId}`);
    await manager.page.getByText('Checklistan införs i hela länet.').waitFor();
    await manager.look('ladder-case-decided');
    await manager.leave();
  });
});
