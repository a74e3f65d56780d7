import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { faultsOf, memberFilesOf, type MemberFiles } from '../../testing/member-files.ts';
import { workbookOf } from '../../testing/workbook-files.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)('what a file of members leaves open, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let files: MemberFiles;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store);
    files = memberFilesOf(world);
  });
  afterAll(() => test.dispose());

  const shopper = async (id: string) =>
    (await (await world.merchant('GET', `/v1/shoppers/${id}`)).json()) as {
      email: string | null;
      birthday: string | null;
      balance: { available: number };
    };

  it('a number that could be two is asked about, and read once it is said', async () => {
    const file = 'customer_id,points\na-1,"1,234"\na-2,7\n';
    const before = await files.preview(file);
    expect(faultsOf(before)).toEqual(['2 pointsAmbiguous']);
    expect(before).toMatchObject({ ready: 1, decimalMark: null });
    await files.bring(file, { decimalMark: 'point' });
    expect((await shopper('a-1')).balance.available).toBe(1234);
    // Said otherwise it has decimals, and is no number of points.
    expect(faultsOf(await files.preview(file, { decimalMark: 'comma' }))).toEqual([
      '2 pointsInvalid',
    ]);
  });

  it('a number is read as other numbers of the file show it', async () => {
    const file = 'customer_id;points;lifetime_points\nb-1;1.234;2.345,0\nb-2;7;7\n';
    expect(await files.preview(file)).toMatchObject({ ready: 2, decimalMark: 'comma', faults: [] });
    const both = 'customer_id,points\nb-3,"1,234"\nb-4,1.0\nb-5,"2,0"\n';
    expect(faultsOf(await files.preview(both))).toEqual(['2 pointsAmbiguous']);
  });

  it('a number of a history is asked about, too', async () => {
    const file = 'customer_id,date,points\nc-1,29-Jun-2022,1.234\nc-1,6/23/24,7\n';
    const kind = 'history';
    expect(faultsOf(await files.preview(file, { kind }))).toEqual(['2 pointsAmbiguous']);
    const report = await files.bring(file, { kind, decimalMark: 'comma' });
    expect([report.imported, report.points]).toEqual([2, 1241]);
  });

  it('a birthday in another form is read, and one that could be two days costs no points', async () => {
    const file = 'customer_id,points,birthday\nd-1,10,02/28/1990\nd-2,20,03/04/1990\nd-3,30,n/a\n';
    const report = await files.bring(file);
    // The first line shows that the month comes first.
    expect(faultsOf(report)).toEqual(['4 birthdayLeftOut']);
    expect(await shopper('d-1')).toMatchObject({ birthday: '02-28', balance: { available: 10 } });
    expect(await shopper('d-2')).toMatchObject({ birthday: '03-04' });
    expect(await shopper('d-3')).toMatchObject({ birthday: null, balance: { available: 30 } });
    const open = 'customer_id,points,birthday\nd-4,40,03/04/1990\n';
    expect(faultsOf(await files.bring(open))).toEqual(['2 birthdayAmbiguous']);
    expect(await shopper('d-4')).toMatchObject({ birthday: null, balance: { available: 40 } });
    await files.bring(open, { dateOrder: 'dmy' });
    expect(await shopper('d-4')).toMatchObject({ birthday: '04-03', balance: { available: 40 } });
  });

  it('an address that is none costs nothing but itself, where there is an id', async () => {
    const report = await files.bring(
      'customer_id,email,points\ne-1,none,10\n,none,20\ne-3,taro..y@docomo.ne.jp,30\n',
    );
    expect(faultsOf(report)).toEqual(['2 emailLeftOut', '3 emailInvalid']);
    expect(await shopper('e-1')).toMatchObject({ email: null, balance: { available: 10 } });
    expect(await shopper('e-3')).toMatchObject({ email: 'taro..y@docomo.ne.jp' });
  });

  it('an Excel workbook comes as it shows', async () => {
    const book = workbookOf([
      ['customer_id', 'name', 'points', 'birthday'],
      ['f-1', 'Aoi', 1234, { day: 32_932 }],
    ]);
    const answer = await files.send('', book);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ imported: 1, points: 1234, faults: [] });
    expect(await shopper('f-1')).toMatchObject({ birthday: '02-28' });
    const broken = await files.send('', book.subarray(0, 200));
    expect(await broken.json()).toMatchObject({ status: 422, code: 'importNotReadable' });
  });

  it('a file that is not Unicode says that its encoding is wanted', async () => {
    const foreign = Buffer.from('customer_id,points\n\xe9,2\n', 'latin1');
    expect(await (await files.send('/preview', foreign)).json()).toMatchObject({
      code: 'importNotReadable',
      asks: 'encoding',
    });
  });
});
