import type { JSX } from 'preact';
import type { MapFigures, MapTouchFigures } from '@okaeri/shared/effect-figures';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { actedText, effectText, kindsIn, stayText } from './map-text.ts';

/** Stages beside each other, and below each what reaches its people. */
export const MapGrid = ({ of }: { of: MapFigures }): JSX.Element => {
  const w = messages().insightMap;
  const { stages: names } = messages();
  const { kinds } = messages().contacts;
  return (
    <table class="map-grid">
      <thead>
        <tr>
          <th scope="col">
            <span class="hidden">{w.kind}</span>
          </th>
          {of.stages.map((stage) => (
            <th key={stage.stage} scope="col">
              <span class="map-stage">{names[stage.stage]}</span>
              <span class="map-people">{formatCount(stage.people)}</span>
              <span class="quiet small">{stayText(stage)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kindsIn(of).map((kind) => (
          <tr key={kind}>
            <th scope="row">{kinds[kind]}</th>
            {of.stages.map(({ stage, touches }) => {
              const touch = touches.find((one) => one.kind === kind);
              return <Cell key={stage} of={touch} />;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

function Cell({ of }: { of: MapTouchFigures | undefined }): JSX.Element {
  const w = messages().insightMap;
  if (of === undefined)
    return (
      <td>
        <span class="hidden">{w.nobody}</span>
      </td>
    );
  const acted = actedText(of);
  const effect = effectText(of);
  return (
    <td class={`map-cell ${effect.tone}`}>
      <span>{w.reached(formatCount(of.reach))}</span>
      <span>
        <span class="map-nowrap">{acted.text}</span>
        {acted.range !== '' && <span class="quiet map-nowrap"> ({acted.range})</span>}
      </span>
      <span class="map-effect">
        <span class={effect.range === '' ? undefined : 'map-nowrap'}>{effect.text}</span>
        {effect.range !== '' && <span class="map-nowrap"> ({effect.range})</span>}
      </span>
    </td>
  );
}
