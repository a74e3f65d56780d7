import type { JSX } from 'preact';
import type { MapFigures } from '@okaeri/shared/effect-figures';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { actedText, effectText, stayText } from './map-text.ts';

/** The map where there is no room for a grid: a table for each stage. */
export const MapLists = ({ of }: { of: MapFigures }): JSX.Element => {
  const w = messages().insightMap;
  const { stages: names } = messages();
  const { kinds } = messages().contacts;
  return (
    <div class="map-lists">
      {of.stages.map((stage) => (
        <section key={stage.stage}>
          <h3>
            {names[stage.stage]} <span class="map-people">{formatCount(stage.people)}</span>{' '}
            <span class="quiet small">{stayText(stage)}</span>
          </h3>
          {stage.touches.length === 0 ? (
            <p class="quiet small">{w.nobody}</p>
          ) : (
            <table>
              <thead class="hidden">
                <tr>
                  <th scope="col">{w.kind}</th>
                  <th scope="col">{w.reachHead}</th>
                  <th scope="col">{w.effectHead}</th>
                </tr>
              </thead>
              <tbody>
                {stage.touches.map((touch) => {
                  const acted = actedText(touch);
                  const effect = effectText(touch);
                  return (
                    <tr key={touch.kind}>
                      <th scope="row">{kinds[touch.kind]}</th>
                      <td class="small">
                        {w.reached(formatCount(touch.reach))} · {acted.text}
                        {acted.range !== '' && ` (${acted.range})`}
                      </td>
                      <td class={`small map-effect ${effect.tone}`}>
                        {effect.text}
                        {effect.range !== '' && <span class="map-nowrap"> ({effect.range})</span>}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          )}
        </section>
      ))}
    </div>
  );
};
