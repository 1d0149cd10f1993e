import { timedOut } from './errors.ts';

/** What is asked, or TIMEOUT as soon as `stop` fires: for what cannot be stopped itself. */
export function untilStopped<Answer>(asked: Promise<Answer>, stop: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const give = (): void => reject(timedOut());
    if (stop.aborted) give();
    stop.addEventListener('abort', give, { once: true });
    asked.then(resolve, reject).finally(() => stop.removeEventListener('abort', give));
  });
}
