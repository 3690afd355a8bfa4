import { type ReactElement, useEffect } from 'react';
import { useStoredValue } from '../browser/stored-value.ts';
import { Icon } from '../ui/controls/icon.tsx';
import { Segmented } from '../ui/controls/segmented.tsx';
import { Popover } from '../ui/floats/popover.tsx';
import { followTheme, theme } from './theme.ts';

const options = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** A button that opens the choice of theme. While it is on the page the document follows the choice. */
export function ThemeMenu(): ReactElement {
  const chosen = useStoredValue(theme);
  useEffect(followTheme, []);
  const icon = chosen === 'light' ? 'sun' : chosen === 'dark' ? 'moon' : 'contrast';
  return (
    <Popover label="Theme" button={<Icon name={icon} />} variant="quiet" square align="end">
      {() => <Segmented label="Theme" options={options} value={chosen} onChange={theme.set} />}
    </Popover>
  );
}
