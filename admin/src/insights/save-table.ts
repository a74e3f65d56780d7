import { saveText } from '../app/save-file.ts';
import { shopId } from '../app/session.ts';
import { refusalOf } from '../lib/request.ts';
import { runAction } from '../lib/run-action.ts';

/** Fetches a figure as the table the API answers, and hands it to the browser to be saved. */
export const saveTable = (path: string, name: string): Promise<unknown> =>
  runAction(async () => {
    const headers = { 'Okaeri-Shop': shopId.value ?? '', Accept: 'text/csv' };
    const response = await fetch(`/v1/insights/${path}`, { headers });
    if (!response.ok) throw await refusalOf(response);
    saveText(await response.text(), `${name}.csv`, 'text/csv');
  });
