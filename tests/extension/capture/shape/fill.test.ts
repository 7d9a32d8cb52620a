import { describe, expect, it } from 'vitest';
import { fillClass, fillId, isPersonalBy, wordsIn } from '../../../../extension/capture/shape/fill-names.ts';
import { fillText } from '../../../../extension/capture/shape/fill-text.ts';
import { fillUrl } from '../../../../extension/capture/shape/fill-url.ts';
import { isAddressShaped } from '../../../../shared/identity/email-address.ts';

describe('text', () => {
  it.each([
    ['Dr. Fiona Ashcroft, +44 20 7946 0105', 'Xx. Xxxxx Xxxxxxxx, +00 00 0000 0000'],
    ['Jürgen Æsir Ђорђе Ωμέγα', 'Xxxxxx Xxxx Жжжжж Ωωωωω'],
    ['宮坂 結衣 ユイ 김민수', '字字 字字 アア 가가가'],
    ['ليلى המנצח', 'سسسس ששששש'],
    ['٣٤ ½ 🄹ⓞⓝ ⠋⠊ 🦊 \u200b\u{e0041}', '00 0 xxx ☐☐ ☐ '],
    ['José', 'Xxxx'],
  ])('%s is of the same shape and says nothing', (text, filled) => expect(fillText(text)).toBe(filled));

  it('that is an address stays one', () => {
    const filled = fillText('fiona.ashcroft+hull@mail-2.harbourline.example');
    expect(filled).toBe('xxxxx.xxxxxxxx+xxxx@xxxx-0.xxxxxxxxxxx.xxxxxxx');
    expect(isAddressShaped(filled)).toBe(true);
  });
});

describe('an address of a page', () => {
  it.each([
    [
      'https://mail.tidewater.test:8443/webmail/?_task=mail&_action=show&_uid=1234&_mbox=Kunden%2FNordwerk#x',
      'https://mail.xxxxxxxxx.xxxx/xxxxxxx/?_task=mail&_action=show&_uid=0000&_mbox=XxxxxxxXxxxxxxx#x',
    ],
    ['https://fiona:secret@10.0.0.1/a', 'https://xx.x.x.x/x'],
    [
      './?_task=addressbook&_email=fiona%40harbourline.example',
      './?_task=xxxxxxxxxxx&_email=xxxxxxxxxxxxxxxxx.xxxxxxx',
    ],
    ['mailto:fiona@harbourline.example?subject=Hi', 'mailto:xxxxx@xxxxxxxxxxx.xxxxxxx?xxxxxxx=Xx'],
    ['data:image/png;base64,RmlvbmE=', 'data:'],
    ['javascript:call("Fiona")', 'javascript:'],
    ['/SOGo/so/jonas/Mail/view#!/Mail/0/INBOX/7', '/SOGo/so/xxxxx/Mail/view#!/Mail/0/INBOX/0'],
  ])('%s', (url, filled) => expect(fillUrl(url)).toBe(filled));
});

describe('a name of a part', () => {
  const isPersonal = isPersonalBy(new Set(wordsIn('Fiona Ashcroft, Betreff: Nordwerk. Subject')));

  it.each([
    ['message-header subject mailer_htmlcontent', 'message-header subject mailer_htmlcontent'],
    ['row-fiona nordwerkProjekt AshcroftRow', 'row-xxxxx xxxxxxxxXxxxxxx XxxxxxxxXxx'],
    ['fiona@harbourline.example', 'xxxxx@xxxxxxxxxxx.xxxxxxx'],
    ['tel-0171-5550-123', 'tel-0000-0000-000'],
    ['rcmliS3VuZGVuL2Zpb25h', 'xxxxxX0XxXXXxX0Xxx00x'],
    ['größe', 'xxxxx'],
  ])('%s stays where it is a class, but for what the page says', (name, filled) =>
    expect(fillClass(name, isPersonal)).toBe(filled),
  );

  it.each([
    ['message-header', 'message-header'],
    ['UniqueMessageBody_1', 'UniqueMessageBody_1'],
    ['folder-Greta', 'folder-Xxxxx'],
    ['FiOnA', 'XxXxX'],
    ['RmlvbmE', 'XxxxxxE'],
  ])('%s stays where it is an id only in words that page makers use', (name, filled) =>
    expect(fillId(name)).toBe(filled),
  );
});
