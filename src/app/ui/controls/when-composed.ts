import type { ChangeEvent, CompositionEvent } from 'react';

/**
 * The handlers of a field that acts on what is typed. `onText` is given what the reader has written. While a word is composed with an
 * input method (`とうky` on the way to 東京) what is in the field is only its reading: `onDraft` is given that, for the field to show.
 */
export function whenComposed(act: {
  readonly onText: (text: string) => void;
  readonly onDraft: (text: string) => void;
}) {
  return {
    onChange({ currentTarget, nativeEvent }: ChangeEvent<HTMLInputElement>) {
      const isComposing = 'isComposing' in nativeEvent && nativeEvent.isComposing;
      (isComposing ? act.onDraft : act.onText)(currentTarget.value);
    },
    // Some browsers tell of no change after it.
    onCompositionEnd: ({ currentTarget }: CompositionEvent<HTMLInputElement>) => act.onText(currentTarget.value),
  };
}
