import { useEffect, useRef } from 'react';

/** A ring around the pointer that can be seen from the back row; a key press hides it until the pointer moves again. */
export function PointerRing() {
  const ring = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const show = ({ clientX, clientY, pointerType }: PointerEvent): void => {
      if (ring.current !== null && pointerType !== 'touch') {
        ring.current.style.translate = `${clientX}px ${clientY}px`;
        ring.current.dataset['shown'] = '';
      }
    };
    const hide = (): void => {
      if (ring.current !== null) delete ring.current.dataset['shown'];
    };
    document.addEventListener('pointermove', show);
    document.addEventListener('keydown', hide);
    document.documentElement.addEventListener('pointerleave', hide);
    return () => {
      document.removeEventListener('pointermove', show);
      document.removeEventListener('keydown', hide);
      document.documentElement.removeEventListener('pointerleave', hide);
    };
  }, []);
  return <div className="pointer-ring" ref={ring} aria-hidden="true" />;
}
