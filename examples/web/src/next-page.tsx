import { useEffect, useRef } from 'react';

/** Calls back once when it comes into view; a button for who cannot scroll. */
export function NextPage({ onVisible }: { onVisible: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const latest = useRef(onVisible);
  latest.current = onVisible;
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      latest.current();
    });
    if (button.current) observer.observe(button.current);
    return () => observer.disconnect();
  }, []);
  return (
    <button type="button" ref={button} onClick={onVisible}>
      More
    </button>
  );
}
