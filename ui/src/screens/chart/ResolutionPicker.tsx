import { useTranslation } from 'react-i18next';
import { RESOLUTIONS, type Resolution } from '../../services/chart/resolution';
import { Segmented } from '../shared/Segmented';

export type ResolutionChoice = Resolution | 'auto';

const CHOICES: readonly ResolutionChoice[] = ['auto', ...RESOLUTIONS];

export function ResolutionPicker(props: { choice: ResolutionChoice; onChange: (choice: ResolutionChoice) => void }) {
  const { t } = useTranslation();
  const options = CHOICES.map((value) => ({ value, text: t(`chart.${value}`) }));
  return <Segmented label={t('chart.candle')} value={props.choice} options={options} onChange={props.onChange} />;
}
