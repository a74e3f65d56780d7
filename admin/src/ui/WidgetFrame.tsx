import { useEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import { framePath, type FrameAnswer, type FrameMessage } from '../lib/frame-message.ts';

interface Props extends Omit<FrameMessage, 'kind'> {
  /** What it is called, for anyone who does not see it. */
  title: string;
  publicKey: string;
  currency: string;
  language: string;
  device: 'phone' | 'desktop';
}

/** How wide the page in the frame is; it is made smaller where there is less room. */
const WIDTHS_PX = { phone: 390, desktop: 1180 } as const;
const HEIGHT_PX = 780;

/** The real widget, in a page of its own, on a telephone or a desk. */
export const WidgetFrame = (props: Props): JSX.Element => {
  const { title, publicKey, currency, language, device, appearance, scheme, token } = props;
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const message = useRef<FrameMessage>({ kind: 'okaeri-show', appearance, scheme, token });
  message.current = { kind: 'okaeri-show', appearance, scheme, token };
  const focused = useRef<Element | null>(null);
  useFit(box, device);

  useEffect(() => {
    const onMessage = ({ data, source, origin }: MessageEvent<FrameAnswer>): void => {
      const inside = frame.current?.contentWindow;
      if (origin !== location.origin || source !== inside) return;
      if (data.kind === 'okaeri-ready') {
        focused.current = document.activeElement;
        inside?.postMessage(message.current, location.origin);
      } else if (document.activeElement === frame.current) {
        // The panel took the focus when it opened by itself; the person who types here keeps it.
        frame.current?.blur();
        if (focused.current instanceof HTMLElement) focused.current.focus();
        focused.current = null;
      }
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, []);
  useEffect(() => {
    // Typing and dragging change it often; the widget asks its server each time.
    const later = setTimeout(
      () => frame.current?.contentWindow?.postMessage(message.current, location.origin),
      200,
    );
    return () => clearTimeout(later);
  }, [appearance, scheme, token]);

  const address = `${framePath(publicKey, language)}&currency=${currency}`;
  return (
    <div ref={box} class={`widget-frame ${device}`}>
      {/* Another address is another page, and a frame of its own keeps the way back short. */}
      <iframe key={`${address} ${device}`} ref={frame} title={title} src={address} />
    </div>
  );
};

/** Makes the page in the frame as small as the room it has. */
function useFit(box: { current: HTMLElement | null }, device: Props['device']): void {
  return useEffect(() => {
    const room = box.current;
    if (room === null) return undefined;
    const fit = (): void => {
      const width = WIDTHS_PX[device];
      const scale = Math.min(1, room.clientWidth / width);
      room.style.setProperty('--frame-width', `${width}px`);
      room.style.setProperty('--frame-height', `${HEIGHT_PX}px`);
      room.style.setProperty('--frame-scale', String(scale));
      room.style.setProperty('--frame-room', `${HEIGHT_PX * scale}px`);
    };
    fit();
    const watched = new ResizeObserver(fit);
    watched.observe(room);
    return () => watched.disconnect();
  }, [box, device]);
}
